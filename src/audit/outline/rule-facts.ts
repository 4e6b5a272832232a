import { countEnds } from "../../diagram/count.js";
import { end, NO } from "../../diagram/graph.js";
import { and } from "../../diagram/logic.js";
import { type Draft, IMPOSSIBLE, ruleEnd, situations } from "../../table/compile.js";
import { displacers } from "../../table/overrides.js";
import type { Rule } from "../../table/table.js";

/** What the diagram knows about a rule. */
export interface RuleFacts {
  readonly rule: Rule;
  /** In how many situations it decides, on the day. */
  readonly decides: bigint;
  /** Of how many situations that can exist. */
  readonly possible: bigint;
  /** Rules that give way to it in some situation. */
  readonly displaces: readonly string[];
  /** Rules to which it gives way in some situation. */
  readonly givesWayTo: readonly string[];
}

/** By position in the table. */
export function ruleFacts(draft: Draft): RuleFacts[] {
  const { forest, outcome, condition, table } = draft;
  const ends = countEnds(forest, outcome);
  const possible = situations(table) - (ends.get(IMPOSSIBLE) ?? 0n);
  const above = displacers(table.rules);
  const conditions = new Map(table.rules.map(({ id, when }) => [id, condition(when)]));
  const meet = (one: string, other: string): boolean =>
    and(forest, draft.possible, conditions.get(one) ?? end(NO), conditions.get(other) ?? end(NO)) !== end(NO);
  return table.rules.map((rule, index) => ({
    rule,
    decides: ends.get(ruleEnd(index)) ?? 0n,
    possible,
    displaces: [...above].flatMap(([id, winners]) => (winners.includes(rule.id) && meet(id, rule.id) ? [id] : [])),
    givesWayTo: (above.get(rule.id) ?? []).filter((id) => meet(id, rule.id)),
  }));
}
