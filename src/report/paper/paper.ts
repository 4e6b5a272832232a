import type { CompiledTable } from "../../table/compiled.js";
import { keyOf } from "../../table/conditions.js";
import type { Table, Paper as Wording } from "../../table/table.js";
import { type AnyCase, isInParts, type Part } from "../../triage/case.js";
import { certainPapers, type Terms } from "../../triage/decide.js";
import type { Practice } from "../../triage/practice/practice.js";
import { type AnyAssessment, type Assessment, assessmentsIn } from "../assessment/assessment.js";
import { mergedSections } from "../assessment/in-parts-page.js";
import type { Page, Section } from "../page.js";
import { partNames } from "../words.js";
import { fill, ownNumbers } from "./fill.js";
import { told } from "./told.js";

/** Words to take away from an answer: a letter, a note, a sheet for the wall. */
export interface Paper {
  readonly id: string;
  readonly title: string;
  /** Whom it is for, and when: told to whoever holds the case, and not on the paper. */
  readonly use: string;
  readonly page: Page;
}

/**
 * The papers that a case can have, in the table's order; where it has parts, with the parts told where not all are meant.
 * A paper is offered where it is for each part; one that goes with what is disclosed for the parts of which something is.
 */
export function papersFor(
  compiled: CompiledTable,
  known: AnyCase,
  answer: AnyAssessment,
  terms: Terms,
  practice?: Practice,
): Paper[] {
  const assessments = assessmentsIn(answer);
  const all = partsOf(known).map(({ label, given }, index): Holding => {
    const holds = new Set(certainPapers(compiled, given.facts, terms));
    return { label, given, assessment: assessments[index] as Assessment, practice, holds };
  });
  return Object.entries(compiled.table.papers).flatMap(([id, paper]) => {
    const having = all.filter((one) => !paper.standing && isOffered(id, paper, one));
    const isWhole = having.length === all.length;
    if (having.length === 0 || !(isWhole || paper.discloses)) return [];
    const title = isWhole ? paper.title : `${paper.title} (${partNames(having.map(({ label }) => label))})`;
    const sections = sectionsOf(compiled.table, id, paper, having).filter(({ lines }) => lines.length > 0);
    // a label is for whoever holds the case, and not for those who get the paper
    return [{ id, title, use: paper.use, page: { title: paper.title, sections } }];
  });
}

/** The papers of a table that need no case. */
export function standingPapers(table: Table, practice?: Practice): Paper[] {
  return Object.entries(table.papers).flatMap(([id, paper]) => {
    if (!paper.standing) return [];
    const sections = paper.sections.map(({ heading, as, says, tells }) => ({
      ...(heading === undefined ? {} : { heading }),
      kind: as,
      lines:
        tells === undefined ? says.map((line) => fill(table, line.says, { practice })) : ownNumbers(table, practice),
    }));
    return [{ id, title: paper.title, use: paper.use, page: { title: paper.title, sections } }];
  });
}

/** What is known of each part, with the reference that all of them have; a whole is a part without a label. */
function partsOf(known: AnyCase): readonly Part[] {
  if (!isInParts(known)) return [{ label: "", given: known }];
  const { reference, parts } = known;
  if (reference === undefined) return parts;
  return parts.map(({ label, given }) => ({
    label,
    given: { ...given, particulars: { reference, ...given.particulars } },
  }));
}

/** A case, or one of its parts, with its answer. */
interface Holding extends Part {
  readonly assessment: Assessment;
  readonly practice: Practice | undefined;
  /** The keys of what is certain. */
  readonly holds: ReadonlySet<string>;
}

/** While the verdict is open nothing is disclosed. */
function isOffered(id: string, { when, discloses }: Wording, { holds, assessment }: Holding): boolean {
  const goesOut = assessment.verdict !== "cannot-say" && assessment.steps.some((step) => step.discloses);
  return (when === undefined || holds.has(keyOf(id))) && (!discloses || goesOut);
}

/** The sections of a paper, each thing once; those with nothing to say included. */
function sectionsOf(table: Table, id: string, paper: Wording, having: readonly Holding[]): Section[] {
  return paper.sections.flatMap((section, index) => {
    const isShown = ({ holds }: Holding, { when }: { readonly when?: unknown }, ...places: number[]): boolean =>
      when === undefined || holds.has(keyOf(id, index, ...places));
    const each = having.map((one): Section => {
      const says = section.says.filter((line, place) => isShown(one, line, place));
      const { given, assessment, practice } = one;
      const lines =
        section.tells === undefined
          ? says.map((line) => fill(table, line.says, { stated: given.particulars, practice }))
          : told(section.tells, table, assessment, practice);
      return {
        ...(section.heading === undefined ? {} : { heading: section.heading }),
        kind: section.as,
        lines: isShown(one, section) ? lines : [],
      };
    });
    return isAlike(each) ? each.slice(0, 1) : mergedSections(having, each);
  });
}

function isAlike(sections: readonly Section[]): boolean {
  return new Set(sections.map((section) => JSON.stringify(section))).size === 1;
}
