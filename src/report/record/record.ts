import { type AnyCase, type Case, casesIn, isInParts } from "../../triage/case.js";
import type { Terms } from "../../triage/decide.js";
import type { Practice } from "../../triage/practice/practice.js";
import type { AnyAssessment, Assessment } from "../assessment/assessment.js";
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
  /** What is stated, as a case file has it. */
  readonly case: RecordedCase;
  /** Absent where there was no practice file. */
  readonly practice?: RecordedPractice;
  readonly answer: AnyAssessment;
}

/** What an answer had from a practice file. */
interface RecordedPractice extends Pick<Practice, "name" | "contacts"> {
  /** Which of the facts of the case are from it: of the whole case, or of each of its parts. */
  readonly facts: readonly (readonly string[])[];
}

type RecordedCase = Omit<CaseFields, "title" | "expect">;

export function recordOf(
  given: AnyCase,
  { asOf, presume }: Terms,
  practice: Practice | undefined,
  answer: AnyAssessment,
): AnswerRecord {
  const { id, edition, digest } = answer.table;
  return {
    schema: "order-triage/record@1",
    asOf,
    presumptions: presume,
    table: { id, edition, digest },
    tool: answer.tool,
    case: caseFields(asStated(given)),
    ...(practice === undefined ? {} : { practice: recordedPractice(given, practice) }),
    answer,
  };
}

function recordedPractice(given: AnyCase, { name, contacts }: Practice): RecordedPractice {
  const cases = casesIn(given);
  const facts = cases.map(({ fromPractice = [] }) => fromPractice);
  return { ...(name === undefined ? {} : { name }), contacts, facts };
}

/** A case as it is read from a record, with what it says was from a practice file. */
export function asRecorded(given: AnyCase, { facts }: RecordedPractice): AnyCase {
  const own = (one: Case, index: number): Case => ({ ...one, fromPractice: facts[index] ?? [] });
  if (!isInParts(given)) return own(given, 0);
  return { ...given, parts: given.parts.map((part, index) => ({ ...part, given: own(part.given, index) })) };
}

/** Nothing that the answer does not answer for: no title, which could be altered unnoticed, and nothing expected. */
function asStated(given: AnyCase): AnyCase {
  const { title: _, expect: __, ...stated } = given;
  if (!isInParts(stated)) return stated;
  return { ...stated, parts: stated.parts.map((part) => ({ ...part, given: asStated(part.given) as Case })) };
}

/** A record as the text of its file. */
export function recordText(record: AnswerRecord): string {
  return `${JSON.stringify(record, null, 2)}\n`;
}
