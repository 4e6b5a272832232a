import type { Assessment, AssessmentInParts } from "../report/assessment/assessment.js";
import { reportInParts } from "../report/assessment/in-parts.js";
import { reportAssessment } from "../report/assessment/report.js";
import type { SourceDocument } from "../source/document.js";
import type { Problem } from "../source/problem.js";
import { type CompiledTable, lawOn } from "../table/compiled.js";
import { newBriefing } from "../triage/brief/brief.js";
import type { Brief } from "../triage/brief/commons.js";
import { type Case, type CaseInParts, isInParts } from "../triage/case.js";
import { contradictionProblem } from "../triage/contradiction.js";
import { decide, isContradiction, type Terms } from "../triage/decide.js";
import { findUnmetBriefly, findUnmetInPartsBriefly } from "../triage/expectation.js";
import { parseCase, referenceIn } from "../triage/parse-case.js";
import { decideParts } from "../triage/parts.js";
import { type Practice, withPractice } from "../triage/practice/practice.js";
import { statedSituation } from "../triage/situation.js";
import { version } from "../version.js";
import type { WrittenRecord } from "./read/line-records.js";
import { lostReference } from "./read/lost-reference.js";
import { assessedRecord, type BatchRecord, recordInParts, unreadableRecord } from "./record.js";

/** What comes of a record that stands at this place. */
export type AssessRecord = (at: string, written: WrittenRecord) => BatchRecord;

/** How the records of a batch are assessed. */
export interface BatchTerms extends Terms {
  /** Whether each record has the whole assessment beside the short one. */
  readonly explain: boolean;
  /** What goes for a record that does not say otherwise. */
  readonly practice?: Practice | undefined;
}

export function newAssessRecord(
  compiled: CompiledTable,
  { asOf: today, presume, explain, practice }: BatchTerms,
): AssessRecord {
  const briefing = newBriefing(compiled, today, presume, (brief) => brief);
  const law = lawOn(compiled, today);
  return (at, { document, reference }) => {
    if (!document.ok) return unreadableRecord(at, document.problems, reference ?? lostReference(document.problems));
    const parsed = parseCase(document.value, compiled.table);
    if (!parsed.ok) return unreadableRecord(at, parsed.problems, referenceIn(document.value));
    const given = practice === undefined ? parsed.value : withPractice(parsed.value, practice);
    return isInParts(given) ? inParts(at, given, document.value) : whole(at, given, document.value);
  };

  function whole(at: string, given: Case, document: SourceDocument): BatchRecord {
    const brief = briefOf(given);
    if (brief === undefined) {
      return unreadableRecord(at, [contradictionIn(document, given)], given.particulars["reference"]);
    }
    return {
      ...assessedRecord(compiled.table, at, given, brief, today),
      ...(given.expect === undefined ? {} : { unmet: findUnmetBriefly(compiled, given, given.expect, brief, today) }),
      ...(explain ? { assessment: assessment(given) } : {}),
    };
  }

  function inParts(at: string, given: CaseInParts, document: SourceDocument): BatchRecord {
    const briefs = given.parts.flatMap((part) => briefOf(part.given) ?? []);
    if (briefs.length < given.parts.length) {
      return unreadableRecord(at, contradictionsIn(document, given), given.reference);
    }
    const unmet = findUnmetInPartsBriefly(compiled, given, briefs, today);
    return {
      ...recordInParts(compiled.table, at, given, briefs, today),
      ...(unmet === undefined ? {} : { unmet }),
      ...(explain ? { assessment: assessmentInParts(given) } : {}),
    };
  }

  function briefOf({ facts }: Case): Brief | undefined {
    return briefing.brief(briefing.valuesOf(statedSituation(compiled, law, facts)));
  }

  function contradictionIn(document: SourceDocument, given: Case): Problem {
    const decision = decide(compiled, given, today, presume);
    if (!isContradiction(decision)) throw new Error(DIFFERS);
    return contradictionProblem(decision, document, given.fromPractice);
  }

  function contradictionsIn(document: SourceDocument, given: CaseInParts): readonly Problem[] {
    const decided = decideParts(compiled, given, { asOf: today, presume }, document);
    if (decided.ok) throw new Error(DIFFERS);
    return decided.problems;
  }

  function assessment(given: Case): Assessment {
    const decision = decide(compiled, given, today, presume);
    if (isContradiction(decision)) throw new Error(DIFFERS);
    return reportAssessment(compiled, given, decision, version, practice);
  }

  function assessmentInParts(given: CaseInParts): AssessmentInParts {
    const decided = decideParts(compiled, given, { asOf: today, presume });
    if (!decided.ok) throw new Error(DIFFERS);
    return reportInParts(compiled, given, decided.value, version, practice);
  }
}

const DIFFERS = "the same facts contradict each other and do not";
