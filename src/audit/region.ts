import { count } from "../diagram/count.js";
import type { Ref, Situation } from "../diagram/graph.js";
import { type Box, boxes, pointBox, witness } from "../diagram/region.js";
import type { Draft } from "../table/compile.js";
import { mapValues } from "../table/map-values.js";

/** A set of situations: how many, which, and one of them. */
export interface Region {
  readonly count: bigint;
  /** Boxes that together are the region; they may overlap. */
  readonly boxes: readonly FactBox[];
  /** Facts that lie in the region whatever the facts left out may be. */
  readonly witness: Readonly<Record<string, string>>;
}

/** The values that each fact may have; a fact that is not mentioned may have any. In the table's order. */
export type FactBox = Readonly<Record<string, readonly string[]>>;

/** Describes a region that is not empty, in facts and values. */
export function describeRegion(draft: Draft, region: Ref): Region {
  return {
    count: count(draft.forest, region),
    boxes: boxes(draft.forest, region).map((box) => factBox(draft, box)),
    witness: factsOf(draft, witness(draft.forest, region) as Situation),
  };
}

/** The facts that a situation states, in the table's order. */
export function factsOf(draft: Draft, situation: Situation): Record<string, string> {
  return mapValues(factBox(draft, pointBox(situation)), (values) => values[0] as string);
}

/** A box in facts and values. */
export function factBox({ table, factOrder }: Draft, box: Box): FactBox {
  return Object.fromEntries(
    Object.entries(table.facts).flatMap(([id, fact]) => {
      const allowed = box[factOrder.indexOf(id)];
      const values = Object.keys(fact.values).filter((_, index) => allowed?.has(index));
      return allowed === undefined ? [] : [[id, values]];
    }),
  );
}
