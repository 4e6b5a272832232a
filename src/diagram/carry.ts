import { type Forest, test } from "./forest.js";
import { branches, type Graph, isEnd, type Ref, variableOf } from "./graph.js";
import { ifThenElse } from "./logic.js";

/**
 * Rebuilds diagrams of a graph in a forest where variable `v` is called `place[v]`, in whatever order variables stand
 * there. What several of them share is rebuilt once.
 */
export function carrier(graph: Graph, forest: Forest, place: readonly number[]): (root: Ref) => Ref {
  const done = new Map<Ref, Ref>();
  const visit = (ref: Ref): Ref => {
    if (isEnd(ref)) return ref;
    const known = done.get(ref);
    if (known !== undefined) return known;
    const result = decide(forest, place[variableOf(graph, ref)] as number, branches(graph, ref).map(visit));
    done.set(ref, result);
    return result;
  };
  return visit;
}

/** Where the value of `variable` leads, for a variable that may stand below those of its branches. */
function decide(forest: Forest, variable: number, leads: readonly Ref[]): Ref {
  return leads.reduce((rest, lead, value) => ifThenElse(forest, test(forest, variable, new Set([value])), lead, rest));
}
