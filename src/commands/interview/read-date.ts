import { readDay, type WrittenDay } from "../../calendar/written-day.js";
import type { Table } from "../../table/table.js";
import { RECORD_YEARS } from "../../triage/case.js";
import { startsClock, YEARS } from "../../triage/deadlines.js";

/** Reads what somebody wrote for a date of the table, on the day `today`. What a deadline runs from has passed already. */
export function readDate(table: Table, id: string, written: string, today: string): WrittenDay {
  const read = readDay(written, today, startsClock(table).has(id));
  if (read.kind === "none") return read;
  const year = Number(read.day.slice(0, 4));
  const years = table.particulars[id]?.scope === undefined ? YEARS : RECORD_YEARS;
  if (year >= years.first && year <= years.last) return read;
  const known = years === YEARS ? ", the years whose bank holidays are known" : "";
  return { kind: "none", why: `${year} is outside ${years.first} to ${years.last}${known}.` };
}
