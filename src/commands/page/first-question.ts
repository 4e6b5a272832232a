import { introduction } from "../../report/interview-words.js";
import type { FirstQuestion } from "../../report/questions/document.js";
import type { CompiledTable } from "../../table/compiled.js";
import type { Topic } from "../../triage/interview.js";
import { askCase } from "../interview/ask-case.js";
import { type Choosing, isStopped, type Prompts, Stopped } from "../interview/prompts.js";
import { shownChoice } from "../interview/shown-choice.js";
import { NOTHING_KNOWN } from "./page-data.js";

/** What the questions will begin with under the law of a day, YYYY-MM-DD; absent where that is no choice. */
export async function firstQuestion(
  compiled: CompiledTable,
  asOf: string,
  opening: Topic | undefined,
): Promise<FirstQuestion | undefined> {
  let first: FirstQuestion | undefined;
  const stop = (): Promise<never> => Promise.reject(new Stopped());
  const choose = (question: Choosing<unknown>): Promise<never> => {
    first = { said: introduction(compiled.table, undefined), question: shownChoice(question) };
    return stop();
  };
  const prompts: Prompts = { say: () => {}, echo: () => {}, choose, write: stop, review: stop, close: () => {} };
  const talk = { prompts, today: () => asOf, heard: async () => {}, opening };
  await askCase(talk, compiled, NOTHING_KNOWN, { asOf, presume: true }).catch((error: unknown) => {
    if (!isStopped(error)) throw error;
  });
  return first;
}
