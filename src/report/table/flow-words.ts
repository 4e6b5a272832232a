import { type Flow, type FlowQuestion, numbered } from "../document.js";
import { alternatives } from "../words.js";

/** A question of a flow, told without a picture. */
export interface FlowLine {
  readonly text: string;
  readonly answers: readonly string[];
}

/** Stands for the answers that are not named. */
export const OTHERWISE = "Any other answer";

/** A flow as a numbered list of questions, each answer with the question or the rule that it leads to. */
export function flowLines(flow: Flow): FlowLine[] {
  return flow.questions.map((question) => ({ text: question.text, answers: answersOf(flow, question) }));
}

function answersOf({ questions, ends }: Flow, { answers }: FlowQuestion): string[] {
  return answers.map(({ texts, leads }) => {
    const next = questions.findIndex(({ key }) => key === leads);
    const end = ends.find(({ key }) => key === leads);
    const verdict = end?.verdict === undefined ? "" : `${end.verdict.label}: `;
    const answer = texts.length === 0 ? OTHERWISE : alternatives(texts.map((text) => `“${text}”`));
    return `${answer} → ${end === undefined ? `question ${next + 1}` : `${verdict}${numbered(end.number, end.text)}`}`;
  });
}
