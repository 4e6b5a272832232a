import { end, NO, type Ref, YES } from "../../diagram/graph.js";
import { and, ifThenElse, not, or } from "../../diagram/logic.js";
import { someValue } from "../../diagram/narrow.js";
import type { Ground } from "./ground.js";

/**
 * The part of a region in which a case need not state a fact that would not be asked: whatever its value, the
 * situation stays in the region or cannot be.
 */
export function askedPart(ground: Ground, region: Ref): Ref {
  if (region === end(NO)) return region;
  const { forest, factOrder, condition } = ground.draft;
  const facts = Object.entries(ground.table.facts).toReversed();
  const stays = facts.reduce(
    (rest, [id, fact]) => {
      const asked = fact["asked-when"] === undefined ? end(YES) : condition(fact["asked-when"]);
      return ifThenElse(forest, asked, rest, everyValue(ground, rest, factOrder.indexOf(id)));
    },
    or(forest, region, not(forest, ground.possible)),
  );
  return and(forest, region, stays);
}

function everyValue(ground: Ground, condition: Ref, variable: number): Ref {
  const { forest } = ground.draft;
  return not(forest, someValue(forest, not(forest, condition), variable));
}
