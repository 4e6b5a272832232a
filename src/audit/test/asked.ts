import { end, NO, type Ref, YES } from "../../diagram/graph.js";
import { and, ifThenElse, not, or } from "../../diagram/logic.js";
import { someValue } from "../../diagram/narrow.js";
import type { Draft } from "../../table/compile.js";

/**
 * The part of a region in which a case need not state a fact that would not be asked: whatever its value, the
 * situation stays in the region or cannot be.
 */
export function askedPart(draft: Draft, region: Ref): Ref {
  if (region === end(NO)) return region;
  const { forest, factOrder, condition, table } = draft;
  const facts = Object.entries(table.facts).toReversed();
  const stays = facts.reduce(
    (rest, [id, fact]) => {
      const asked = fact["asked-when"] === undefined ? end(YES) : condition(fact["asked-when"]);
      return ifThenElse(forest, asked, rest, everyValue(draft, rest, factOrder.indexOf(id)));
    },
    or(forest, region, not(forest, draft.possible)),
  );
  return and(forest, region, stays);
}

function everyValue({ forest }: Draft, condition: Ref, variable: number): Ref {
  return not(forest, someValue(forest, not(forest, condition), variable));
}
