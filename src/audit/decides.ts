import type { Forest } from "../diagram/forest.js";
import type { Ref } from "../diagram/graph.js";
import { and, except } from "../diagram/logic.js";
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

/**
 * Where a rule would decide within a region, if rules applied so and were displaced so. Within a small region that is
 * soon found: what displaces a rule anywhere would have to be put together first.
 */
export function decidesWithin(
  forest: Forest,
  where: Ref,
  { applies, above }: Pick<Draft, "applies" | "above">,
  index: number,
): Ref {
  const winners = above[index] as readonly number[];
  return winners.reduce(
    (left, winner) => except(forest, left, applies[winner] as Ref),
    and(forest, where, applies[index] as Ref),
  );
}

/** Whether these rules would decide the same situations of a region as they do, if they applied so and were displaced so. */
export function decideTheSame(
  { forest, decides }: Draft,
  where: Ref,
  rules: readonly number[],
  laid: Pick<Draft, "applies" | "above">,
): boolean {
  return rules.every(
    (index) => decidesWithin(forest, where, laid, index) === and(forest, where, decides[index] as Ref),
  );
}

const known = new WeakMap<Above, readonly (readonly number[])[]>();

/** The rules that one rule displaces, by position. */
export function belowOf(above: Above, index: number): readonly number[] {
  const below = known.get(above) ?? turnedRound(above);
  known.set(above, below);
  return below[index] as readonly number[];
}

function turnedRound(above: Above): number[][] {
  const below: number[][] = above.map(() => []);
  for (const [loser, winners] of above.entries()) for (const winner of winners) below[winner]?.push(loser);
  return below;
}
