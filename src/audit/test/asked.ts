import { end, NO, type Ref } from "../../diagram/graph.js";
import { and, ifThenElse, not, or } from "../../diagram/logic.js";
import { everyValue, support } from "../../diagram/narrow.js";
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
  const all = or(forest, region, not(forest, draft.possible));
  const without = (stays: Ref, { variable, where }: (typeof asked)[number]): Ref =>
    ifThenElse(forest, where, stays, everyValue(forest, stays, variable));
  // it only ever becomes less, and of more more is left: where one fact alone leaves nothing all of them do
  const tested = new Set(support(forest, region));
  const isLeft = (fact: (typeof asked)[number]): boolean => and(forest, region, without(all, fact)) !== end(NO);
  if (!asked.every((fact) => !tested.has(fact.variable) || isLeft(fact))) return end(NO);
  return and(forest, region, asked.reduceRight(without, all));
}
