import { assessGiven, type Given, inPractice } from "../commands/assess.js";
import { askCase } from "../commands/interview/ask-case.js";
import type { Prompts } from "../commands/interview/prompts.js";
import { NOTHING_KNOWN } from "../commands/page/page-data.js";
import { introduction } from "../report/interview-words.js";
import type { Paper } from "../report/paper/paper.js";
import type { CompiledTable } from "../table/compiled.js";
import type { AnyCase } from "../triage/case.js";
import type { Terms } from "../triage/decide.js";
import type { SoFar, Topic } from "../triage/interview.js";
import type { Practice } from "../triage/practice/practice.js";
import { saveCase } from "./case-files.js";
import { paperView } from "./paper-view.js";
import { type AfterResult, resultView } from "./result.js";
import type { Screen } from "./screen.js";

/** What a triage goes on with instead of what it asks: a case, or from the beginning. */
export class Instead extends Error {
  constructor(readonly given: Given | undefined) {
    super("something else is to be answered");
  }
}

export interface Desk {
  readonly screen: Screen;
  readonly prompts: Prompts;
  readonly compiled: CompiledTable;
  /** What somebody has said of their own so far. */
  readonly practice: () => Practice | undefined;
  /** By the clock as it is now. */
  readonly terms: () => Terms;
  /** What is asked first under the law of a day. */
  readonly openingOn: (day: string) => Topic | undefined;
}

/** Asks and answers, case after case. */
export async function triage(desk: Desk): Promise<never> {
  for (;;) {
    await answer(desk, undefined);
    desk.screen.restart();
  }
}

/** Comes to whether somebody starts again; else they have gone back from the case that was opened. */
async function answer(desk: Desk, opened: Given | undefined): Promise<boolean> {
  for (;;) {
    try {
      return await oneCase(desk, opened);
    } catch (error) {
      if (!(error instanceof Instead)) throw error;
      const { given } = error;
      if (given !== undefined && given !== opened && (await answer(desk, given))) return true;
    }
  }
}

/** A case that was opened is answered at once, and asked about where somebody wants to change it. */
async function oneCase(desk: Desk, opened: Given | undefined): Promise<boolean> {
  const { screen, prompts, compiled } = desk;
  const given = opened ?? inPractice(compiled.table, { case: NOTHING_KNOWN, remarks: [] }, desk.practice());
  const now = desk.terms();
  const opening = given.case === NOTHING_KNOWN ? desk.openingOn(now.asOf) : undefined;
  const today = (): string => desk.terms().asOf;
  const result = async (known: AnyCase, hasAnswers: boolean): Promise<AfterResult> => {
    const after = await showResult(desk, { ...given, case: known }, hasAnswers);
    if (!(after instanceof Instead)) return after;
    const isAgain = after.given !== undefined && (await answer(desk, after.given));
    leadHome(screen, opened);
    return isAgain ? "again" : result(known, hasAnswers);
  };
  let isDone = false;
  const checked = async (known: AnyCase): Promise<boolean> => {
    isDone = (await result(known, true)) === "again";
    return isDone;
  };
  const heard = async (_: AnyCase, soFar: SoFar | undefined): Promise<void> => {
    if (soFar === undefined || soFar.verdict === "cannot-say") screen.say("");
  };
  leadHome(screen, opened);
  screen.say(opened === undefined ? introduction(compiled.table, undefined) : "");
  while (!isDone) {
    const after = opened === undefined ? "change" : await result(given.case, false);
    if (after !== "change") return after === "again";
    await askCase({ prompts, today, heard, checked, opening }, compiled, given.case, now);
  }
  return true;
}

/** Before the first question about a case that was opened stands the answer to it. */
function leadHome(screen: Screen, opened: Given | undefined): void {
  screen.home(opened && (() => screen.leave(new Instead(opened))));
}

/** What somebody does after an answer; or a case that they open instead. */
async function showResult(
  { screen, compiled, ...desk }: Desk,
  given: Given,
  hasAnswers: boolean,
): Promise<AfterResult | Instead> {
  const terms = desk.terms();
  const outcome = assessGiven(compiled, given, terms);
  // what is asked leaves only answers that can be so, and what is opened was looked at
  if (outcome.kind === "failed") throw new Error(outcome.closing);
  screen.say("");
  const { report, remarks } = outcome;
  const save = (): void => saveCase(given.case, terms.asOf);
  const show = (paper: Paper): void => void screen.over(paperView(paper));
  return screen.show(resultView({ report, remarks, hasAnswers, save, show })).catch((error: unknown) => {
    if (error instanceof Instead) return error;
    throw error;
  });
}
