import { MONTHS, WEEKDAYS, weekdayOf } from "../calendar/day.js";
import type { Fact, Particular, Step, Table } from "../table/table.js";
import { type Known, valuesOf } from "../triage/case.js";
import { alwaysSo } from "../triage/practice/practice.js";

/** A day written YYYY-MM-DD, as a British reader says it: Wednesday 25 November 2026. */
export function dayInWords(day: string): string {
  return `${WEEKDAYS[weekdayOf(day)]} ${dateInWords(day)}`;
}

/** The same without the weekday, for days that nobody has to keep. */
export function dateInWords(day: string): string {
  const date = new Date(day);
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

/** How far off a day is, given the days from now to it. */
export function daysLeftInWords(days: number): string {
  if (days === 0) return "today";
  if (days === 1) return "tomorrow";
  if (days === -1) return "PASSED yesterday";
  return days < 0 ? `PASSED ${-days} days ago` : `${days} days left`;
}

/** `a, b or c`. */
export function alternatives(words: readonly string[]): string {
  return enumeration(words, "or");
}

/** Asks for what a form has to say, and does not. */
export const NOT_ON_IT = "What is not on the paper?";

/** `a, b and c`. */
export function together(words: readonly string[]): string {
  return enumeration(words, "and");
}

/** Labels of parts. What could be read as several of them, or as more than a label, stands in quotes. */
export function partNames(labels: readonly string[]): string {
  return together(labels.map(partName));
}

export function partName(label: string): string {
  return /[,;:“”]|\band\b/i.test(label) ? `“${label}”` : label;
}

/** So many characters of labels are named together on a line that has to be short. */
const ROOM_FOR_NAMES = 60;

/** The first of some labels, and how many more there are. */
export function fewPartNames(labels: readonly string[]): string {
  const isTooMany = (index: number): boolean => partNames(labels.slice(0, index + 1)).length > ROOM_FOR_NAMES;
  const room = labels.findIndex((_, index) => index > 0 && isTooMany(index));
  const named = room < 0 ? labels : labels.slice(0, room);
  const others = labels.length - named.length;
  return together([...named.map(partName), ...(others === 0 ? [] : [`${figure(others)} more`])]);
}

function enumeration(words: readonly string[], last: string): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} ${last} ${words.at(-1)}`;
}

/**
 * A whole number: `12,345`. By hand, since what `toLocaleString` looks up when it is first called takes as long as a
 * quarter of a whole answer.
 */
export function figure(count: number | bigint): string {
  return String(count).replaceAll(/\B(?=(?:\d{3})+$)/g, ",");
}

export function plural(count: number | bigint, one: string, many = `${one}s`): string {
  return `${figure(count)} ${Number(count) === 1 ? one : many}`;
}

/** A headline as a sentence of its own, which ends in one mark. */
export function sentence(headline: string): string {
  return /[.?!]$/.test(headline) ? headline : `${headline}.`;
}

/**
 * What is known of a fact in short: the words of its value, those of the values that it may have, or of the fewer values
 * that it has not.
 *
 * @param values the words of every value, by id
 */
export function knownWords(values: Readonly<Record<string, string>>, known: Known): string {
  const left = valuesOf(known);
  const out = Object.keys(values).filter((value) => !left.includes(value));
  const said = (ids: readonly string[]): string => alternatives(ids.map((id) => shortForm(values[id] ?? id)));
  return left.length > 1 && out.length < left.length && out.length > 0 ? `Any but ${said(out)}` : said(left);
}

/** What a practice says of every paper, in the table's sentences. */
export function alwaysWords(fact: Fact, always: Known): string {
  return alwaysSo(fact, always)
    .map((value) => fact["always-so"]?.[value] ?? value)
    .join(" Or: ");
}

/** A text of a table, with what goes on from it. */
export function inFull(text: string, more: string | null | undefined): string {
  return more ? `${text} ${more}` : text;
}

/** An answer without the explanation behind its ` - `. */
export function shortForm(answer: string): string {
  return answer.split(" - ")[0] ?? answer;
}

/** A sentence that goes on with a clause, if there is one. */
export function withClause(text: string, clause: string): string {
  return clause === "" ? text : `${text.replace(/\.$/, "")}: ${clause}.`;
}

/** What was stated of a particular: a day in full, or a text as it is. */
export function particularWords(particular: Particular | undefined, stated: string): string {
  return particular?.kind === "text" ? stated : dayInWords(stated);
}

/** What is to go out, from when to when, and to whom, as far as a case says so; empty where it says nothing. */
export function scopeWords(
  { particulars }: Table,
  stated: Readonly<Record<string, string>>,
  discloses: Step["discloses"] = true,
): string {
  if (!discloses) return "";
  const of = (scope: Particular["scope"]): string | undefined =>
    stated[Object.keys(particulars).find((id) => particulars[id]?.scope === scope) ?? ""];
  const recipient = discloses === "to-whom-it-says" ? undefined : of("recipient");
  const only = recipient && `to ${inClause(recipient).replace(/\s+only$/i, "")} only`;
  const parts = [of("what") && inClause(of("what") as string), periodWords(of("from"), of("to")), only];
  return parts.filter((part) => part !== undefined).join(", ");
}

/** A text as it goes on in a sentence of ours. */
function inClause(text: string): string {
  return text.replace(/[\s.,;:]+$/, "");
}

function periodWords(from: string | undefined, to: string | undefined): string | undefined {
  if (from !== undefined && to !== undefined) return `from ${dateInWords(from)} to ${dateInWords(to)}`;
  if (from !== undefined) return `from ${dateInWords(from)} on`;
  return to === undefined ? undefined : `up to ${dateInWords(to)}`;
}
