import type { Deadline, Table } from "../../table/table.js";
import { dueOn } from "../../triage/deadlines.js";
import { DAY_NUMBERS, dayOfNumber, numberOfDay } from "./day-number.js";

/** The number of the day on which something is due, from those of the particulars by their position in the table. */
export type DueNumber = (days: Int32Array) => number;

/** There is no day, because a date is missing that it is reckoned from. */
const MISSING = -1;
/** The day is too far off to have a number. */
export const TOO_FAR = -2;

/** When a deadline falls: the same as `dueOn`, for many cases. */
export function newDueNumber(table: Table, id: string): DueNumber {
  const deadline = table.deadlines[id] as Deadline;
  const order = Object.keys(table.particulars);
  const from = order.indexOf(deadline.from);
  const earliest = deadline.embargo ? order.indexOf(table.particulars[deadline.from]?.["not-before"] ?? "") : -1;
  const instead = order.indexOf(deadline["not-before"] ?? "");
  const ceiling = order.indexOf(deadline["not-after"] ?? "");
  const reckoned = new Int32Array(DAY_NUMBERS);
  const reckonedFrom = (start: number): number => {
    if (start < 0) return MISSING;
    if (reckoned[start] === 0) reckoned[start] = reckon(table, id, deadline, start);
    const day = reckoned[start] as number;
    return day < 0 ? TOO_FAR : day;
  };
  return (days) => {
    // a date that was not given has the number -1, and there may be no such particular
    const stated = instead >= 0 ? (days[instead] as number) : -1;
    const start = days[from] as number;
    const floor = start >= 0 && earliest >= 0 ? (days[earliest] as number) : -1;
    const due = stated >= 0 ? stated : reckonedFrom(Math.max(start, floor));
    const last = ceiling >= 0 ? (days[ceiling] as number) : -1;
    return due >= 0 && last >= 0 && last < due ? last : due;
  };
}

function reckon(table: Table, id: string, { from }: Deadline, start: number): number {
  const day = dayOfNumber(start);
  return numberOfDay(dueOn(table, id, { [from]: day }, day).day as string);
}
