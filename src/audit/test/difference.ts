import type { CompiledTable } from "../../table/compiled.js";
import { displacers } from "../../table/overrides.js";
import type { Rule } from "../../table/table.js";
import { type Case, type Expectation, knownText } from "../../triage/case.js";
import { type Decision, rulesLeft } from "../../triage/decide.js";
import { commonVerdict } from "../../triage/outcomes.js";

/** Why a case does not come to the verdict and rule that its author expected. */
export interface Difference {
  /** Single facts any one of which, otherwise stated, would bring what was expected. */
  readonly changes: readonly FactChange[];
  /** Rules that take the place of the expected one, although its own conditions hold. */
  readonly displacedBy: readonly string[];
}

/** A fact as it is stated, and how it would have to be; `unknown` where it is not stated, or would have not to be. */
export interface FactChange {
  readonly fact: string;
  readonly from: string;
  readonly to: readonly string[];
}

export function findDifference(
  compiled: CompiledTable,
  { facts }: Case,
  expect: Expectation,
  decision: Decision,
): Difference {
  const isMet = (rules: readonly Rule[]): boolean =>
    commonVerdict(rules) === expect.verdict &&
    (expect.rule === undefined || (rules.length === 1 && rules[0]?.id === expect.rule));
  if (isMet(decision.possible)) return { changes: [], displacedBy: [] };
  const rulesOn = (known: Case["facts"]): readonly Rule[] => rulesLeft(compiled, known, decision.asOf);
  const changes = Object.entries(compiled.table.facts).flatMap(([fact, { values }]): FactChange[] => {
    const { [fact]: now, ...others } = facts;
    const known = Object.keys(values).map((value) => ({ to: value, rules: rulesOn({ ...others, [fact]: value }) }));
    const all = [...known, { to: "unknown", rules: rulesOn(others) }];
    const to = all.filter(({ rules }) => rules.length > 0 && isMet(rules)).map((one) => one.to);
    return to.length === 0 ? [] : [{ fact, from: knownText(now ?? "unknown"), to }];
  });
  return { changes, displacedBy: displacing(compiled, expect.rule, decision) };
}

function displacing(
  { table }: CompiledTable,
  expected: string | undefined,
  { displaced, possible }: Decision,
): string[] {
  if (!displaced.some(({ id }) => id === expected)) return [];
  const above = displacers(table.rules).get(expected ?? "") ?? [];
  return possible.map(({ id }) => id).filter((id) => above.includes(id));
}
