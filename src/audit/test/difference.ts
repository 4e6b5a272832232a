import type { CompiledTable } from "../../table/compiled.js";
import { lawOn } from "../../table/compiled.js";
import { displacers } from "../../table/overrides.js";
import type { Rule } from "../../table/table.js";
import type { Case, Expectation } from "../../triage/case.js";
import type { Decision } from "../../triage/decide.js";
import { commonVerdict, outcomes } from "../../triage/outcomes.js";
import { possibleRules, situationOf } from "../../triage/situation.js";

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
  const changes = Object.keys(compiled.table.facts).flatMap((fact): FactChange[] => {
    const to = valuesThat(isMet, compiled, facts, decision.asOf, fact);
    return to.length === 0 ? [] : [{ fact, from: facts[fact] ?? "unknown", to }];
  });
  return { changes, displacedBy: displacing(compiled, expect.rule, decision) };
}

/** The values of a fact, `unknown` among them, with which the possible rules are as they should be. */
function valuesThat(
  isMet: (rules: readonly Rule[]) => boolean,
  compiled: CompiledTable,
  facts: Case["facts"],
  day: string,
  fact: string,
): string[] {
  const law = lawOn(compiled, day);
  const situation = situationOf(compiled, law, facts);
  const stated = outcomes(compiled, law, situation, fact, ({ id }) => id);
  const open = possibleRules(compiled, law, situation.with(law.factOrder.indexOf(fact), undefined));
  const fitting = stated.filter(({ rules }) => isMet(rules)).flatMap(({ values }) => values);
  return isMet(open) ? [...fitting, "unknown"] : fitting;
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
