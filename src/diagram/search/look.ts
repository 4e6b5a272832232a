import { isEnd, type Ref, type Terminal, terminalOf } from "../graph.js";
import type { Packed } from "../pack.js";
import { follow } from "../walk.js";
import { leftBy } from "./codes.js";

/**
 * Says whether an end can be reached from a root, and no more than that; values and sets are as those of a search.
 */
export function newLook(
  graph: Packed,
  sets: readonly (readonly number[])[],
): (root: Ref, values: Int16Array, end: Terminal) => boolean {
  const { space, variable, firstEdge, edges } = graph;
  const seen = new Float64Array(variable.length);
  let round = 0;
  return (root, values, end) => {
    round += 1;
    return leadsTo(root, values, end);
  };

  function leadsTo(from: Ref, values: Int16Array, end: Terminal): boolean {
    const ref = follow(graph, from, values);
    if (isEnd(ref)) return terminalOf(ref) === end;
    if (seen[ref] === round) return false;
    seen[ref] = round;
    const first = firstEdge[ref] as number;
    const test = variable[ref] as number;
    const code = values[test] as number;
    const left = leftBy(sets, code);
    const count = left?.length ?? (space[test] as number);
    for (let index = 0; index < count; index++) {
      const edge = first + (left === undefined ? index : (left[index] as number));
      if (leadsTo(edges[edge] as Ref, values, end)) return true;
    }
    return false;
  }
}
