import type { Practice } from "../../triage/practice/practice.js";
import { dateInWords } from "../words.js";

// what stands on a page of questions beside the words of the table and of the questions

export const BACK_LINK = "Back";
export const CONTINUE = "Continue";
export const OR = "or";
export const WHY_ASKED = "Why do we ask this?";
export const TICK_SEVERAL = "It is one of several";
export const TICK_HINT = "Tick all that it may be.";
export const CHOOSE_ONE = "Choose one answer";
export const CHANGE = "Change";
export const SO_FAR = "So far";

export const ERROR = "Error";
export const PROBLEM = "There is a problem";
export const NO_CHOICE = "Choose an answer.";
export function nothingWritten(usual: string | undefined): string {
  return usual === undefined ? "Write an answer." : `Write an answer, or choose “${usual}”.`;
}

export const IN_FULL = "What to say and do, in full";
export const PRINT_PAGE = "Print";
export const SAVE_CASE = "Save this case";
export const CHANGE_ANSWER = "Change an answer";
export const START_AGAIN = "Start again";
export const PAPERS = "Papers to take away";
export const SAVE_PAPER = "Save";
export const OPEN_CASE = "Open a case file";
export const OPEN_HINT = "One that was saved here, or any in YAML or JSON. It stays on this machine.";

export const OWN_NUMBERS = "Your own numbers";
export const ABOUT_OWN_NUMBERS =
  "What you write here stands in the answer, on its papers and on the sheet for the wall, until this page is closed. It is kept nowhere but in a file that you save. Leave open what you like, and name no patient and no person.";
export const PRACTICE_NAME = "Name of your practice, trust or hospital";
export const ADDRESS = "Its address, on one line";
export const TICK_ALWAYS = "Tick what is so of every paper that you get; several where it is one of them.";
export const USE_PRACTICE = "Use these";
export const SAVE_PRACTICE = "Use and save as a file";
export const PRACTICE_FILE = "practice.yaml";
export const OPEN_PRACTICE = "Open a practice file";
export const OPEN_PRACTICE_HINT =
  "One that was saved here, or any that order-triage reads. It fills in what stands below.";

/** What leads to the form for them, or tells that they are in use. */
export function ownNumbersHint(practice: Practice | undefined): string {
  if (practice === undefined) return "Whom you call, and what is always so where you are.";
  return practice.name === undefined ? "In use." : `In use: those of ${practice.name}.`;
}

/** The name of the file in which a case is saved that has been assessed on a day. */
export function caseFileName(reference: string | null, day: string): string {
  const named = (reference ?? "").replace(/[^\w.-]+/g, "-").replace(/^[.-]+|[.-]+$/g, "");
  return `${named === "" ? `case-${day}` : named}.yaml`;
}

export const WITHOUT_SCRIPTS =
  "This page asks its questions by a script, and scripts are switched off here. Allow them for this page, or open it in another browser.";
export const CANNOT_RUN = "This page does not work here, and gives no verdict";
export const OTHER_BROWSER = "Open it in a newer browser, or have it written again.";

/** Said where the clock tells a day before that on which the page was written. */
export const CLOCK_WRONG = "No verdict can be given on this machine today";
export function clockWrong(today: string, writtenOn: string): string {
  return `Its clock says that it is ${dateInWords(today)}, and this page was written on ${dateInWords(writtenOn)}: it has the law of that day and later ones. Put the clock right and open the page again.`;
}

export function readLongAgo(reviewedOn: string): string {
  return `The rules were last read against their sources on ${dateInWords(reviewedOn)}, more than a year ago: ask for a newer page, and check what it says with your adviser.`;
}
