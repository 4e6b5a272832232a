import { end, NO, type Ref, YES } from "../diagram/graph.js";
import { and, ifThenElse, not, or } from "../diagram/logic.js";
import { restrict } from "../diagram/narrow.js";
import type { Ground } from "./mutant-ground.js";

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

/** Where a condition holds for some value of a variable. */
export function someValue({ draft: { forest } }: Ground, condition: Ref, variable: number): Ref {
  const nothing = new Array<number | undefined>(forest.space.length).fill(undefined);
  const values = Array.from({ length: forest.space[variable] as number }, (_, value) => value);
  return or(forest, ...values.map((value) => restrict(forest, forest, condition, nothing.with(variable, value))));
}

function everyValue(ground: Ground, condition: Ref, variable: number): Ref {
  const { forest } = ground.draft;
  return not(forest, someValue(ground, not(forest, condition), variable));
}
