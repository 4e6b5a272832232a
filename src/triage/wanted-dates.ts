import type { Rule, Table } from "../table/table.js";
import { commonVerdict } from "./outcomes.js";
import { planFor } from "./plan.js";

/** The dates on which a deadline depends that has to be kept under a rule that can still decide, in the table's order. */
export function wantedDates(table: Table, possible: readonly Rule[], unknown: ReadonlySet<string>): string[] {
  const { deadlines } = planFor(table, possible, commonVerdict(possible));
  const needed = new Set(deadlines.flatMap((id) => datesOf(table, id, unknown)));
  return Object.keys(table.particulars).filter((id) => needed.has(id));
}

/** Where nobody knows the day a deadline runs from, no other day can tell when it ends. */
function datesOf(table: Table, id: string, unknown: ReadonlySet<string>): string[] {
  const { from, "not-before": floor, "not-after": ceiling } = table.deadlines[id] ?? {};
  if (from === undefined || unknown.has(from)) return [];
  return [from, floor, ceiling].filter((date) => date !== undefined);
}
