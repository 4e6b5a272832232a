import { count } from "../../diagram/count.js";
import { type Forest, test } from "../../diagram/forest.js";
import { end, NO, type Ref, type Situation } from "../../diagram/graph.js";
import { and, not, or } from "../../diagram/logic.js";
import { type Box, boxCondition, within, witness } from "../../diagram/region.js";
import type { Draft } from "../../table/compile.js";
import type { Table } from "../../table/table.js";
import { type FactBox, factsOf, type Region } from "../region.js";

/** As many boxes as anybody reads. */
const MOST = 6;
const FALSE = end(NO);

/** A region of which only the first few boxes are told. */
export interface ChangedRegion extends Region {
  /** How many of its situations lie in none of the boxes. */
  readonly beyond: bigint;
}

/** Where regions lie, and which situations nobody needs to be told apart from them. */
export interface Ground {
  readonly table: Table;
  readonly draft: Draft;
  /** Situations that can exist under neither law. */
  readonly never: Ref;
  /** Situations with a value that one of the tables does not know. */
  readonly apart: Ref;
}

/** Describes a region that is not empty. Its boxes may reach into situations that are not compared. */
export function describeChange({ table, draft, never, apart }: Ground, region: Ref): ChangedRegion {
  const { forest } = draft;
  const { boxes, rest } = cover(forest, region, or(forest, region, never, apart));
  const seed = pointBox(witness(forest, region) as Situation);
  return {
    count: count(forest, region),
    boxes: boxes.map((box) => factBox(table, draft, withoutValues(forest, apart, box))),
    beyond: count(forest, rest),
    witness: factsOf(table, draft, pointOf(withoutIdleFacts(forest, or(forest, region, never), seed))),
  };
}

/** Boxes within `whole` that together cover `region`, or as much of it as a few can. */
function cover(forest: Forest, region: Ref, whole: Ref): { readonly boxes: readonly Box[]; readonly rest: Ref } {
  const boxes: Box[] = [];
  let rest = region;
  while (rest !== FALSE && boxes.length < MOST) {
    const box = widen(forest, whole, witness(forest, rest) as Situation);
    boxes.push(box);
    rest = and(forest, rest, not(forest, boxCondition(forest, box)));
  }
  return { boxes, rest };
}

/** The largest box around a situation that stays inside a condition: first without whole facts, then with more values. */
function widen(forest: Forest, condition: Ref, seed: Situation): Box {
  let box = withoutIdleFacts(forest, condition, pointBox(seed));
  for (const [variable, values] of box.entries()) {
    if (values === undefined) continue;
    for (let value = 0; value < (forest.space[variable] as number); value++) {
      const wider = box.with(variable, new Set([...(box[variable] ?? []), value]));
      if (within(forest, boxCondition(forest, wider), condition)) box = wider;
    }
  }
  return box;
}

/** A box that does not mention the values of a fact which lie in a region by themselves. */
function withoutValues(forest: Forest, region: Ref, box: Box): Box {
  return box.map(
    (values, variable) =>
      values &&
      new Set([...values].filter((value) => !within(forest, test(forest, variable, new Set([value])), region))),
  );
}

/** A box that says nothing of the facts without which it would still stay inside a condition. */
function withoutIdleFacts(forest: Forest, condition: Ref, box: Box): Box {
  return box.reduce<Box>((left, _, variable) => {
    const without = left.with(variable, undefined);
    return within(forest, boxCondition(forest, without), condition) ? without : left;
  }, box);
}

function pointBox(situation: Situation): Box {
  return situation.map((value) => (value === undefined ? undefined : new Set([value])));
}

function pointOf(box: Box): Situation {
  return box.map((values) => values?.values().next().value);
}

function factBox(table: Table, { factOrder }: Draft, box: Box): FactBox {
  return Object.fromEntries(
    Object.entries(table.facts).flatMap(([id, fact]) => {
      const allowed = box[factOrder.indexOf(id)];
      const values = Object.keys(fact.values).filter((_, index) => allowed?.has(index));
      return allowed === undefined ? [] : [[id, values]];
    }),
  );
}
