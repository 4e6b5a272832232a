import { type AnyCase, type Case, isInParts } from "../../triage/case.js";
import type { Terms } from "../../triage/decide.js";
import type { Assessment, AssessmentInParts } from "../assessment/assessment.js";
import { type CaseFields, caseFields } from "../case-fields.js";

/** What an answer was given to and what it was: all that is needed to come to it again. Days are YYYY-MM-DD. */
export interface AnswerRecord {
  readonly schema: "order-triage/record@1";
  /** The day whose law was applied. */
  readonly asOf: string;
  /** Whether anything might be taken for granted. */
  readonly presumptions: boolean;
  readonly table: Pick<Assessment["table"], "id" | "edition" | "digest">;
  readonly tool: string;
  /** As a case file has it, without what its author expected. */
  readonly case: CaseFields;
  readonly answer: AnyAssessment;
}

/** What `--format json` prints for a case, or for one in parts. */
export type AnyAssessment = Assessment | AssessmentInParts;

export function recordOf(given: AnyCase, { asOf, presume }: Terms, answer: AnyAssessment): AnswerRecord {
  const { id, edition, digest } = answer.table;
  return {
    schema: "order-triage/record@1",
    asOf,
    presumptions: presume,
    table: { id, edition, digest },
    tool: answer.tool,
    case: caseFields(withoutExpectations(given)),
    answer,
  };
}

/** What an author expected was never stated of the paper, and may name a rule that a later table has no more. */
function withoutExpectations(given: AnyCase): AnyCase {
  const { expect: _, ...stated } = given;
  if (!isInParts(stated)) return stated;
  return {
    ...stated,
    parts: stated.parts.map((part) => ({ ...part, given: withoutExpectations(part.given) as Case })),
  };
}

/** A record as the text of its file. */
export function recordText(record: AnswerRecord): string {
  return `${JSON.stringify(record, null, 2)}\n`;
}
