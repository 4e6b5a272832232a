import { end, NO, type Ref } from "../../diagram/graph.js";
import { and, ifThenElse, not, or } from "../../diagram/logic.js";
import { everyValue } from "../../diagram/narrow.js";
import type { Draft } from "../../table/compile.js";

/**
 * The part of a region in which a case need not state a fact that would not be asked: whatever its value, the
 * situation stays in the region or cannot be.
 */
export function askedPart(draft: Draft, region: Ref): Ref {
  if (region === end(NO)) return region;
  const { forest, factOrder, condition, table } = draft;
  const asked = Object.entries(table.facts).flatMap(([id, { "asked-when": when }]) =>
    when === undefined ? [] : [{ variable: factOrder.indexOf(id), where: condition(when) }],
  );
  let stays = or(forest, region, not(forest, draft.possible));
  for (const { variable, where } of asked.toReversed()) {
    // it only ever becomes less
    if (and(forest, region, stays) === end(NO)) break;
    stays = ifThenElse(forest, where, stays, everyValue(forest, stays, variable));
  }
  return and(forest, region, stays);
}
