import { daysThatCount } from "../report/assessment/days-that-count.js";
import { figure, partName, plural } from "../report/words.js";
import { SERIOUS_FIRST, VERDICTS, type Verdict } from "../table/verdict.js";
import type { Unmet } from "../triage/expectation.js";
import type { AssessedRecord, BatchRecord, UnreadableRecord } from "./record.js";
import { type BatchSummary, isWorkbook } from "./summary.js";

/** `5 records: 2 likely-unlawful, 2 cannot-say, 1 unreadable, the first at cases.csv:7`. */
export function summaryText(summary: BatchSummary): string {
  const { records, unreadable, missing, unmet, firstUnreadable, isGivenUp } = summary;
  const counted: readonly (readonly [number, string])[] = [
    ...verdictCounts(summary),
    [unmet, "not as expected"],
    [unreadable, "unreadable"],
    [missing, "with nothing to read"],
  ];
  const parts = counted.filter(([count]) => count > 0).map(([count, what]) => `${figure(count)} ${what}`);
  const first = firstUnreadable === undefined ? "" : `, the first at ${firstUnreadable}`;
  const end = isGivenUp ? ". Given up there, as --limit-errors asks: what follows was not read" : "";
  return `${plural(records, "record")}${parts.length > 0 ? `: ${parts.join(", ")}` : ""}${first}${end}`;
}

/** What else is to be known about a batch, a sentence for each thing. */
export function remarksOn({ leftOut: { count, named }, notFoundColumns }: BatchSummary): string[] {
  const more = count > named.length ? ` and ${figure(count - named.length)} more` : "";
  const remedy = named.some(isWorkbook) ? "; save a workbook as CSV UTF-8 to have it read" : "";
  return [
    ...(count > 0 ? [`left out, since it is not named as a case file: ${named.join(", ")}${more}${remedy}`] : []),
    ...notFoundColumns.map((name) => `--ignore-columns: no table has a column \`${name}\``),
  ];
}

/** How many records came to each verdict, in the order of the verdicts. */
export function verdictCounts({ verdicts }: BatchSummary): [number, string][] {
  return Object.keys(VERDICTS).map((verdict) => [verdicts.get(verdict as Verdict) ?? 0, verdict]);
}

/** What a record is known by: its reference, with its place behind it. */
export function labelOf({ at, reference }: BatchRecord): string {
  return reference === null ? at : `${reference} (${at})`;
}

/** What is wrong with a record, a text for each error: where, what, and what to do about it. */
export function errorTexts({ at: place, errors, moreErrors }: UnreadableRecord): string[] {
  const texts = errors.map(({ at, code, message, help }) => {
    const remedy = help === null ? "" : `; ${help}`;
    return `${at ?? place}: ${message}${remedy} [${code}]`;
  });
  return moreErrors === undefined ? texts : [...texts, `… and ${figure(moreErrors)} more`];
}

/** What is worth saying about a record beside its verdict, on one line. */
export function noteText(record: AssessedRecord): string {
  const [first] = dueDays(record);
  // what is taken for granted is told as that
  const unknown = record.unknown.filter((fact) => !record.presumed.includes(fact));
  return [
    ...(record.unmet ?? []).map((one) => `expected ${expectedThing(one)} ${one.expected}, got ${one.got}`),
    ...partTexts(record),
    ...(record.presumed.length > 0 ? [`presumed: ${record.presumed.join(", ")}`] : []),
    ...(unknown.length > 0 ? [`not known: ${unknown.join(", ")}`] : []),
    ...(first === undefined ? [] : [`by ${first}`]),
  ].join("; ");
}

/** What the answer to each part is: `child A: consent-first`. */
export function partTexts({ parts = [] }: AssessedRecord): string[] {
  return parts.map(({ label, verdict }) => `${partName(label)}: ${verdict}`);
}

/** In what an answer is not as expected: `verdict: expected refer, got cannot-say`. */
export function unmetTexts({ unmet = [] }: AssessedRecord): string[] {
  return unmet.map((one) => `${expectedThing(one)}: expected ${one.expected}, got ${one.got}`);
}

function expectedThing({ what, part }: Unmet): string {
  return part === undefined ? what : `${what} of ${part}`;
}

/** The days on which something is due, the earliest first. */
export function dueDays({ deadlines }: AssessedRecord): string[] {
  return daysThatCount(deadlines)
    .flatMap(({ day }) => day ?? [])
    .sort();
}

/** How far a batch has come, and the worst of it: `1,200,000 records, 400,000 a second, worst so far: likely-unlawful`. */
export function progressText(summary: BatchSummary, seconds: number): string {
  const { records, unreadable, verdicts } = summary;
  const rate = figure(Math.round(records / seconds));
  const worst = unreadable > 0 ? "unreadable" : SERIOUS_FIRST.find((verdict) => verdicts.has(verdict));
  return `${plural(records, "record")}, ${rate} a second${worst === undefined ? "" : `, worst so far: ${worst}`}`;
}
