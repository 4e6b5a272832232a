import { answerWords, askWords, BACK, DONT_KNOW, dateForms, ENOUGH, WHY, whyWords } from "../report/interview-words.js";
import type { Table } from "../table/table.js";
import { readDate } from "../triage/date-answer.js";
import type { Question } from "../triage/interview.js";
import type { Choice, Prompts } from "./prompts.js";

/** What came of a question; an answer without a value is that nobody knows. */
export type Reply =
  | { readonly kind: "answer"; readonly value: string | undefined }
  | { readonly kind: "back" }
  | { readonly kind: "enough" };

/** Not an answer yet: something to say before the question is put again. */
interface Again {
  readonly kind: "again";
  readonly says: string;
}

/** What a question needs besides itself. */
export interface Asker {
  readonly prompts: Prompts;
  readonly table: Table;
  /** The day on which dates are written, as YYYY-MM-DD. */
  readonly today: string;
}

/** Where a question stands. */
export interface Place {
  readonly number: number;
  /** Whether the result can be had without any more answers. */
  readonly canEnd: boolean;
}

/** Puts one question until it is answered, explains it as often as somebody wants, and repeats the answer in words. */
export async function putQuestion(asker: Asker, question: Question, place?: Place): Promise<Reply> {
  const { prompts, table } = asker;
  const words = askWords(table, question);
  const message = place === undefined ? words : `Question ${place.number}: ${words}`;
  const put = question.kind === "fact" ? chooseValue : writeDate;
  for (;;) {
    const reply = await put(asker, question, message, place?.canEnd === true);
    if (reply.kind === "answer") prompts.say(`${words}  ${answerWords(table, question, reply.value)}`);
    if (reply.kind !== "again") return reply;
    prompts.say(reply.says);
  }
}

type Put = (asker: Asker, question: Question, message: string, canEnd: boolean) => Promise<Reply | Again>;

const chooseValue: Put = ({ prompts, table }, question, message, canEnd) => {
  const known = question.values.map((value) => ({
    says: table.facts[question.id]?.values[value] ?? value,
    value: { kind: "answer", value } as const,
  }));
  const notKnown: Choice<Reply> = { says: DONT_KNOW, value: { kind: "answer", value: undefined } };
  const enough = canEnd ? [{ says: ENOUGH, value: { kind: "enough" } } as const] : [];
  const why = { says: WHY, value: explanation(table, question) };
  const back = { kind: "back" } as const;
  return prompts.choose<Reply | Again>({
    message,
    choices: [...known, notKnown, ...enough, why, { says: BACK, value: back }],
    usual: notKnown,
    back,
  });
};

const writeDate: Put = async ({ prompts, table, today }, question, message, canEnd) => {
  const written = await prompts.write(`${message} (${dateForms(canEnd)})`);
  const word = written?.trim().toLowerCase();
  if (written === undefined || word === "back") return { kind: "back" };
  if (word === "") return { kind: "answer", value: undefined };
  if (word === "why") return explanation(table, question);
  if (word === "result" && canEnd) return { kind: "enough" };
  const read = readDate(table, question.id, written, today);
  return read.ok ? { kind: "answer", value: read.day } : { kind: "again", says: read.why };
};

function explanation(table: Table, question: Question): Again {
  return { kind: "again", says: `Why: ${whyWords(table, question)}` };
}
