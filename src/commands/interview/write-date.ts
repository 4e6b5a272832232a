import { daysBetween } from "../../calendar/day.js";
import { answerWords, DATE_FORMS, isThatDay, NO_OTHER_DAY, YES_THAT_DAY } from "../../report/interview-words.js";
import { dateInWords } from "../../report/words.js";
import { knownText } from "../../triage/case.js";
import { type Again, type Asker, NOT_KNOWN, type Putting, type Reply } from "./asker.js";
import { backKey, type Read } from "./prompts.js";
import { readDate } from "./read-date.js";

/** A day that is only guessed, and the text that it was guessed from. */
interface Guess {
  readonly kind: "guess";
  readonly day: string;
  readonly text: string;
}

/** Lets somebody write a date. A year that was not written is proposed; whoever means another goes on with the text. */
export async function writeDate(asker: Asker, { question, keys, ...putting }: Putting): Promise<Reply | Again> {
  const { prompts, table } = asker;
  const usual = answerWords(table, question, question.was);
  // a mere Enter keeps an answer that is there already
  const notKnown = question.was === undefined ? [] : [{ ...NOT_KNOWN, letter: "d" }];
  for (let draft = ""; ; ) {
    const reply = await prompts.write<Reply | Again | Guess>({
      ...putting,
      forms: DATE_FORMS,
      usual,
      was: question.was && dateInWords(knownText(question.was)),
      draft,
      keys: [...keys, ...notKnown],
      read: (text) => readAnswer(asker, question, text),
    });
    if (reply.kind !== "guess") return reply;
    if (await isRight(asker, reply.day)) return { kind: "answer", value: reply.day };
    draft = reply.text;
  }
}

function readAnswer({ table, today }: Asker, { id, was }: Putting["question"], text: string): Read<Reply | Guess> {
  if (text === "") return { ok: true, value: { kind: "answer", value: was } };
  const read = readDate(table, id, text, today());
  switch (read.kind) {
    case "day":
      return { ok: true, value: { kind: "answer", value: read.day } };
    case "guess":
      return { ok: true, value: { kind: "guess", day: read.day, text } };
    case "none":
      return { ok: false, why: read.why };
  }
}

/** A day that lies nearer than this can hardly be meant in another year. */
const NEAR_DAYS = 100;

function isRight({ prompts, today }: Asker, day: string): Promise<boolean> {
  const yes = { says: YES_THAT_DAY, value: true };
  const no = { says: NO_OTHER_DAY, value: false };
  const usual = Math.abs(daysBetween(today(), day)) < NEAR_DAYS ? yes : no;
  const keys = [backKey(false)];
  return prompts.choose({ message: isThatDay(day), choices: [yes, no], usual, keepsLast: false, keys });
}
