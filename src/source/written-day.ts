import { addDays, isDay, MONTHS, WEEKDAYS, weekdayOf } from "./day.js";

/** A day as YYYY-MM-DD, or a sentence about why the text is none. */
export type WrittenDay = { readonly ok: true; readonly day: string } | { readonly ok: false; readonly why: string };

const NAMED: Readonly<Record<string, number>> = { yesterday: -1, today: 0, tomorrow: 1 };
const WRITTEN =
  /^(?:([a-z]+)\.? )?(\d{1,2})(?:st|nd|rd|th)?(?: of)?[ /.-]*([a-z]+|(?<=[ /.-])\d{1,2})\.?(?:[ /.-]+(\d{4}|\d{2}))?$/;
const FORMS = "Write it such as 22/11/2026, 22 November 2026, today or yesterday";

/**
 * Reads a date as somebody British writes it, the day before the month, or with the year first: `2026-11-22`.
 * Without a year it is the last such day up to `today` where the date must have passed; else the year is asked for.
 */
export function readDay(written: string, today: string, hasPassed: boolean): WrittenDay {
  const text = written
    .trim()
    .toLowerCase()
    .replaceAll(/[\s,]+/g, " ");
  const days = NAMED[text];
  if (days !== undefined) return { ok: true, day: addDays(today, days) };
  if (isDay(text)) return { ok: true, day: text };
  const [, weekday, day, month, year] = WRITTEN.exec(text) ?? [];
  if (day === undefined || month === undefined) return fault(`This is not a date. ${FORMS}.`);
  const number = monthOf(month);
  if (number === undefined) return fault(noMonth(month));
  const whole = year === undefined ? yearOf(day, number, today, hasPassed) : `${year.length === 2 ? "20" : ""}${year}`;
  if (whole === undefined) return fault(`Write the year as well: ${inWords(day, number, today.slice(0, 4))}, perhaps?`);
  const found = dayOf(day, number, whole);
  if (!isDay(found)) return fault(`There is no ${inWords(day, number, whole)}.`);
  const wrong = weekday === undefined ? undefined : wrongWeekday(weekday, found);
  return wrong === undefined ? { ok: true, day: found } : fault(wrong);
}

function fault(why: string): WrittenDay {
  return { ok: false, why };
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

/** The year of the last such day up to today; leap days come round within eight years. */
function yearOf(day: string, month: number, today: string, hasPassed: boolean): string | undefined {
  if (!hasPassed) return undefined;
  const thisYear = Number(today.slice(0, 4));
  const years = Array.from({ length: 9 }, (_, back) => String(thisYear - back));
  const fits = (year: string): boolean => isDay(dayOf(day, month, year)) && dayOf(day, month, year) <= today;
  return years.find(fits) ?? String(thisYear);
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
