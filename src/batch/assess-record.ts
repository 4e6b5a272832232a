import type { Assessment } from "../report/assessment/assessment.js";
import { reportAssessment } from "../report/assessment/report.js";
import type { SourceDocument } from "../source/document.js";
import type { Problem } from "../source/problem.js";
import { type CompiledTable, lawOn } from "../table/compiled.js";
import { newBriefing } from "../triage/brief.js";
import type { Case } from "../triage/case.js";
import { contradictionProblem } from "../triage/contradiction.js";
import { decide, isContradiction, type Terms } from "../triage/decide.js";
import { findUnmetBriefly } from "../triage/expectation.js";
import { parseCase, referenceIn } from "../triage/parse-case.js";
import { situationOf } from "../triage/situation.js";
import { version } from "../version.js";
import type { WrittenRecord } from "./read/line-records.js";
import { lostReference } from "./read/lost-reference.js";
import { assessedRecord, type BatchRecord, unreadableRecord } from "./record.js";

/** What comes of a record that stands at this place. */
export type AssessRecord = (at: string, written: WrittenRecord) => BatchRecord;

/** How the records of a batch are assessed. */
export interface BatchTerms extends Terms {
  /** Whether each record has the whole assessment beside the short one. */
  readonly explain: boolean;
}

export function newAssessRecord(compiled: CompiledTable, { asOf: today, presume, explain }: BatchTerms): AssessRecord {
  const briefing = newBriefing(compiled, today, presume);
  const law = lawOn(compiled, today);
  return (at, { document, reference }) => {
    if (!document.ok) return unreadableRecord(at, document.problems, reference ?? lostReference(document.problems));
    const parsed = parseCase(document.value, compiled.table);
    if (!parsed.ok) return unreadableRecord(at, parsed.problems, referenceIn(document.value));
    const given = parsed.value;
    const brief = briefing.brief(briefing.valuesOf(situationOf(compiled, law, given.facts)));
    if (brief === undefined) {
      return unreadableRecord(at, [contradictionIn(document.value, given)], given.particulars["reference"]);
    }
    return {
      ...assessedRecord(compiled.table, at, given, brief, today),
      ...(given.expect === undefined ? {} : { unmet: findUnmetBriefly(compiled, given, given.expect, brief, today) }),
      ...(explain ? { assessment: assessment(given) } : {}),
    };
  };

  function contradictionIn(document: SourceDocument, given: Case): Problem {
    const decision = decide(compiled, given, today, presume);
    if (!isContradiction(decision)) throw new Error("the same facts contradict each other and do not");
    return contradictionProblem(decision, document);
  }

  function assessment(given: Case): Assessment {
    const decision = decide(compiled, given, today, presume);
    if (isContradiction(decision)) throw new Error("the same facts contradict each other and do not");
    return reportAssessment(compiled, given, decision, version);
  }
}
