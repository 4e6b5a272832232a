import { end, NO } from "../../diagram/graph.js";
import { areDisjoint } from "../../diagram/join.js";
import { and, or } from "../../diagram/logic.js";
import { within } from "../../diagram/region.js";
import { type Draft, ruleRegions } from "../compile.js";
import type { Situations } from "../fault.js";
import { groupBy } from "../group-by.js";
import type { Rule, Table } from "../table.js";

const FALSE = end(NO);

/** Two rules that both decide some situations, with those of each day. */
export interface Clash {
  readonly rules: readonly [Rule, Rule];
  readonly situations: readonly Situations[];
}

/** Every two rules that decide the same situations on one of these days. */
export function findClashes({ rules }: Table, laws: readonly Draft[]): Clash[] {
  const all = laws.flatMap(overlaps);
  return [...groupBy(all, ({ first, second }) => `${first} ${second}`).values()].map((same) => {
    const [{ first, second }] = same;
    return { rules: [rules[first] as Rule, rules[second] as Rule], situations: same };
  });
}

export function otherOf({ rules: [one, two] }: Clash, rule: Rule): Rule {
  return rule === one ? two : one;
}

/** Whether one of the two applies only where the other does, and that one elsewhere as well. */
export function isSpecial(clash: Clash, rule: Rule): boolean {
  return liesWithin(clash, rule) && !liesWithin(clash, otherOf(clash, rule));
}

/** Whether both apply in just the same situations. */
export function areSame(clash: Clash): boolean {
  return clash.rules.every((rule) => liesWithin(clash, rule));
}

function liesWithin(clash: Clash, inner: Rule): boolean {
  const outer = otherOf(clash, inner);
  return clash.situations.every(({ draft: { forest, possible, condition } }) =>
    within(forest, and(forest, possible, condition(inner.when)), condition(outer.when)),
  );
}

/** Where two rules, told by their positions, both decide. */
interface Overlap extends Situations {
  readonly first: number;
  readonly second: number;
}

function overlaps(draft: Draft): Overlap[] {
  const { forest, decides } = draft;
  if (areDisjoint(forest, ruleRegions(decides))) return [];
  let covered = FALSE;
  return decides.flatMap((own, second) => {
    const isApart = and(forest, covered, own) === FALSE;
    covered = or(forest, covered, own);
    const before = isApart ? [] : decides.slice(0, second);
    return before.flatMap((other, first): Overlap[] => {
      const region = and(forest, other, own);
      return region === FALSE ? [] : [{ first, second, draft, region }];
    });
  });
}
