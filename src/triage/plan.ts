import type { Rule, Table } from "../table/table.js";
import type { Verdict } from "../table/verdict.js";

/** The steps to take and the deadlines to keep, by id. */
export interface Plan {
  readonly steps: readonly string[];
  readonly deadlines: readonly string[];
}

/**
 * The plan of the one rule that can decide. While there are several, the steps are those of the table for the verdict,
 * and the deadlines those of every rule that may yet decide: none is to be missed while the facts are found out.
 */
export function planFor(table: Table, possible: readonly Rule[], verdict: Verdict): Plan {
  const steps = possible.length === 1 ? (possible[0] as Rule).steps : (table.verdicts[verdict]?.steps ?? []);
  const byStep = steps.flatMap((id) => table.steps[id]?.by ?? []);
  return { steps, deadlines: [...new Set([...possible.flatMap(({ deadlines }) => deadlines), ...byStep])] };
}
