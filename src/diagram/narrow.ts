import { type Forest, node } from "./forest.js";
import {
  branch,
  branches,
  end,
  type Graph,
  isEnd,
  type Ref,
  type Situation,
  type Terminal,
  terminalOf,
  variableOf,
} from "./graph.js";
import { or } from "./logic.js";

/** What is left of a graph once some variables are known, built in `forest`. */
export function restrict(forest: Forest, graph: Graph, root: Ref, situation: Situation): Ref {
  return narrow(forest, graph, root, situation, (terminal) => terminal, undefined);
}

/** Where a condition holds for some value of a variable, whatever its value is. */
export function someValue(forest: Forest, condition: Ref, variable: number): Ref {
  const unknown = new Array<number | undefined>(forest.space.length).fill(undefined);
  const values = Array.from({ length: forest.space[variable] as number }, (_, value) => value);
  return or(forest, ...values.map((value) => restrict(forest, forest, condition, unknown.with(variable, value))));
}

/**
 * As `restrict`, with the ends renamed, and `ignored` ends taken to say whatever spares a test: what remains
 * tests only variables that can still make a difference.
 */
export function narrow(
  forest: Forest,
  graph: Graph,
  root: Ref,
  situation: Situation,
  rename: (terminal: Terminal) => Terminal,
  ignored: Terminal | undefined,
): Ref {
  const done = new Map<Ref, Ref>();
  const visit = (ref: Ref): Ref => {
    if (isEnd(ref)) return terminalOf(ref) === ignored ? ref : end(rename(terminalOf(ref)));
    const value = situation[variableOf(graph, ref)];
    if (value !== undefined) return visit(branch(graph, ref, value));
    const known = done.get(ref);
    if (known !== undefined) return known;
    const result = node(forest, variableOf(graph, ref), spare(branches(graph, ref).map(visit), ignored));
    done.set(ref, result);
    return result;
  };
  return visit(root);
}

/** An ignored branch goes where the first other branch goes. */
function spare(edges: readonly Ref[], ignored: Terminal | undefined): readonly Ref[] {
  if (ignored === undefined) return edges;
  const nowhere = end(ignored);
  const instead = edges.find((edge) => edge !== nowhere) ?? nowhere;
  return edges.map((edge) => (edge === nowhere ? instead : edge));
}

/** The variables that a graph tests, in order. */
export function support(graph: Graph, root: Ref): number[] {
  const variables = new Set<number>();
  for (const ref of nodesBelow(graph, root)) variables.add(variableOf(graph, ref));
  return [...variables].sort((a, b) => a - b);
}

/** Every node under `root`, the root first, each before the nodes it leads to. */
export function nodesBelow(graph: Graph, root: Ref): Ref[] {
  const seen = new Set<Ref>();
  const visit = (ref: Ref): void => {
    if (isEnd(ref) || seen.has(ref)) return;
    seen.add(ref);
    branches(graph, ref).forEach(visit);
  };
  visit(root);
  return [...seen].sort((a, b) => variableOf(graph, a) - variableOf(graph, b));
}
