import { answerWords, askWords, ENOUGH, questionNumber, WHY, whyWords } from "../../report/interview-words.js";
import type { Question } from "../../triage/interview.js";
import type { Asker, Putting, Reply } from "./asker.js";
import { chooseValue } from "./choose-value.js";
import { backKey, LETTERS } from "./prompts.js";
import { writeDate } from "./write-date.js";

/** Where a question stands. */
export interface Place {
  /** Absent where an answer is changed. */
  readonly number?: number;
  readonly canGoBack: boolean;
  /** Whether the result can be had without any more answers. */
  readonly canEnd: boolean;
}

/** Puts one question until it is answered, explains it as often as somebody wants, and repeats the answer in words. */
export async function putQuestion(asker: Asker, question: Question, place: Place): Promise<Reply> {
  const { prompts, table } = asker;
  const message = askWords(table, question);
  const number = place.number === undefined ? undefined : questionNumber(place.number);
  const why = whyWords(table, question);
  const hint = question.kind === "fact" ? table.facts[question.id]?.hint : undefined;
  const put = question.kind === "fact" ? chooseValue : writeDate;
  for (;;) {
    const reply = await put(asker, { question, place: number, message, hint, why, keys: keysAt(why, place) });
    if (reply.kind === "answer") prompts.echo(`${message}  ${answerWords(table, question, reply.value)}`);
    if (reply.kind !== "again") return reply;
    prompts.say(reply.says);
  }
}

function keysAt(why: string, { canGoBack, canEnd }: Place): Putting["keys"] {
  const back = backKey({ kind: "back" } as const);
  const reason = { letter: LETTERS.why, says: WHY, value: { kind: "again", says: `Why: ${why}` } } as const;
  const enough = { letter: LETTERS.result, says: ENOUGH, value: { kind: "enough" } } as const;
  return [...(canGoBack ? [back] : []), reason, ...(canEnd ? [enough] : [])];
}
