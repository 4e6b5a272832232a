import { branches, type Graph, isEnd, type Ref, terminalOf, variableOf } from "../graph.js";
import { nodesBelow } from "../narrow.js";
import { mix } from "./hash.js";

/** A place for each node, before the places of those it leads to, and for each end from `firstEnd` on. */
export interface Layout {
  readonly size: number;
  /** A multiple of 32. */
  readonly firstEnd: number;
  readonly start: number;
  readonly space: Int32Array;
  readonly variable: Int32Array;
  /** The place that each value of a node leads to. */
  readonly firstEdge: Int32Array;
  readonly edges: Int32Array;
  /** The same, each place once. */
  readonly firstTarget: Int32Array;
  readonly targets: Int32Array;
  /** What the values that lead there weigh together. */
  readonly weights: Int32Array;
}

export function layOut(graph: Graph, root: Ref): Layout {
  const nodes = nodesBelow(graph, root);
  const firstEnd = 32 * Math.ceil(nodes.length / 32);
  const places = new Map(nodes.map((node, index) => [node, index]));
  const place = (ref: Ref): number => (isEnd(ref) ? firstEnd + terminalOf(ref) : (places.get(ref) as number));
  const edges = nodes.map((node) => branches(graph, node).map(place));
  const targets = edges.map((some) => [...new Set(some)]);
  const weights = edges.map((some, node) =>
    (targets[node] as number[]).map((target) =>
      some.reduce((sum, edge, value) => (edge === target ? sum + weightOf(value) : sum), 0),
    ),
  );
  return {
    size: nodes.length,
    firstEnd,
    start: place(root),
    space: Int32Array.from(graph.space),
    variable: Int32Array.from(nodes, (node) => variableOf(graph, node)),
    firstEdge: firstsOf(edges),
    edges: Int32Array.from(edges.flat()),
    firstTarget: firstsOf(targets),
    targets: Int32Array.from(targets.flat()),
    weights: Int32Array.from(weights.flat()),
  };
}

/** Where each list begins when they stand one after the other, and where the last one ends. */
function firstsOf(lists: readonly (readonly unknown[])[]): Int32Array {
  const firsts = new Int32Array(lists.length + 1);
  for (const [index, list] of lists.entries()) firsts[index + 1] = (firsts[index] as number) + list.length;
  return firsts;
}

/** As good as random, so that it is seldom that sums of weighted numbers are equal and the numbers are not. */
export function weightOf(value: number): number {
  return mix(mix(value + 1));
}
