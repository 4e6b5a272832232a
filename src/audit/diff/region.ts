import { count } from "../../diagram/count.js";
import { type Forest, test } from "../../diagram/forest.js";
import type { Ref, Situation } from "../../diagram/graph.js";
import { or } from "../../diagram/logic.js";
import { type Box, coveringBoxes, pointBox, within, withoutIdle, witness } from "../../diagram/region.js";
import type { Draft } from "../../table/compile.js";
import { factBox, factsOf, type Region } from "../region.js";

/** As many boxes as anybody reads. */
const MOST = 6;

/** A region of which only the first few boxes are told. */
export interface ChangedRegion extends Region {
  /** How many of its situations lie in none of the boxes. */
  readonly beyond: bigint;
}

/** Where regions lie, and which situations nobody needs to be told apart from them. */
export interface Ground {
  readonly draft: Draft;
  /** Situations that can exist under neither law. */
  readonly never: Ref;
  /** Situations with a value that one of the tables does not know. */
  readonly apart: Ref;
}

/** Describes a region that is not empty. Its boxes may reach into situations that are not compared. */
export function describeChange({ draft, never, apart }: Ground, region: Ref): ChangedRegion {
  const { forest } = draft;
  const { boxes, rest } = coveringBoxes(forest, region, or(forest, region, never, apart), MOST);
  const seed = pointBox(witness(forest, region) as Situation);
  return {
    count: count(forest, region),
    boxes: boxes.map((box) => factBox(draft, withoutValues(forest, apart, box))),
    beyond: count(forest, rest),
    witness: factsOf(draft, pointOf(withoutIdle(forest, or(forest, region, never), seed))),
  };
}

/** A box that does not mention the values of a fact which lie in a region by themselves. */
function withoutValues(forest: Forest, region: Ref, box: Box): Box {
  return box.map(
    (values, variable) =>
      values &&
      new Set([...values].filter((value) => !within(forest, test(forest, variable, new Set([value])), region))),
  );
}

function pointOf(box: Box): Situation {
  return box.map((values) => values?.values().next().value);
}
