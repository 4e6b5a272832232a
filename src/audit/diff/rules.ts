import { endsIn } from "../../diagram/apply.js";
import { count, countEnds, countSpace } from "../../diagram/count.js";
import { end, NO, type Ref } from "../../diagram/graph.js";
import { and, ifThenElse, not } from "../../diagram/logic.js";
import { type Draft, IMPOSSIBLE, ruleEnd } from "../../table/compile.js";
import type { Rule } from "../../table/table.js";
import { describeOwn, type Laws, type Own, type Share, type Side, sharesOf } from "./laws.js";

/** A rule that only one of two tables has, and what it decides there. */
export interface OneSidedRule {
  readonly rule: Rule;
  readonly knownTo: Side;
  /** What it decides; absent where that is nothing. */
  readonly own: Own | undefined;
  /** How many situations can exist in its law. */
  readonly possible: bigint;
  /** What the other law makes of those situations that it knows. */
  readonly otherwise: readonly Share[];
  /** How many of them have a value that the other table does not know. */
  readonly beyond: bigint;
}

/**
 * The rules that are new, then those that are gone.
 *
 * @param apart situations with a value that one of the tables does not know
 */
export function findOneSidedRules(laws: Laws, draft: Draft, apart: Ref): OneSidedRule[] {
  return [...rulesOnlyIn(laws, "new", draft, apart), ...rulesOnlyIn(laws, "old", draft, apart)];
}

function rulesOnlyIn(laws: Laws, side: Side, draft: Draft, apart: Ref): OneSidedRule[] {
  const { forest } = draft;
  const [own, other] = side === "new" ? [laws.new, laws.old] : [laws.old, laws.new];
  const total = countSpace(forest.space) - (countEnds(forest, own.outcome).get(IMPOSSIBLE) ?? 0n);
  const known = new Set(other.table.rules.map(({ id }) => id));
  return own.table.rules.flatMap((rule, index): OneSidedRule[] => {
    if (known.has(rule.id)) return [];
    const decides = endsIn(forest, own.outcome, [ruleEnd(index)]);
    const shared = and(forest, decides, not(forest, apart));
    return [
      {
        rule,
        knownTo: side,
        own: decides === end(NO) ? undefined : describeOwn(draft, own, decides),
        possible: total,
        otherwise: sharesOf(forest, other.table, ifThenElse(forest, shared, other.outcome, end(NO))),
        beyond: count(forest, and(forest, decides, apart)),
      },
    ];
  });
}
