import type { CompiledTable } from "../../src/table/compiled.js";
import type { Case } from "../../src/triage/case.js";
import { decide, isContradiction } from "../../src/triage/decide.js";
import { caseOf, type Interview, nextQuestion, startInterview, withAnswer } from "../../src/triage/interview.js";

/** How many questions somebody is asked whose answers are those of a case. */
export interface QuestionCounts {
  /** Until the verdict is certain; `undefined` where it never is. */
  readonly toVerdict: number | undefined;
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
  const steps = taken.map((interview) => decide(compiled, caseOf(interview), day));
  const answers = taken.at(-1)?.answers ?? [];
  const first = (found: number): number | undefined => (found < 0 ? undefined : found);
  return {
    toVerdict: first(steps.findIndex((one) => !isContradiction(one) && one.verdict !== "cannot-say")),
    toRule: first(steps.findIndex((one) => !isContradiction(one) && one.possible.length === 1)),
    toEnd: steps.length - 1,
    asked: answers.flatMap(({ kind, id }) => (kind === "fact" ? [id] : [])),
  };
}

/** The interview before the first question, and after each answer. */
function* interviews(compiled: CompiledTable, { facts, particulars }: Case, day: string): Generator<Interview> {
  let interview = startInterview(compiled, { facts: {}, particulars: {} }, day);
  yield interview;
  for (let question = nextQuestion(interview); question !== undefined; question = nextQuestion(interview)) {
    interview = withAnswer(interview, question, (question.kind === "fact" ? facts : particulars)[question.id]);
    yield interview;
  }
}
