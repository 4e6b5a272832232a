import type { Ref } from "../diagram/graph.js";
import { and } from "../diagram/logic.js";
import { type Draft, decidingRegion } from "../table/compile.js";
import { type Above, ALL, displacers } from "../table/overrides.js";
import type { Rule } from "../table/table.js";

/** Which rules displace each, once one rule overrides less than before; only the pairs that it can concern are looked at again. */
export function aboveWith(rules: readonly Rule[], above: Above, index: number, changed: Rule): Above {
  const result = [...above];
  const winners: number[] = [];
  for (const [other, rule] of rules.entries()) {
    if (other === index || !mayMeet(above, index, other, rule)) continue;
    const between = displacers([changed, rule]);
    if (between.get(changed.id)?.length === 1) winners.push(other);
    const others = (above[other] as readonly number[]).filter((winner) => winner !== index);
    result[other] = between.get(rule.id)?.length === 1 ? [...others, index] : others;
  }
  return result.with(index, winners);
}

function mayMeet(above: Above, index: number, other: number, rule: Rule): boolean {
  return above[index]?.includes(other) || above[other]?.includes(index) || rule.overrides.includes(ALL);
}

/** Whether these rules would decide the same situations as they do, if they applied so and were displaced so. */
export function decideTheSame(
  { forest, possible, decides }: Draft,
  rules: readonly number[],
  applies: readonly Ref[],
  above: Above,
): boolean {
  return rules.every(
    (index) => and(forest, possible, decidingRegion(forest, applies, { above }, index)) === decides[index],
  );
}

/** The rules that one rule displaces, by position. */
export function belowOf(above: Above, index: number): number[] {
  return above.flatMap((winners, loser) => (winners.includes(index) ? [loser] : []));
}
