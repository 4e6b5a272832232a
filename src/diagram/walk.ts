import {
  branch,
  branches,
  type Graph,
  isEnd,
  type Ref,
  type Situation,
  type Terminal,
  terminalOf,
  variableOf,
} from "./graph.js";

/** The one end that a situation leads to, or `undefined` where an unknown value still matters. */
export function walk(graph: Graph, root: Ref, situation: Situation): Terminal | undefined {
  let ref = root;
  while (!isEnd(ref)) {
    const value = situation[variableOf(graph, ref)];
    if (value === undefined) return undefined;
    ref = branch(graph, ref, value);
  }
  return terminalOf(ref);
}

/** From a node past the known values, below zero where unknown, to an end or to the first node of an unknown one. */
export function follow(graph: Graph, from: Ref, values: ArrayLike<number>): Ref {
  let ref = from;
  while (!isEnd(ref)) {
    const value = values[variableOf(graph, ref)] as number;
    if (value < 0) break;
    ref = branch(graph, ref, value);
  }
  return ref;
}

/** Every end that a situation can still lead to: an unknown variable may have any of its values. */
export function reachable(graph: Graph, root: Ref, situation: Situation): ReadonlySet<Terminal> {
  const ends = new Set<Terminal>();
  const seen = new Set<Ref>();
  const visit = (ref: Ref): void => {
    if (isEnd(ref)) ends.add(terminalOf(ref));
    else if (!seen.has(ref)) {
      seen.add(ref);
      for (const next of open(graph, ref, situation)) visit(next);
    }
  };
  visit(root);
  return ends;
}

function open(graph: Graph, ref: Ref, situation: Situation): Ref[] {
  const value = situation[variableOf(graph, ref)];
  return value === undefined ? branches(graph, ref) : [branch(graph, ref, value)];
}
