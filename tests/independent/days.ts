import Holidays from "date-holidays";
import type { Deadline, Written } from "./law.js";

/** A deadline as it falls; `day` is null while the date that it runs from is not known. */
export interface Due {
  readonly id: string;
  readonly day: string | null;
  readonly paperSays: string | null;
  readonly reckoned: string | null;
}

const england = new Holidays("GB", "ENG");
const holidays = new Map<number, readonly string[]>();

export function dueOn(id: string, { deadlines, particulars }: Written, stated: Readonly<Record<string, string>>): Due {
  const deadline = deadlines?.[id] as Deadline;
  const reckoned = reckon(deadline, startOf(deadline, particulars, stated));
  const [floor, ceiling] = [deadline["not-before"], deadline["not-after"]].map((by) => by && stated[by]);
  if (floor) {
    const early = reckoned !== null && floor < reckoned;
    return { id, day: floor, paperSays: early ? floor : null, reckoned: early ? reckoned : null };
  }
  const sooner = ceiling && reckoned !== null && ceiling < reckoned;
  return { id, day: sooner ? ceiling : reckoned, paperSays: null, reckoned: null };
}

function startOf(
  { from, embargo }: Deadline,
  particulars: Written["particulars"],
  stated: Readonly<Record<string, string>>,
): string | undefined {
  const other = particulars?.[from]?.["not-before"];
  const floor = embargo === "yes" && other ? stated[other] : undefined;
  const start = stated[from];
  return start && floor && floor > start ? floor : start;
}

function reckon({ after }: Deadline, start: string | undefined): string | null {
  if (start === undefined) return null;
  const count = Number.parseInt(after, 10);
  if (after.includes("month")) return addMonths(start, count);
  if (!after.includes("business")) return addDays(start, count);
  let day = start;
  for (let left = count; left > 0; ) {
    day = addDays(day, 1);
    if (isBusinessDay(day)) left -= 1;
  }
  return day;
}

function addDays(day: string, count: number): string {
  return new Date(Date.parse(day) + count * 86_400_000).toISOString().slice(0, 10);
}

function addMonths(day: string, count: number): string {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month - 1 + count + 1, 0));
  last.setUTCDate(Math.min(date, last.getUTCDate()));
  return last.toISOString().slice(0, 10);
}

function isBusinessDay(day: string): boolean {
  const weekday = new Date(day).getUTCDay();
  if (weekday === 0 || weekday === 6) return false;
  return !holidaysOf(Number(day.slice(0, 4))).includes(day);
}

function holidaysOf(year: number): readonly string[] {
  const known = holidays.get(year);
  if (known) return known;
  const there = england.getHolidays(year).filter(({ type }) => type === "public" || type === "bank");
  const days = there.map(({ date }) => date.slice(0, 10));
  holidays.set(year, days);
  return days;
}
