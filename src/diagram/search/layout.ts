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
  const places = new Int32Array(graph.variable.length);
  for (const [place, node] of nodes.entries()) places[node] = place;
  const place = (ref: Ref): number => (isEnd(ref) ? firstEnd + terminalOf(ref) : (places[ref] as number));
  const [firstEdge, firstTarget] = [new Int32Array(nodes.length + 1), new Int32Array(nodes.length + 1)];
  const [edges, targets, weights]: [number[], number[], number[]] = [[], [], []];
  for (const [index, node] of nodes.entries()) {
    for (const [value, ref] of branches(graph, node).entries()) {
      const edge = place(ref);
      const met = targets.indexOf(edge, firstTarget[index]);
      const target = met < 0 ? targets.length : met;
      edges.push(edge);
      targets[target] = edge;
      weights[target] = (weights[target] ?? 0) + weightOf(value);
    }
    firstEdge[index + 1] = edges.length;
    firstTarget[index + 1] = targets.length;
  }
  return {
    size: nodes.length,
    firstEnd,
    start: place(root),
    space: Int32Array.from(graph.space),
    variable: Int32Array.from(nodes, (node) => variableOf(graph, node)),
    firstEdge,
    edges: Int32Array.from(edges),
    firstTarget,
    targets: Int32Array.from(targets),
    weights: Int32Array.from(weights),
  };
}

/** As good as random, so that it is seldom that sums of weighted numbers are equal and the numbers are not. */
export function weightOf(value: number): number {
  return mix(mix(value + 1));
}
