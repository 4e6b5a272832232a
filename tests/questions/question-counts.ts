import type { CompiledTable } from "../../src/table/compiled.js";
import type { Case } from "../../src/triage/case.js";
import { type Interview, nextQuestion, soFar, startInterview, withAnswer } from "../../src/triage/interview.js";

/** How many questions somebody is asked whose answers are those of a case. */
export interface QuestionCounts {
  /** Until the verdict is said, on what the table takes for granted or not; `undefined` where it never is. */
  readonly toVerdict: number | undefined;
  /** Until it takes nothing for granted. */
  readonly toCertain: number | undefined;
  /** Until the rule that decides is certain; `undefined` where it never is. */
  readonly toRule: number | undefined;
  /** Until nothing that could be asked still matters, notices and dates included. */
  readonly toEnd: number;
  /** The facts that were asked for, in that order. */
  readonly asked: readonly string[];
}

/** Counts the questions under the law of a day; what the case does not say is answered with not knowing. */
export function countQuestions(compiled: CompiledTable, known: Case, day: string): QuestionCounts {
  const taken = [...interviews(compiled, known, day)];
  const steps = taken.map(soFar);
  const answers = taken.at(-1)?.answers ?? [];
  const first = (found: number): number | undefined => (found < 0 ? undefined : found);
  return {
    toVerdict: first(steps.findIndex(({ verdict }) => verdict !== "cannot-say")),
    toCertain: first(steps.findIndex(({ verdict, presumed }) => verdict !== "cannot-say" && presumed.length === 0)),
    toRule: first(steps.findIndex(({ rules }) => rules.length === 1)),
    toEnd: steps.length - 1,
    asked: answers.flatMap(({ kind, id }) => (kind === "fact" ? [id] : [])),
  };
}

/** The interview before the first question, and after each answer. */
function* interviews(compiled: CompiledTable, { facts, particulars }: Case, day: string): Generator<Interview> {
  let interview = startInterview(compiled, { facts: {}, particulars: {} }, { asOf: day, presume: true });
  yield interview;
  for (let question = nextQuestion(interview); question !== undefined; question = nextQuestion(interview)) {
    interview = withAnswer(interview, question, (question.kind === "fact" ? facts : particulars)[question.id]);
    yield interview;
  }
}
