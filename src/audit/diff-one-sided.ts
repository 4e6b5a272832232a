import { countEnds } from "../diagram/count.js";
import { end, type Ref } from "../diagram/graph.js";
import { ifThenElse } from "../diagram/logic.js";
import { type Draft, IMPOSSIBLE, ruleIndex } from "../table/compile.js";
import type { Rule, Table } from "../table/table.js";
import type { FactValue } from "./diff-renames.js";
import { hasValue, type Space } from "./diff-space.js";

/** A value that only one of two tables knows, of a fact that both know. */
export interface OneSided extends FactValue {
  readonly knownTo: "old" | "new";
  /** Situations with this value that can exist. */
  readonly count: bigint;
  /** The rules that decide them, the most situations first. */
  readonly deciding: readonly { readonly rule: Rule; readonly count: bigint }[];
}

/**
 * What situations come to that exist for one of the tables only.
 *
 * @param before the outcome under the old law
 */
export function findOneSided(space: Space, draft: Draft, before: Ref): OneSided[] {
  const told = (value: FactValue, knownTo: OneSided["knownTo"], outcome: Ref): OneSided => {
    const root = ifThenElse(draft.forest, draft.condition(hasValue(value)), outcome, end(IMPOSSIBLE));
    const deciding = decidingRules(space[knownTo], draft, root);
    return { ...value, knownTo, count: deciding.reduce((sum, { count }) => sum + count, 0n), deciding };
  };
  return [
    ...space.addedValues.map((value) => told(value, "new", draft.roots.outcome)),
    ...space.removedValues.map((value) => told(value, "old", before)),
  ];
}

function decidingRules({ rules }: Table, { forest }: Draft, outcome: Ref): OneSided["deciding"] {
  const ends = [...countEnds(forest, outcome)].filter(([terminal]) => terminal !== IMPOSSIBLE);
  return ends
    .map(([terminal, count]) => ({ rule: rules[ruleIndex(terminal)] as Rule, count }))
    .sort((a, b) => Number(b.count - a.count));
}
