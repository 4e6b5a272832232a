import { addDays } from "../calendar/day.js";
import { partsIn } from "./parts.js";
import type { InForce, Table } from "./table.js";

/** Whether something is law on a day. */
export function inForce({ from, to }: InForce, day: string): boolean {
  return (from === undefined || from <= day) && (to === undefined || day <= to);
}

/** At least one, each as YYYY-MM-DD. */
export type Days = readonly [string, ...string[]];

/** Which of these days something is law on, by their positions. */
export function daysWithin(dates: InForce, days: readonly string[]): number[] {
  return days.flatMap((day, index) => (inForce(dates, day) ? [index] : []));
}

/** The first day of each period within which the law of a table does not change; the first period has no beginning. */
export function periods(table: Table): readonly string[] {
  const dated = partsIn(table, ...DECIDING, "sources");
  const changes = dated.flatMap(({ value: { from, to } }) => [from, to === undefined ? undefined : addDays(to, 1)]);
  return [BEGINNING, ...new Set(changes.filter((day) => day !== undefined).sort())];
}

/** Which findings, rules, notices and forms are law on a day, as a text: two days with the same text have the same diagram. */
export function choiceOn(table: Table, day: string): string {
  return partsIn(table, ...DECIDING)
    .map(({ value }) => Number(inForce(value, day)))
    .join("");
}

const DECIDING = ["findings", "rules", "notices", "forms"] as const;

/** A day for each choice of findings, rules, notices and forms that is law at some time, today first. */
export function daysOfLaw(table: Table, today: string): Days {
  const starts = periods(table);
  const days = starts.map((from, index) => {
    const next = starts[index + 1];
    if (from <= today && (next === undefined || today < next)) return today;
    return index === 0 && next !== undefined ? addDays(next, -1) : from;
  });
  const choices = [today, ...days].map((day) => ({ day, choice: choiceOn(table, day) }));
  const first = new Map(choices.toReversed().map(({ day, choice }) => [choice, day]));
  return [...new Set(choices.map(({ choice }) => first.get(choice) as string))] as [string, ...string[]];
}

/** Before every date the program accepts. */
export const BEGINNING = "0000-01-01";
