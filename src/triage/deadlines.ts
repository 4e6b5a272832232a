import bankHolidays from "../calendar/bank-holidays.json" with { type: "json" };
import { addDays, addMonths, daysBetween, weekdayOf } from "../calendar/day.js";
import type { Deadline, Period, Table } from "../table/table.js";

/** When something is due, as far as the particulars tell. */
export interface Due {
  readonly id: string;
  /** The last day, as YYYY-MM-DD; absent where the particular it runs from is missing. */
  readonly day?: string;
  /** The particular that is missing. */
  readonly missing?: string;
  /** From the day of the assessment to the deadline; negative where it has passed. */
  readonly daysLeft?: number;
  /** The day that the paper itself gives, where it is earlier than the one reckoned: the one to act by. */
  readonly paperSays?: string;
  /** The day reckoned from the paper's own date, where the paper gives an earlier one. */
  readonly reckoned?: string;
  /** There where it is due only if what would be taken for granted is so. */
  readonly ifSo?: true | undefined;
}

/** Something about the dates that cannot be right, or is not what a deadline was reckoned to be. */
export type DateDoubt =
  | { readonly kind: "before"; readonly particular: string; readonly other: string }
  | { readonly kind: "in-future"; readonly particular: string };

type Particulars = Readonly<Record<string, string>>;

/** The years whose bank holidays are known. */
export const YEARS = { first: 2018, last: 2060 };

const holidays = new Set(bankHolidays);

/** When a deadline falls, reckoned on the day `today`. */
export function dueOn(table: Table, id: string, particulars: Particulars, today: string): Due {
  const deadline = table.deadlines[id] as Deadline;
  const start = startOf(table, deadline, particulars);
  const stated = particulars[deadline["not-before"] ?? ""];
  const reckoned = start === undefined ? undefined : dayAfter(start, deadline.after);
  // what the paper states is what binds until it is changed, be it too early
  const due = stated ?? reckoned;
  if (due === undefined) return { id, missing: deadline.from };
  const day = earlier(due, particulars[deadline["not-after"] ?? ""]);
  const tooEarly = stated !== undefined && reckoned !== undefined && stated < reckoned;
  return { id, day, daysLeft: daysBetween(today, day), ...(tooEarly ? { paperSays: stated, reckoned } : {}) };
}

/** Where dates cannot both be right, nothing is let go by the earlier one. */
function startOf(table: Table, { from, embargo }: Deadline, particulars: Particulars): string | undefined {
  const start = particulars[from];
  const earliest = embargo ? particulars[table.particulars[from]?.["not-before"] ?? ""] : undefined;
  return start !== undefined && earliest !== undefined && earliest > start ? earliest : start;
}

/** What is odd about the dates of a case. */
export function doubtsAbout(table: Table, particulars: Particulars, today: string): DateDoubt[] {
  const starts = startsClock(table);
  return Object.entries(table.particulars).flatMap(([particular, { "not-before": other }]): DateDoubt[] => {
    const day = particulars[particular];
    const earliest = particulars[other ?? ""];
    return [
      ...(day !== undefined && other !== undefined && earliest !== undefined && day < earliest
        ? [{ kind: "before", particular, other } as const]
        : []),
      ...(day !== undefined && starts.has(particular) && day > today
        ? [{ kind: "in-future", particular } as const]
        : []),
    ];
  });
}

/** The particulars that a deadline runs from: they cannot lie ahead. */
export function startsClock(table: Table): ReadonlySet<string> {
  return new Set(Object.values(table.deadlines).flatMap(({ from, after }) => (after.count > 0 ? [from] : [])));
}

function dayAfter(start: string, { count, unit }: Period): string {
  switch (unit) {
    case "day":
      return addDays(start, count);
    case "business day":
      return addBusinessDays(start, count);
    case "month":
      return addMonths(start, count);
  }
}

/** The day that is so many business days of England and Wales after another: Criminal Procedure Rules 2025, rule 2.2. */
function addBusinessDays(day: string, days: number): string {
  let [last, left] = [day, days];
  while (left > 0) {
    last = addDays(last, 1);
    if (isBusinessDay(last)) left -= 1;
  }
  return last;
}

function isBusinessDay(day: string): boolean {
  const weekday = weekdayOf(day);
  return weekday !== 0 && weekday !== 6 && !holidays.has(day);
}

function earlier(day: string, other: string | undefined): string {
  return other !== undefined && other < day ? other : day;
}
