import type { Table } from "../table/table.js";
import type { Topic } from "../triage/interview.js";
import { dayInWords, shortForm } from "./words.js";

export const DONT_KNOW = "Don't know";
export const BACK = "Back";
export const ENOUGH = "Show the result now - more answers add dates and advice, and do not change the verdict";
export const WHY = "Why are you asking?";

/** What stands before the first question. */
export function introduction({ table }: Table, savedIn: string | undefined): string {
  const notYet = table["before-questions"] ?? "Do nothing about it yet, and throw nothing away.";
  const kept =
    savedIn === undefined ? "Nothing is saved or sent." : `Your answers are saved in ${savedIn}. Nothing is sent.`;
  return `${table.jurisdiction}. ${notYet} Give no names. ${kept}`;
}

/** A question as the table words it. */
export function askWords({ facts, particulars }: Table, { kind, id }: Topic): string {
  return (kind === "fact" ? facts[id]?.ask : particulars[id]?.ask) ?? id;
}

/** Why a question is asked: as the table says, or for the deadlines that depend on a date. */
export function whyWords({ facts, deadlines }: Table, { kind, id }: Topic): string {
  if (kind === "fact") return facts[id]?.why ?? "";
  const dependent = Object.values(deadlines).filter(({ from, "not-before": floor, "not-after": ceiling }) =>
    [from, floor, ceiling].includes(id),
  );
  return ["A deadline depends on this date.", ...dependent.map(({ says }) => `${says} …`)].join(" ");
}

/** An answer in short: the words of a value, or a day in full. */
export function answerWords({ facts }: Table, { kind, id }: Topic, value: string | undefined): string {
  if (value === undefined) return DONT_KNOW;
  return kind === "date" ? dayInWords(value) : shortForm(facts[id]?.values[value] ?? value);
}

/** How a date can be written, and the other words that are understood in its place. */
export function dateForms(canEnd: boolean): string {
  const others = canEnd ? "“why”, “back” or “result”" : "“why” or “back”";
  return `such as 22/11/2026, 22 Nov or today; Enter alone if you don't know; ${others}`;
}

export function inShort(headline: string): string {
  return `In short, and in full above: ${headline}.`;
}

export const WHAT_NEXT = "What next?";
export const FINISH = "Finish";
export const SAVE = "Save the answers as a case file";
export const START_OVER = "Start over";
export const WHERE_TO = "Name of the new file, such as case.yaml (Enter alone: do not save)";

export function saved(path: string): string {
  return `Your answers are in ${path}, which only you can read. ${resume(path)}`;
}

/** What somebody is told who stops, before there is a result or after it. */
export function stopped(hasResult: boolean, savedIn: string | undefined): string {
  if (hasResult) return "Stopped. The result above stands.";
  const kept = savedIn === undefined ? "" : ` Your answers so far are in ${savedIn}. ${resume(savedIn)}`;
  return `Stopped. No result was given.${kept}`;
}

function resume(path: string): string {
  return `\`order-triage assess ${path} --ask\` goes on from there.`;
}
