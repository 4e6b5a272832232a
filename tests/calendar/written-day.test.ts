import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays } from "../../src/calendar/day.js";
import { readDay } from "../../src/calendar/written-day.js";
import { dateInWords, dayInWords } from "../../src/report/words.js";

const TODAY = "2026-11-22";

const dayOf = (text: string, hasPassed = true) => {
  const read = readDay(text, TODAY, hasPassed);
  return read.kind === "none" ? read.why : read.day;
};

test.each([
  ["22/11/2026", "2026-11-22"],
  ["03/04/2026", "2026-04-03"], // never 4 March
  ["3.4.26", "2026-04-03"],
  ["3-4-2026", "2026-04-03"],
  ["22 Nov", "2026-11-22"],
  ["22nov", "2026-11-22"],
  ["23 Nov", "2025-11-23"],
  ["31 dec", "2025-12-31"],
  ["29 February", "2024-02-29"],
  ["22nd of November 2026", "2026-11-22"],
  ["Sunday, 22 November 2026", "2026-11-22"],
  ["sun 22 sept. 2024", "2024-09-22"],
  ["1st Sept 2026", "2026-09-01"],
  ["2026-11-22", "2026-11-22"],
  ["today", "2026-11-22"],
  [" Yesterday ", "2026-11-21"],
  ["tomorrow", "2026-11-23"],
  ["7 days from 19 Nov 2026", "2026-11-26"],
  ["14 days after 19/11", "2026-12-03"],
  ["1 month from 31 Oct 2026", "2026-11-30"],
  ["2 weeks from today", "2026-12-06"],
  ["7 days from 19 December", "2025-12-26"], // what it is counted from has passed
])("%s is %s", (text, day) => {
  expect(dayOf(text)).toBe(day);
});

test.each([
  ["11/22/2026", "There is no month 22. The day comes first: 22/11/2026."],
  ["30/2/2026", "There is no 30 February 2026."],
  ["31 June", "There is no 31 June 2026."],
  ["7 days from 31 June 2026", "There is no 31 June 2026."],
  ["29/2/2023", "There is no 29 February 2023."],
  ["0/5/2026", "There is no 0 May 2026."],
  ["22 Nox 2026", "“nox” is not a month."],
  ["22 no 2026", "“no” is not a month."],
  ["Monday 22 November 2026", "That day is a Sunday, not a “monday”."],
  ["22", "This is not a date."],
  ["next week", "This is not a date."],
  ["constructor", "This is not a date."],
  ["22/11/026", "This is not a date."],
  ["2026-02-30", "This is not a date."],
  ["", "This is not a date."],
])("%s is no date: %s", (text, why) => {
  expect(dayOf(text)).toContain(why);
});

test.each([
  ["22 Nov", "2026-11-22"],
  ["22/11", "2026-11-22"],
  ["23 Nov", "2026-11-23"],
  ["15 Jan", "2027-01-15"],
  ["15 Jun", "2026-06-15"],
  ["29 Feb", "2028-02-29"],
])("without a year, %s is %s where it may lie ahead", (text, day) => {
  expect(readDay(text, TODAY, false)).toEqual({ kind: "guess", day });
});

test("a year that was not written is a guess, one that was is none", () => {
  expect(readDay("23 Nov", TODAY, true)).toEqual({ kind: "guess", day: "2025-11-23" });
  expect(readDay("23 Nov 26", TODAY, true)).toEqual({ kind: "day", day: "2026-11-23" });
  expect(readDay("today", TODAY, true)).toEqual({ kind: "day", day: TODAY });
  expect(readDay("Monday 22 Nov", TODAY, false)).toMatchObject({ kind: "none" });
});

test("a day is read back from every way of writing it", () => {
  const anyDay = fc.integer({ min: -3000, max: 10_000 }).map((days) => addDays(TODAY, days));
  fc.assert(
    fc.property(anyDay, (day) => {
      const [year, month, date] = day.split("-").map(Number) as [number, number, number];
      const forms = [
        day,
        `${date}/${month}/${year}`,
        `${date}.${month}.${year % 100}`,
        dateInWords(day),
        dayInWords(day),
      ];
      for (const form of forms) expect([form, dayOf(form, false)]).toEqual([form, day]);
    }),
  );
});
