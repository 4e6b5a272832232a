import type { Deadline } from "../table/table.js";
import { plural } from "./words.js";

/** What is due and how its date is worked out: `Access is due by: 39 days after served-on`. */
export function deadlineText(deadline: Deadline): string {
  return `${deadline.says}: ${reckoningText(deadline)}`;
}

/** `7 days after order-date, or stated-deadline where it is given`. */
export function reckoningText({ from, after, "not-before": stated, "not-after": ceiling }: Deadline): string {
  const { count, unit } = after;
  const bounds = [
    ...(stated === undefined ? [] : [`or ${stated} where it is given`]),
    ...(ceiling === undefined ? [] : [`but not after ${ceiling}`]),
  ];
  return [count === 0 ? `the day given as ${from}` : `${plural(count, unit)} after ${from}`, ...bounds].join(", ");
}

/** The particulars that a deadline is worked out from. */
export function datesOf({ from, "not-before": floor, "not-after": ceiling }: Deadline): string[] {
  return [from, floor ?? [], ceiling ?? []].flat();
}
