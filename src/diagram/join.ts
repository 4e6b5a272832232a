import { type Forest, node } from "./forest.js";
import { end, NO, type Ref, type Terminal } from "./graph.js";
import { follow, ifThenElse, level } from "./logic.js";

/** Where a condition holds, and the end that situations there lead to. */
export interface Region {
  readonly holds: Ref;
  readonly leadsTo: Terminal;
}

/** One diagram for many regions: where several hold the last one counts, and where none does it ends in `NO`. */
export function joinRegions(forest: Forest, regions: readonly Region[]): Ref {
  const variable = Math.min(...regions.map(({ holds }) => level(forest, holds)));
  const size = forest.space[variable] ?? 0;
  if (size === 0) return joinOneByOne(forest, regions);
  // value by value: each step on the way would need a branch for all of what may be hundreds of values
  const edges = Array.from({ length: size }, (_, value) =>
    joinOneByOne(
      forest,
      regions.map(({ holds, leadsTo }) => ({ holds: follow(forest, holds, variable, value), leadsTo })),
    ),
  );
  return node(forest, variable, edges);
}

function joinOneByOne(forest: Forest, regions: readonly Region[]): Ref {
  return regions.reduce((rest, { holds, leadsTo }) => ifThenElse(forest, holds, end(leadsTo), rest), end(NO));
}

/** Whether no situation is in two regions, each of which leads to an end of its own. */
export function areDisjoint(forest: Forest, regions: readonly Region[]): boolean {
  return joinRegions(forest, regions) === joinRegions(forest, regions.toReversed());
}
