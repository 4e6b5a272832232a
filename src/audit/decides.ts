import type { Ref } from "../diagram/graph.js";
import { and, not, or } from "../diagram/logic.js";
import { ALL, displacers } from "../table/overrides.js";
import type { Rule } from "../table/table.js";
import type { DayLaw } from "./audited.js";

/** For each rule, by position, the positions of the rules that displace it. */
export type Above = readonly (readonly number[])[];

export function aboveOf(rules: readonly Rule[]): Above {
  const position = new Map(rules.map(({ id }, index) => [id, index]));
  const above = displacers(rules);
  return rules.map(({ id }) => (above.get(id) ?? []).map((winner) => position.get(winner) as number));
}

/** The same with the overrides of one rule changed; only the pairs that it can concern are looked at again. */
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
  { draft: { forest, decides } }: DayLaw,
  rules: readonly number[],
  applies: readonly Ref[],
  above: Above,
): boolean {
  return rules.every((index) => {
    const winners = (above[index] as readonly number[]).map((winner) => applies[winner] as Ref);
    return and(forest, applies[index] as Ref, not(forest, or(forest, ...winners))) === decides[index];
  });
}

/** The rules that one rule displaces, by position. */
export function belowOf(above: Above, index: number): number[] {
  return above.flatMap((winners, loser) => (winners.includes(index) ? [loser] : []));
}
