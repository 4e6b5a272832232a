import {
  branch,
  type Graph,
  isEnd,
  type Knowledge,
  openBranches,
  type Ref,
  type Terminal,
  terminalOf,
  variableOf,
} from "./graph.js";

/** The one end that a situation leads to, or `undefined` where a value that is not wholly known is in the way. */
export function walk(graph: Graph, root: Ref, knowledge: Knowledge): Terminal | undefined {
  const ref = pass(graph, root, knowledge);
  return isEnd(ref) ? terminalOf(ref) : undefined;
}

/** From a node past the values that are wholly known. */
function pass(graph: Graph, from: Ref, knowledge: Knowledge): Ref {
  let ref = from;
  while (!isEnd(ref)) {
    const value = knowledge[variableOf(graph, ref)];
    if (typeof value !== "number") break;
    ref = branch(graph, ref, value);
  }
  return ref;
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

/** Every end that a situation can still lead to: a variable may have any of the values that are left to it. */
export function reachable(graph: Graph, root: Ref, knowledge: Knowledge): ReadonlySet<Terminal> {
  const ends = new Set<Terminal>();
  const seen = new Set<Ref>();
  const visit = (from: Ref): void => {
    const ref = pass(graph, from, knowledge);
    if (isEnd(ref)) ends.add(terminalOf(ref));
    else if (!seen.has(ref)) {
      seen.add(ref);
      for (const next of openBranches(graph, ref, knowledge)) visit(next);
    }
  };
  visit(root);
  return ends;
}

/** Whether a situation can still lead to an end; nothing is looked at beyond the first way there. */
export function canReach(graph: Graph, root: Ref, knowledge: Knowledge, wanted: Terminal): boolean {
  const start = pass(graph, root, knowledge);
  if (isEnd(start)) return terminalOf(start) === wanted;
  const seen = new Set<Ref>();
  const visit = (from: Ref): boolean => {
    const ref = pass(graph, from, knowledge);
    if (isEnd(ref)) return terminalOf(ref) === wanted;
    if (seen.has(ref)) return false;
    seen.add(ref);
    return openBranches(graph, ref, knowledge).some(visit);
  };
  return visit(start);
}

/** The variables that are looked at on the ways that a situation can still go. */
export function variablesOn(graph: Graph, root: Ref, knowledge: Knowledge): ReadonlySet<number> {
  const variables = new Set<number>();
  const seen = new Set<Ref>();
  const visit = (ref: Ref): void => {
    if (isEnd(ref) || seen.has(ref)) return;
    seen.add(ref);
    variables.add(variableOf(graph, ref));
    for (const next of openBranches(graph, ref, knowledge)) visit(next);
  };
  visit(root);
  return variables;
}
