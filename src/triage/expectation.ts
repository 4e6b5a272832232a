import type { Expectation } from "./case.js";
import type { Decision } from "./decide.js";

/** One thing in which a decision is not what the case's author expected. */
export interface Unmet {
  readonly what: keyof Expectation;
  readonly expected: string;
  readonly got: string;
}

/** Everything in which a decision differs from an expectation; empty where it is met. */
export function findUnmet(expectation: Expectation, { verdict, possible, notices, deadlines }: Decision): Unmet[] {
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

function inOrder(ids: readonly string[]): string {
  return [...ids].sort().join(", ") || "none";
}
