import { datesOf } from "../table/behind.js";
import type { Deadline, Rule, Table } from "../table/table.js";
import { commonVerdict } from "./outcomes.js";
import { planFor, plansOf } from "./plan.js";

/** The dates on which a deadline depends that has to be kept under a rule that can still decide, in the table's order. */
export function wantedDates(table: Table, possible: readonly Rule[], unknown: ReadonlySet<string>): string[] {
  const isKnown = (id: string): boolean => !unknown.has(table.deadlines[id]?.from ?? "");
  // where nobody knows the day a deadline runs from, no other day can tell when it ends
  const needed = new Set(
    deadlinesToKeep(table, possible)
      .filter(isKnown)
      .flatMap((id) => datesOf(table.deadlines[id] as Deadline)),
  );
  return Object.keys(table.particulars).filter((id) => needed.has(id));
}

/** The deadlines that depend on a date and have to be kept under a rule that can still decide. */
export function deadlinesFrom(table: Table, possible: readonly Rule[], date: string): string[] {
  return deadlinesToKeep(table, possible).filter((id) => datesOf(table.deadlines[id] as Deadline).includes(date));
}

function deadlinesToKeep(table: Table, possible: readonly Rule[]): readonly string[] {
  const plans = plansOf(table, possible);
  const common = planFor(table, plans, commonVerdict(possible)).deadlines;
  return [...new Set([...common, ...plans.flatMap(({ deadlines }) => deadlines)])];
}
