import { addDays, addMonths, daysBetween, isDay, MONTHS, WEEKDAYS, weekdayOf } from "./day.js";

/** A day as YYYY-MM-DD; one whose year was not written, so that it can only be guessed; or why the text is none. */
export type WrittenDay =
  | { readonly kind: "day"; readonly day: string }
  | { readonly kind: "guess"; readonly day: string }
  | { readonly kind: "none"; readonly why: string };

const NAMED: ReadonlyMap<string, number> = new Map([
  ["yesterday", -1],
  ["today", 0],
  ["tomorrow", 1],
]);
const WRITTEN =
  /^(?:([a-z]+)\.? )?(\d{1,2})(?:st|nd|rd|th)?(?: of)?[ /.-]*([a-z]+|(?<=[ /.-])\d{1,2})\.?(?:[ /.-]+(\d{4}|\d{2}))?$/;
/** A time counted from a day, which is not itself the first, as papers give it. */
const COUNTED = /^(\d{1,3}) (day|week|month)s? (?:from|after) (.+)$/;
const FORMS = "Write it such as 22/11/2026, 22 November 2026, today or 7 days from 22/11/2026";

/**
 * Reads a date as somebody British writes it, the day before the month, or with the year first: `2026-11-22`; also as so
 * many days, weeks or months from one.
 * Without a year it may be the nearest such day to `today`, or the last one up to it where the date must have passed.
 */
export function readDay(written: string, today: string, hasPassed: boolean): WrittenDay {
  const text = written
    .trim()
    .toLowerCase()
    .replaceAll(/[\s,]+/g, " ");
  const days = NAMED.get(text);
  if (days !== undefined) return { kind: "day", day: addDays(today, days) };
  if (isDay(text)) return { kind: "day", day: text };
  const [, count, unit, from] = COUNTED.exec(text) ?? [];
  if (from !== undefined) return counted(Number(count), unit, readDay(from, today, true));
  const [, weekday, day, month, year] = WRITTEN.exec(text) ?? [];
  if (day === undefined || month === undefined) return fault(`This is not a date. ${FORMS}.`);
  const number = monthOf(month);
  if (number === undefined) return fault(noMonth(month));
  const whole = year === undefined ? nearestYear(day, number, today, hasPassed) : inFull(year);
  const found = dayOf(day, number, whole);
  if (!isDay(found)) return fault(`There is no ${inWords(day, number, whole)}.`);
  const wrong = weekday === undefined ? undefined : wrongWeekday(weekday, found);
  return wrong === undefined ? { kind: year === undefined ? "guess" : "day", day: found } : fault(wrong);
}

/** The day that a time ends on; a guess where that is one from which it is counted. */
function counted(count: number, unit: string | undefined, from: WrittenDay): WrittenDay {
  if (from.kind === "none") return from;
  if (unit === "month") return { ...from, day: addMonths(from.day, count) };
  return { ...from, day: addDays(from.day, unit === "week" ? 7 * count : count) };
}

function fault(why: string): WrittenDay {
  return { kind: "none", why };
}

function inFull(year: string): string {
  return year.length === 2 ? `20${year}` : year;
}

/** 1 to 12, from a number or from at least three letters of a name. */
function monthOf(written: string): number | undefined {
  const named = written.length < 3 ? -1 : MONTHS.findIndex((name) => name.toLowerCase().startsWith(written));
  const number = /^\d+$/.test(written) ? Number(written) : named + 1;
  return number >= 1 && number <= 12 ? number : undefined;
}

function noMonth(written: string): string {
  return /^\d+$/.test(written)
    ? `There is no month ${Number(written)}. The day comes first: 22/11/2026.`
    : `“${written}” is not a month. ${FORMS}.`;
}

/** The year in which such a day comes nearest to today; leap days come round within eight years. */
function nearestYear(day: string, month: number, today: string, hasPassed: boolean): string {
  const thisYear = Number(today.slice(0, 4));
  const years = Array.from({ length: 17 }, (_, index) => String(thisYear + 8 - index));
  const days = years
    .map((year) => dayOf(day, month, year))
    .filter((one) => isDay(one) && !(hasPassed && one > today))
    .sort((one, other) => Math.abs(daysBetween(today, one)) - Math.abs(daysBetween(today, other)));
  return days[0]?.slice(0, 4) ?? String(thisYear);
}

function wrongWeekday(written: string, day: string): string | undefined {
  const name = WEEKDAYS[weekdayOf(day)] as string;
  if (written.length >= 3 && name.toLowerCase().startsWith(written)) return undefined;
  return `That day is a ${name}, not a “${written}”. Check the date.`;
}

function dayOf(day: string, month: number, year: string): string {
  return [year, String(month).padStart(2, "0"), day.padStart(2, "0")].join("-");
}

function inWords(day: string, month: number, year: string): string {
  return `${Number(day)} ${MONTHS[month - 1]} ${year}`;
}
