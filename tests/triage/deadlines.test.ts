import Holidays from "date-holidays";
import { describe, expect, test } from "vitest";
import bankHolidays from "../../src/calendar/bank-holidays.json" with { type: "json" };
import type { Deadline, Table } from "../../src/table/table.js";
import { doubtsAbout, dueOn } from "../../src/triage/deadlines.js";
import { emptyTable } from "../table/small-tables.js";

function tableWith(deadline: Partial<Deadline>): Table {
  const particulars = {
    made: { ask: "Made?", kind: "date" },
    served: { ask: "Served?", kind: "date", "not-before": "made" },
    stated: { ask: "Stated?", kind: "date" },
  } as const;
  const due: Deadline = { says: "Due", from: "made", after: { count: 7, unit: "day" }, cite: [], ...deadline };
  return { ...emptyTable(), particulars, deadlines: { due } };
}

test("the stored bank holidays are those that the library reckons for England, and so for Wales", () => {
  const england = new Holidays("GB", "ENG");
  const wales = new Holidays("GB", "WLS");
  const daysOf = (place: Holidays): string[] =>
    Array.from({ length: 44 }, (_, index) => 2018 + index).flatMap((year) =>
      place
        .getHolidays(year)
        .filter(({ type }) => type === "public" || type === "bank")
        .map(({ date }) => date.slice(0, 10)),
    );
  expect(bankHolidays).toEqual([...new Set(daysOf(england))].sort());
  expect([...new Set(daysOf(wales))].sort()).toEqual(bankHolidays);
});

// as the government has published them
test.each([
  [2020, "01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28"],
  [2021, "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28"],
  [2022, "01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27"],
  [2023, "01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26"],
  [2024, "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26"],
  [2025, "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26"],
  [2026, "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28"],
  [2027, "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28"],
])("the weekdays of %i that are no business days are the published bank holidays", (year, published) => {
  const weekdays = bankHolidays.filter(
    (day) => day.startsWith(`${year}`) && ![0, 6].includes(new Date(day).getUTCDay()),
  );
  expect(weekdays.map((day) => day.slice(5)).join(" ")).toBe(published);
});

describe("a deadline", () => {
  test.each([
    ["seven calendar days from the date itself, weekends included", 7, "day", "2026-11-18", "2026-11-25"],
    ["over the end of February in a leap year", 7, "day", "2028-02-25", "2028-03-03"],
    ["ten business days, the day itself not counted", 10, "business day", "2026-11-19", "2026-12-03"],
    ["ten business days over Christmas and the new year", 10, "business day", "2026-12-18", "2027-01-06"],
    ["two business days from a Friday", 2, "business day", "2026-11-20", "2026-11-24"],
    ["two business days from a Saturday", 2, "business day", "2026-11-21", "2026-11-24"],
    ["two business days over Easter", 2, "business day", "2026-04-02", "2026-04-08"],
    ["two business days over the Jubilee weekend", 2, "business day", "2022-06-01", "2022-06-07"],
    ["one month, on the same day", 1, "month", "2026-11-22", "2026-12-22"],
    ["one month from the end of a longer one", 1, "month", "2027-01-31", "2027-02-28"],
    ["three months over the end of a leap year's February", 3, "month", "2027-11-30", "2028-02-29"],
    ["no days at all", 0, "business day", "2026-11-21", "2026-11-21"],
  ] as const)("falls %s", (_, count, unit, made, day) => {
    expect(dueOn(tableWith({ after: { count, unit } }), "due", { made }, "2026-11-22")).toMatchObject({
      id: "due",
      day,
    });
  });

  test("says how many days are left, and below zero how long it has passed", () => {
    const left = (today: string) => dueOn(tableWith({}), "due", { made: "2026-11-18" }, today).daysLeft;
    expect([left("2026-11-22"), left("2026-11-25"), left("2026-11-27")]).toEqual([3, 0, -2]);
  });

  test("is not reckoned without the day it runs from, which is named", () => {
    expect(dueOn(tableWith({}), "due", { served: "2026-11-20" }, "2026-11-22")).toEqual({ id: "due", missing: "made" });
  });

  test("is the day that the paper states, later or earlier, and where it is earlier the one reckoned is told too", () => {
    const table = tableWith({ "not-before": "stated" });
    expect(dueOn(table, "due", { made: "2026-11-18", stated: "2026-12-01" }, "2026-11-22")).toEqual({
      id: "due",
      day: "2026-12-01",
      daysLeft: 9,
    });
    expect(dueOn(table, "due", { made: "2026-11-18", stated: "2026-11-20" }, "2026-11-22")).toEqual({
      id: "due",
      day: "2026-11-20",
      daysLeft: -2,
      paperSays: "2026-11-20",
      reckoned: "2026-11-25",
    });
    expect(dueOn(table, "due", { made: "2026-11-18", stated: "2026-11-25" }, "2026-11-22")).toEqual({
      id: "due",
      day: "2026-11-25",
      daysLeft: 3,
    });
    expect(dueOn(table, "due", { stated: "2026-11-25" }, "2026-11-22")).toEqual({
      id: "due",
      day: "2026-11-25",
      daysLeft: 3,
    });
  });

  test("is an earlier stated day where it may not be later", () => {
    const table = tableWith({ "not-after": "stated" });
    expect(dueOn(table, "due", { made: "2026-11-18", stated: "2026-11-20" }, "2026-11-22").day).toBe("2026-11-20");
    expect(dueOn(table, "due", { made: "2026-11-18", stated: "2026-12-01" }, "2026-11-22").day).toBe("2026-11-25");
  });
});

test("dates that cannot be right are told", () => {
  const doubts = (particulars: Record<string, string>) => doubtsAbout(tableWith({}), particulars, "2026-11-22");
  expect(doubts({ made: "2026-11-18", served: "2026-11-17" })).toEqual([
    { kind: "before", particular: "served", other: "made" },
  ]);
  expect(doubts({ made: "2026-11-23" })).toEqual([{ kind: "in-future", particular: "made" }]);
  expect(doubts({ made: "2026-11-22", served: "2026-11-22", stated: "2027-01-01" })).toEqual([]);
  // a deadline that only repeats a date has not begun by it: a hearing lies ahead
  const repeated = tableWith({ after: { count: 0, unit: "day" } });
  expect(doubtsAbout(repeated, { made: "2026-11-23" }, "2026-11-22")).toEqual([]);
});
