import type { Knowledge } from "../diagram/graph.js";
import type { Law } from "../table/compile.js";
import { type CompiledTable, lawOn } from "../table/compiled.js";
import { mostSerious } from "../table/verdict.js";
import type { Brief } from "./brief/commons.js";
import type { Case, CaseInParts, Expectation } from "./case.js";
import { dueOn } from "./deadlines.js";
import type { Decision } from "./decide.js";
import { presumableIn, withGranted } from "./outlook.js";
import { certainIds, situationOf } from "./situation.js";

/** One thing in which a decision is not what the case's author expected. */
export interface Unmet {
  readonly what: keyof Expectation;
  readonly expected: string;
  readonly got: string;
  /** The label of the part whose decision it is; absent where that of the whole case is meant. */
  readonly part?: string | undefined;
}

/** The part of a decision of which something can be expected. */
export type Expected = Pick<Decision, "verdict" | "possible" | "notices" | "deadlines">;

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

/** Everything in which the decisions on the parts of a case, in their order, differ from what it and they expect. */
export function findUnmetInParts({ parts, expect }: CaseInParts, decided: readonly Expected[]): Unmet[] {
  const inParts = parts.flatMap(({ label, given }, index) =>
    unmetIf(given.expect, decided[index] as Expected).map((one) => ({ ...one, part: label })),
  );
  return [...unmetIf(expect, together(decided)), ...inParts];
}

function unmetIf(expectation: Expectation | undefined, decided: Expected): Unmet[] {
  return expectation === undefined ? [] : findUnmet(expectation, decided);
}

/** What is decided of all parts, as though it were one decision. */
function together(decided: readonly Expected[]): Expected {
  return {
    verdict: mostSerious(decided.map(({ verdict }) => verdict)),
    possible: [...new Set(decided.flatMap(({ possible }) => possible))],
    notices: [...new Set(decided.flatMap(({ notices }) => notices))],
    deadlines: decided.flatMap(({ deadlines }) => deadlines),
  };
}

/** The same from the part of a decision that is quick to come by: the whole of it would take many times as long. */
export function findUnmetBriefly(
  compiled: CompiledTable,
  given: Case,
  expectation: Expectation,
  brief: Brief,
  today: string,
): Unmet[] {
  return findUnmet(expectation, expectedOf(compiled, given, brief, today, expectation.notices !== undefined));
}

/** The same for a case in parts, from what is quick to come by of each; `undefined` where nothing is expected. */
export function findUnmetInPartsBriefly(
  compiled: CompiledTable,
  given: CaseInParts,
  briefs: readonly Brief[],
  today: string,
): Unmet[] | undefined {
  const expectations = [given, ...given.parts.map((part) => part.given)].flatMap(({ expect }) => expect ?? []);
  if (expectations.length === 0) return undefined;
  const withNotices = expectations.some(({ notices }) => notices !== undefined);
  const decided = given.parts.map((part, index) =>
    expectedOf(compiled, part.given, briefs[index] as Brief, today, withNotices),
  );
  return findUnmetInParts(given, decided);
}

/** @param withNotices whether any notices are expected: to find them takes longer than all the rest */
function expectedOf(
  compiled: CompiledTable,
  { facts, particulars }: Case,
  brief: Brief,
  today: string,
  withNotices: boolean,
): Expected {
  const { verdict, rule, deadlines } = brief;
  const law = lawOn(compiled, today);
  const notices = withNotices ? certainIds(law, law.roots.notices, situationBehind(compiled, law, facts, brief)) : [];
  const due = deadlines.map((id) => dueOn(compiled.table, id, particulars, today));
  // of several that can still decide none is expected
  const possible = rule === undefined ? [] : [rule];
  return { verdict, possible, notices, deadlines: due };
}

/** What is known to say so, with what is taken for granted. */
function situationBehind(
  compiled: CompiledTable,
  law: Law,
  facts: Case["facts"],
  { presumed, wouldBind }: Brief,
): Knowledge {
  const stated = situationOf(compiled, law, facts);
  // what would bind only on it is not said, and nothing is taken for granted
  if (wouldBind.length > 0) return stated;
  return withGranted(
    stated,
    presumableIn(compiled.table, law.factOrder).filter(({ id }) => presumed.includes(id)),
  );
}

function inOrder(ids: readonly string[]): string {
  return [...ids].sort().join(", ") || "none";
}
