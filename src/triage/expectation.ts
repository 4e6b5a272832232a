import { type CompiledTable, lawOn } from "../table/compiled.js";
import type { Brief } from "./brief.js";
import type { Case, Expectation } from "./case.js";
import { dueOn } from "./deadlines.js";
import type { Decision } from "./decide.js";
import { certainIds, situationOf } from "./situation.js";

/** One thing in which a decision is not what the case's author expected. */
export interface Unmet {
  readonly what: keyof Expectation;
  readonly expected: string;
  readonly got: string;
}

/** The part of a decision of which something can be expected. */
type Expected = Pick<Decision, "verdict" | "possible" | "notices" | "deadlines">;

/** Everything in which a decision differs from an expectation; empty where it is met. */
export function findUnmet(expectation: Expectation, { verdict, possible, notices, deadlines }: Expected): Unmet[] {
  const rule = possible.length === 1 ? (possible[0]?.id ?? "none") : "none";
  const deadline = deadlines.flatMap(({ day }) => day ?? []).sort()[0] ?? "none";
  const got = { verdict, rule, notices: inOrder(notices), deadline };
  const { verdict: expected, rule: deciding, notices: shown, deadline: due } = expectation;
  const wanted = { verdict: expected, rule: deciding, notices: shown && inOrder(shown), deadline: due };
  const fields = ["verdict", "rule", "notices", "deadline"] as const;
  return fields.flatMap((what) => {
    const value = wanted[what];
    return value === undefined || value === got[what] ? [] : [{ what, expected: value, got: got[what] }];
  });
}

/** The same from the part of a decision that is quick to come by: the whole of it would take many times as long. */
export function findUnmetBriefly(
  compiled: CompiledTable,
  { facts, particulars }: Case,
  expectation: Expectation,
  { verdict, rule, deadlines }: Brief,
  today: string,
): Unmet[] {
  const law = lawOn(compiled, today);
  const notices =
    expectation.notices === undefined ? [] : certainIds(law, law.roots.notices, situationOf(compiled, law, facts));
  const due = deadlines.map((id) => dueOn(compiled.table, id, particulars, today));
  // of several that can still decide none is expected
  const possible = rule === undefined ? [] : [rule];
  return findUnmet(expectation, { verdict, possible, notices, deadlines: due });
}

function inOrder(ids: readonly string[]): string {
  return [...ids].sort().join(", ") || "none";
}
