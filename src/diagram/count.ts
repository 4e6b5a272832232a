import { branches, type Graph, isEnd, type Ref, type Terminal, terminalOf, variableOf, YES } from "./graph.js";
import { nodesBelow } from "./narrow.js";

/** How many situations there are at all. */
export function countSpace(space: readonly number[]): bigint {
  return space.reduce((product, size) => product * BigInt(size), 1n);
}

/** How many situations meet a condition. */
export function count(graph: Graph, condition: Ref): bigint {
  return countEnds(graph, condition).get(YES) ?? 0n;
}

/** How many situations lead to each end, exactly. */
export function countEnds(graph: Graph, root: Ref): ReadonlyMap<Terminal, bigint> {
  const ways = new Map<Ref, bigint>();
  const ends = new Map<Terminal, bigint>();
  const arrive = (ref: Ref, from: number, many: bigint): void => {
    if (isEnd(ref)) addTo(ends, terminalOf(ref), many * between(graph, from, graph.space.length));
    else addTo(ways, ref, many * between(graph, from, variableOf(graph, ref)));
  };
  arrive(root, 0, 1n);
  for (const ref of nodesBelow(graph, root)) {
    for (const next of branches(graph, ref)) arrive(next, variableOf(graph, ref) + 1, ways.get(ref) as bigint);
  }
  return ends;
}

/** In how many ways the variables that a path skips can be filled in. */
function between(graph: Graph, from: number, to: number): bigint {
  return countSpace(graph.space.slice(from, to));
}

function addTo<Key>(totals: Map<Key, bigint>, key: Key, many: bigint): void {
  totals.set(key, (totals.get(key) ?? 0n) + many);
}
