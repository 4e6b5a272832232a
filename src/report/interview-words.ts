import type { Table } from "../table/table.js";
import { type Case, type Known, knownText, LONGEST_LABEL, LONGEST_SCOPE } from "../triage/case.js";
import type { Question, SoFar, Topic } from "../triage/interview.js";
import { commonHeadline } from "../triage/outcomes.js";
import type { Face } from "../triage/plan.js";
import { doNotOf, headlineOf } from "./assessment/report.js";
import type { Paper } from "./paper/paper.js";
import { alwaysWords, dayInWords, knownWords, NOT_ON_IT, scopeWords, sentence, together } from "./words.js";

export const DONT_KNOW = "Don't know";
export const BACK_WORDS = "back";
export const WHY = "why this is asked";
export const ENOUGH = "show the result now";

/** What stands before the first question. */
export function introduction(rules: Table, savedIn: string | undefined): string {
  const kept =
    savedIn === undefined ? "Nothing is saved or sent." : `Your answers are saved in ${savedIn}. Nothing is sent.`;
  return `${rules.table.jurisdiction}. ${beforeQuestions(rules)} Give no names. ${kept}`;
}

/** What not to do while the questions are asked. */
export function beforeQuestions({ table }: Table): string {
  return table["before-questions"] ?? "Do nothing about it yet, and throw nothing away.";
}

/** A question as the table words it. */
export function askWords({ facts, particulars }: Table, { kind, id }: Topic): string {
  return (kind === "fact" ? facts[id]?.ask : particulars[id]?.ask) ?? id;
}

export function questionNumber(number: number): string {
  return `Question ${number}`;
}

/** Why a question is asked: as the table says, or for the deadlines that depend on a date. */
export function whyWords({ facts, deadlines }: Table, { kind, id, deadlines: dependent }: Question): string {
  if (kind === "fact") return facts[id]?.why ?? "";
  return ["A deadline depends on this date.", ...dependent.map((one) => `${deadlines[one]?.says} …`)].join(" ");
}

/** An answer in short: what is known of a fact, or a day in full. */
export function answerWords({ facts }: Table, { kind, id }: Topic, known: Known | undefined): string {
  if (known === undefined) return DONT_KNOW;
  return kind === "date" ? dayInWords(knownText(known)) : knownWords(facts[id]?.values ?? {}, known);
}

/** What the practice file states of a fact. */
export function practiceWords({ facts }: Table, id: string, known: Known | undefined): string {
  const fact = facts[id];
  return fact === undefined || known === undefined ? DONT_KNOW : alwaysWords(fact, known);
}

/** How a date can be written. */
export const DATE_FORMS = "such as 22/11/2026, 22 Nov, today or 7 days from 22 Nov";

export function isThatDay(day: string): string {
  return `You wrote no year. Is it ${dayInWords(day)}?`;
}

export const YES_THAT_DAY = "Yes";
export const NO_OTHER_DAY = "No - write the date again, with its year";

/** Stands between an answer and its question, which is put once more. */
export const WENT_BACK = "< back";

export const CHECK = "Check your answers. Are they right?";
export const RIGHT = "Yes, show the result";

/** Leads from there to parts of the paper. */
export function severalParts({ table }: Table): string {
  return table["several-parts"] ?? "It is about several things, whose answers may differ";
}

/** Leads from there back to a question. */
export function changeWords(ask: string, answer: string): string {
  return `Change: ${ask} ${answer}`;
}

export const TICK_MISSING = "Tick what is missing.";
export const ALL_ON_IT = "Everything is on it";

/** Leads from there to what the paper has to say; tells what is known to be missing. */
export function faceWords(table: Table, faces: readonly Face[]): string {
  const titles = faces.map(({ form }) => table.forms[form]?.title).join(", ");
  const missing = missingWords(table, faces);
  return missing === "" ? `Say what is not on it (${titles})` : `Change: ${NOT_ON_IT} ${sentence(missing)}`;
}

/** `the day and the finder`; empty where nothing is missing. */
export function missingWords({ forms }: Table, faces: readonly Face[]): string {
  const words = faces.flatMap(({ form, missing }) =>
    missing.map((id) => forms[form]?.["has-to-say"][id]?.["ask-for"] ?? id),
  );
  return together([...new Set(words)]);
}

/** Leads from there to what goes out, from when to when, and to whom. */
export function scopeChoice(table: Table, stated: Case["particulars"]): string {
  const known = scopeWords(table, stated);
  return known === ""
    ? "Say what goes out, from when to when, and to whom"
    : `Change what goes out: ${sentence(known)}`;
}

export const NOT_SAID = "leave it open";
export const WITH_YEAR = "Write the year as well.";
export const ENDS_TOO_EARLY = "That is before the day from which on they are to go out.";
export function scopeUnfit(why: string): string {
  return `It ${why}. A few words will do: at most ${LONGEST_SCOPE} characters.`;
}

export const CHECK_PART = "Check the answers, and change what is different here. Are they right?";
export const RIGHT_PART = "Yes, go on";

export const ABOUT_LABELS =
  "Each part has an answer of its own. Label it with a word or two that name nobody. What you have answered goes for every part until you change it there.";
export const LABEL_TAKEN = "Another part is called that.";
export const LABEL_TOO_LONG = `A word or two will do: at most ${LONGEST_LABEL} characters.`;
export const NO_MORE_PARTS = "no more parts";

export function labelWords(number: number): string {
  return `What do you call part ${number}?`;
}

/** Said as soon as there is a verdict, while there is more that can be asked. */
export function settled(table: Table, soFar: SoFar): string {
  const headline = headlineSoFar(table, soFar);
  return soFar.presumed.length === 0
    ? `The verdict is certain now: ${headline} More answers add dates and advice, and do not change it.`
    : `The verdict now: ${headline} ${takenForGranted(table, soFar)} If that is so, more answers add dates and advice, and do not change it.`;
}

export const OPEN_AGAIN = "The verdict is open again.";

function takenForGranted({ facts }: Table, { presumed }: SoFar): string {
  return `Taken for granted: ${presumed.map((id) => facts[id]?.presume?.says).join(" ")}`;
}

function headlineSoFar(table: Table, { verdict, rules, agreement }: SoFar): string {
  const told = { verdict, headline: commonHeadline(rules), agreement, wouldBind: [], presumed: [], open: [] };
  return sentence(headlineOf(table, told));
}

export const WHAT_NEXT = "What next?";
export const FINISH = "Finish";
export const SAVE = "Save the answers as a case file";
export const READ_MORE = "Read more …";
export const TAKE_AWAY = "Papers to take away …";
export const KEEP = "Save or print …";
export const BACK_TO_RESULT = "Back";
export const PRINT = "Save or print the whole answer";
export const WHERE_TO_PRINT = "Name of the new file, such as answer.txt or answer.md";
export const START_OVER = "Start over";
export const WHERE_TO = "Name of the new file, such as case.yaml";
export const UNSAVED = "do not save";

export function printed(path: string): string {
  return `The whole answer is in ${path}, which only you can read. Print it from there.`;
}

/** Where a paper that has just been shown is to go. */
export function whereToPrint({ id }: Paper): string {
  return `To print it: the name of the new file, such as ${id}.txt, ${id}.md or ${id}.html`;
}

export function paperPrinted(path: string): string {
  return `It is in ${path}, which only you can read. Print it from there.`;
}

export function saved(path: string): string {
  return `Your answers are in ${path}, which only you can read. ${resume(path)}`;
}

/** How far the questions have come; `undefined` before the first. */
export type Standing = SoFar | "result" | undefined;

/** What somebody is told who stops, before there is a result or after it. What is known by then is not kept back. */
export function stopped(table: Table, standing: Standing, savedIn: string | undefined): string {
  if (standing === "result") return "Stopped. The result above stands.";
  const kept = savedIn === undefined ? [] : [`Your answers so far are in ${savedIn}. ${resume(savedIn)}`];
  return [beforeResult(table, standing), ...kept].join(" ");
}

function beforeResult(table: Table, soFar: SoFar | undefined): string {
  const nothing = "Stopped. No result was given.";
  if (soFar === undefined) return nothing;
  const headline = headlineSoFar(table, soFar);
  if (soFar.verdict === "cannot-say")
    return soFar.agreement === undefined
      ? nothing
      : `${nothing} This much is certain: ${headline} ${doNotOf(table, soFar)}`;
  if (soFar.presumed.length === 0) return `Stopped before the result, but the verdict was certain: ${headline}`;
  return `Stopped before the result, but there was a verdict: ${headline} ${takenForGranted(table, soFar)}`;
}

function resume(path: string): string {
  return `\`order-triage assess ${shellWord(path)} --ask\` goes on from there.`;
}

/** A path as the shells take it for one word. */
function shellWord(path: string): string {
  if (/^[\w@%+=:,./-]+$/.test(path)) return path;
  return /["$`!]/.test(path) ? `'${path.replaceAll("'", "'\\''")}'` : `"${path}"`;
}

/** A path without the quotation marks that came with it when it was pasted. */
export function withoutQuotes(path: string): string {
  return /^(["']).+\1$/.test(path) ? path.slice(1, -1) : path;
}
