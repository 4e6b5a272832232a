import { type Forest, node } from "./forest.js";
import {
  branch,
  branches,
  end,
  type Graph,
  isEnd,
  type Knowledge,
  NO,
  type Ref,
  type Terminal,
  terminalOf,
  variableOf,
} from "./graph.js";
import { and, or } from "./logic.js";

/** What is left of a graph once some variables are known or half known, built in `forest`. */
export function restrict(forest: Forest, graph: Graph, root: Ref, knowledge: Knowledge): Ref {
  return narrow(forest, graph, root, knowledge, (terminal) => terminal, undefined);
}

/**
 * The condition that `settle` makes of where the values of a variable lead, each in turn and all else being as it is.
 * Where the variable makes no difference it does not hold.
 */
export function inTurn(forest: Forest, root: Ref, variable: number, settle: (leads: readonly Ref[]) => Ref): Ref {
  const done = new Map<Ref, Ref>();
  const visit = (ref: Ref): Ref => {
    if (isEnd(ref) || variableOf(forest, ref) > variable) return end(NO);
    const known = done.get(ref);
    if (known !== undefined) return known;
    const leads = branches(forest, ref);
    const result =
      variableOf(forest, ref) === variable ? settle(leads) : node(forest, variableOf(forest, ref), leads.map(visit));
    done.set(ref, result);
    return result;
  };
  return visit(root);
}

/** Where a condition holds for some value of a variable, whatever its value is. */
export function someValue(forest: Forest, condition: Ref, variable: number): Ref {
  return without(forest, condition, variable, or);
}

/** Where a condition holds for every value of a variable. */
export function everyValue(forest: Forest, condition: Ref, variable: number): Ref {
  return without(forest, condition, variable, and);
}

/** A diagram without a variable, where its values lead being joined. */
export function without(
  forest: Forest,
  root: Ref,
  variable: number,
  join: (forest: Forest, ...leads: readonly Ref[]) => Ref,
): Ref {
  const done = new Map<Ref, Ref>();
  const visit = (ref: Ref): Ref => {
    // what stands below the variable does not test it
    if (isEnd(ref) || variableOf(forest, ref) > variable) return ref;
    const before = done.get(ref);
    if (before !== undefined) return before;
    const edges = branches(forest, ref);
    const here = variableOf(forest, ref);
    const result = here === variable ? join(forest, ...edges) : node(forest, here, edges.map(visit));
    done.set(ref, result);
    return result;
  };
  return visit(root);
}

/** What is left of a diagram for each value of a variable, in order. */
export function byValue(forest: Forest, root: Ref, variable: number): Ref[] {
  const unknown = new Array<number | undefined>(variable).fill(undefined);
  const values = Array.from({ length: forest.space[variable] as number }, (_, value) => value);
  return values.map((value) => restrict(forest, forest, root, [...unknown, value]));
}

/**
 * As `restrict`, with the ends renamed, and `ignored` ends taken to say whatever spares a test: what remains
 * tests only variables that can still make a difference.
 */
export function narrow(
  forest: Forest,
  graph: Graph,
  root: Ref,
  knowledge: Knowledge,
  rename: (terminal: Terminal) => Terminal,
  ignored: Terminal | undefined,
): Ref {
  const done = new Map<Ref, Ref>();
  const visit = (ref: Ref): Ref => {
    if (isEnd(ref)) return terminalOf(ref) === ignored ? ref : end(rename(terminalOf(ref)));
    const known = knowledge[variableOf(graph, ref)];
    if (typeof known === "number") return visit(branch(graph, ref, known));
    const before = done.get(ref);
    if (before !== undefined) return before;
    const edges = known === undefined ? branches(graph, ref).map(visit) : among(graph, ref, known, visit);
    const result = node(forest, variableOf(graph, ref), spare(edges, ignored));
    done.set(ref, result);
    return result;
  };
  return visit(root);
}

/** A value that the variable cannot have leads where the first of the others does, so that it makes no difference. */
function among(graph: Graph, ref: Ref, values: ReadonlySet<number>, visit: (ref: Ref) => Ref): Ref[] {
  const first = Math.min(...values);
  return branches(graph, ref).map((edge, value) => visit(values.has(value) ? edge : branch(graph, ref, first)));
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
