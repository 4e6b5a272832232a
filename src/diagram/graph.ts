/**
 * An ordered, reduced, multi-valued decision diagram: a node for each variable that still matters, an edge for
 * each of its values, equal sub-graphs shared, a number at every end.
 *
 * Variables are numbered in the order they are tested; `space[v]` is how many values variable `v` has.
 */
export interface Graph {
  readonly space: readonly number[];
  /** The variable that a node tests. */
  readonly variable: ArrayLike<number>;
  /** Where a node's edges begin: value `x` of node `n` leads to `edges[firstEdge[n] + x]`. */
  readonly firstEdge: ArrayLike<number>;
  readonly edges: ArrayLike<Ref>;
}

/** A node (zero or more) or, as `~terminal`, an end (below zero). */
export type Ref = number;

/** What an end says. `NO` and `YES` are the two ends of a condition. */
export type Terminal = number;
export const NO: Terminal = 0;
export const YES: Terminal = 1;

/** The value of each variable, by number; `undefined` where it is unknown. */
export type Situation = readonly (number | undefined)[];

/** The same where a variable may also be half known, by the values of which it has one. Unknown is the set of all. */
export type Knowledge = readonly (number | ReadonlySet<number> | undefined)[];

export const end = (terminal: Terminal): Ref => ~terminal;
export const isEnd = (ref: Ref): boolean => ref < 0;
export const terminalOf = (ref: Ref): Terminal => ~ref;

export function variableOf(graph: Graph, node: Ref): number {
  return graph.variable[node] as number;
}

export function branch(graph: Graph, node: Ref, value: number): Ref {
  return graph.edges[(graph.firstEdge[node] as number) + value] as Ref;
}

/** Where the values of a node lead, in order. */
export function branches(graph: Graph, node: Ref): Ref[] {
  // a loop is many times as fast as `Array.from`, and most of what is done with a diagram comes by here
  const edges = new Array<Ref>(graph.space[variableOf(graph, node)] as number);
  for (let value = 0; value < edges.length; value++) edges[value] = branch(graph, node, value);
  return edges;
}

/** Where those values of a node lead that its variable may have. */
export function openBranches(graph: Graph, node: Ref, knowledge: Knowledge): Ref[] {
  const known = knowledge[variableOf(graph, node)];
  if (known === undefined) return branches(graph, node);
  return typeof known === "number"
    ? [branch(graph, node, known)]
    : Array.from(known, (value) => branch(graph, node, value));
}
