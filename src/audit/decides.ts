import { end, NO, type Ref } from "../diagram/graph.js";
import { and, ifThenElse } from "../diagram/logic.js";
import type { Draft } from "../table/compile.js";
import { type Above, ALL, displacers } from "../table/overrides.js";
import type { Rule } from "../table/table.js";

/** Which rules displace each, once one rule overrides less than before; only the pairs that it can concern are looked at again. */
export function aboveWith(rules: readonly Rule[], above: Above, index: number, changed: Rule): Above {
  const left = new Set(changed.overrides);
  const dropped = rules[index]?.overrides.filter((id) => !left.has(id)) ?? [];
  const result = [...above];
  const settle = (loser: number, winner: number, isAbove: boolean): void => {
    const others = (result[loser] as readonly number[]).filter((one) => one !== winner);
    result[loser] = isAbove ? [...others, winner] : others;
  };
  for (const [other, rule] of rules.entries()) {
    if (other === index || !(dropped.includes(ALL) || dropped.includes(rule.id))) continue;
    const between = displacers([changed, rule]);
    settle(index, other, between.get(changed.id)?.length === 1);
    settle(other, index, between.get(rule.id)?.length === 1);
  }
  return result;
}

/** Whether these rules would decide the same situations of a region as they do, if they applied so and were displaced so. */
export function decideTheSame(
  { forest, decides }: Draft,
  where: Ref,
  rules: readonly number[],
  applies: readonly Ref[],
  above: Above,
): boolean {
  // within the region, which is small: what displaces a rule anywhere would have to be put together first
  const decidedBy = (index: number): Ref =>
    (above[index] as readonly number[]).reduce(
      (left, winner) => ifThenElse(forest, applies[winner] as Ref, end(NO), left),
      and(forest, where, applies[index] as Ref),
    );
  return rules.every((index) => decidedBy(index) === and(forest, where, decides[index] as Ref));
}

/** The rules that one rule displaces, by position. */
export function belowOf(above: Above, index: number): number[] {
  return above.flatMap((winners, loser) => (winners.includes(index) ? [loser] : []));
}
