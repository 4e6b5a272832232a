import { count } from "../diagram/count.js";
import { end, NO, type Ref, type Situation } from "../diagram/graph.js";
import { and, not, or } from "../diagram/logic.js";
import { witness } from "../diagram/region.js";
import type { Draft } from "../table/compile.js";
import { mapValues } from "../table/map-values.js";
import type { Condition } from "../table/table.js";
import { describeRegion, type FactBox, factsOf, type Region } from "./region.js";

const FALSE = end(NO);

/** Situations under the law of a day, written YYYY-MM-DD. */
export interface Extent {
  readonly region: Region;
  readonly day: string;
}

/**
 * The situations of a region; `undefined` where it has none. The count and the witness are exact; the boxes may take
 * in what cannot exist, which makes them fewer and shorter.
 */
export function extentOf(draft: Draft, region: Ref): Extent | undefined {
  if (region === FALSE) return undefined;
  const { forest, possible } = draft;
  const [day] = draft.days;
  // a region of the impossible is what it is
  if (and(forest, possible, region) === FALSE) return { region: describeRegion(draft, region), day };
  const { boxes } = describeRegion(draft, or(forest, region, not(forest, possible)));
  const facts = factsOf(draft, witness(forest, region) as Situation);
  const fewer = covering(draft, region, boxes).map((box) => onlyWhatOccurs(draft, region, box));
  return { region: { count: count(forest, region), boxes: fewer, witness: facts }, day };
}

/** Boxes that together cover a region, the largest first; those that add nothing to it are left out. */
function covering({ forest, condition }: Draft, region: Ref, boxes: readonly FactBox[]): FactBox[] {
  let rest = region;
  return boxes
    .toSorted((a, b) => Object.keys(a).length - Object.keys(b).length)
    .filter((box) => {
      const before = rest;
      rest = and(forest, rest, not(forest, condition(conditionOf(box))));
      return rest !== before;
    });
}

/** A box without the values that no situation of the region has within it. */
function onlyWhatOccurs({ forest, condition }: Draft, region: Ref, box: FactBox): FactBox {
  const occurs = (id: string, value: string): boolean =>
    and(forest, region, condition(conditionOf({ ...box, [id]: [value] }))) !== FALSE;
  return mapValues(box, (values, id) => values.filter((value) => occurs(id, value)));
}

function conditionOf(box: FactBox): Condition {
  const tests = Object.entries(box).map(([subject, values]) => ({ subject, values, negated: false }));
  return { tests, any: [] };
}
