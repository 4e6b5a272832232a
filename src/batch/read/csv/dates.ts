import { isDay } from "../../../calendar/day.js";

/**
 * In which order the dates of a column have day and month, where some are written such as 18/11/2026. `unclear`: each
 * of them could be read both ways. `mixed`: some can be read only the one way, and some only the other.
 */
export type DateOrder = "day first" | "month first" | "unclear" | "mixed";

/** Whether it takes an order to know which day is meant. */
export function needsOrder(text: string): boolean {
  return WRITTEN.test(text);
}

/** The order of a column as far as it was known, and after one more of its cells. */
export function orderAfter(order: DateOrder, text: string): DateOrder {
  const { dayFirst, monthFirst } = readingsOf(text);
  if ((dayFirst === undefined) === (monthFirst === undefined)) return order;
  const shown = dayFirst === undefined ? "month first" : "day first";
  return order === "unclear" || order === shown ? shown : "mixed";
}

/**
 * The day that is meant by somebody in Britain, as YYYY-MM-DD; undefined where it could be another one, or is none.
 *
 * @param order absent where the column has not been looked through
 */
export function writtenDay(text: string, order: DateOrder | undefined): string | undefined {
  const { dayFirst, monthFirst } = readingsOf(text);
  const isClear = order === "day first" || (order === undefined && monthFirst === undefined) || dayFirst === monthFirst;
  return isClear ? dayFirst : undefined;
}

/** A date as a spreadsheet in Britain or America shows it, perhaps with midnight behind it. */
const WRITTEN = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?: 0?0:00(?::00)?)?$/;

/** The days of the calendar that a text can stand for. */
function readingsOf(text: string): { readonly dayFirst: string | undefined; readonly monthFirst: string | undefined } {
  const [, first = "", , second = "", year = ""] = WRITTEN.exec(text) ?? [];
  const dayOf = (month: string, day: string): string | undefined => {
    const written = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
    return isDay(written) ? written : undefined;
  };
  return { dayFirst: dayOf(second, first), monthFirst: dayOf(first, second) };
}
