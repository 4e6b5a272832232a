import type { DecidedCase, SidedCase, TwiceDecided } from "../../audit/diff/cases.js";
import type { CompiledTable } from "../../table/compiled.js";
import { findUnmet, type Unmet } from "../../triage/expectation.js";
import type { Assessment, Question } from "../assessment/assessment.js";
import { meaning } from "../assessment/page.js";
import { reportAssessment } from "../assessment/report.js";
import { inFull } from "../words.js";

/** A case of which two laws give a person something else to read. */
export interface AffectedCase<Written extends SidedCase> {
  readonly written: Written;
  /** What each law says of it; nothing where its facts cannot all be true. */
  readonly old: Assessment | undefined;
  readonly new: Assessment | undefined;
  readonly differsIn: readonly ReadPart[];
  /** What its author expects and the new law does not say. */
  readonly unmet: readonly Unmet[];
}

/** The parts of a result, as a person reads them: in words, and without what its day alone makes of it. */
const PARTS = {
  verdict: ({ verdict }) => verdict,
  rule: ({ rule }) => rule?.id,
  headline: ({ headline }) => headline,
  steps: ({ steps }) => steps.map(({ do: text, more, by }) => [inFull(text, more), by]),
  "do-not": ({ doNot }) => doNot,
  deadlines: ({ deadlines, dateDoubts }) => [
    deadlines.map(({ says, day, needs, reckoned }) => [says, day, needs, reckoned]),
    dateDoubts,
  ],
  contacts: ({ contacts }) => contacts.map(({ name, find }) => [name, find]),
  notices: ({ notices }) => notices.map(({ says, more, urgent }) => [inFull(says, more), urgent]),
  forms: ({ forms }) => forms.map(({ title, hasToSay }) => [title, hasToSay.map(({ says, askFor }) => [says, askFor])]),
  granted: ({ takenForGranted, wouldBind }) => [
    takenForGranted.map(({ says, check }) => [says, check]),
    wouldBind.map(({ verdict, headline }) => [verdict, headline]),
  ],
  "not-known": ({ notKnown }) => notKnown.map(({ ask }) => ask),
  reasons: ({ rule, findings, possibleRules, displacedRules }) => [
    rule && inFull(rule.because, rule.more),
    findings.map(({ says }) => says),
    [possibleRules, displacedRules].map((rules) => rules.map(({ verdict, headline }) => [verdict, headline])),
  ],
  "would-change": ({ wouldChange, notKnown }) => [wouldChange, notKnown].map((questions) => questions.map(inWords)),
  sources: ({ sources }) => sources.map(({ id: _, ...source }) => source),
} as const satisfies Record<string, (assessment: Assessment) => unknown>;
export type ReadPart = keyof typeof PARTS;

const BEHIND: readonly ReadPart[] = ["reasons", "would-change", "sources"];

/** Whether nothing but what stands behind the answer differs: its reasons, what would change it, its sources. */
export function onlyReasons({ differsIn }: { readonly differsIn: readonly ReadPart[] }): boolean {
  return differsIn.every((part) => BEHIND.includes(part));
}

/** The cases of which anything that a person reads is different. */
export function findAffectedCases<Written extends SidedCase>(
  old: CompiledTable,
  next: CompiledTable,
  cases: readonly TwiceDecided<Written>[],
): AffectedCase<Written>[] {
  return cases.flatMap(({ written, ...decided }) => {
    const [before, after] = [read(old, decided.old), read(next, decided.new)];
    const differsIn = changedParts(before, after);
    if (differsIn.length === 0) return [];
    const { expect } = written.given;
    const unmet = expect === undefined || decided.new === undefined ? [] : findUnmet(expect, decided.new.decision);
    return [{ written, old: before, new: after, differsIn, unmet }];
  });
}

/** Of what is odd about dates the day is left out: it is not the law that makes a date lie ahead. */
function read(compiled: CompiledTable, decided: DecidedCase | undefined): Assessment | undefined {
  if (decided === undefined) return undefined;
  const { given, decision } = decided;
  const doubts = decision.doubts.filter(({ kind }) => kind === "before");
  return reportAssessment(compiled, given, { ...decision, doubts }, "");
}

/** The parts in which a person reads something else. */
export function changedParts(old: Assessment | undefined, next: Assessment | undefined): ReadPart[] {
  if (old === undefined || next === undefined) return old === next ? [] : ["verdict"];
  const parts = Object.keys(PARTS) as ReadPart[];
  return parts.filter((part) => JSON.stringify(PARTS[part](old)) !== JSON.stringify(PARTS[part](next)));
}

function inWords({ ask, why, answers }: Question): unknown {
  return [ask, why, answers.map(meaning)];
}
