import { branches, type Graph, isEnd, type Ref, variableOf } from "./graph.js";

/**
 * What a root leads to, laid out for a great many walks: `nodes[at]` is the variable that a node tests, and value `x`
 * leads to `nodes[at + 1 + x]`, which is a node's place or, as in a graph, an end. A step reads one place of the
 * memory instead of three, and what comes next is mostly near.
 */
export interface Trail {
  readonly start: Ref;
  readonly nodes: Int32Array;
}

/** Lays out all that can be reached from a root. */
export function layOut(graph: Graph, root: Ref): Trail {
  const nodes: number[] = [];
  const places = new Map<Ref, number>();
  const place = (ref: Ref): Ref => {
    if (isEnd(ref)) return ref;
    const known = places.get(ref);
    if (known !== undefined) return known;
    const to = branches(graph, ref);
    const at = nodes.length;
    places.set(ref, at);
    nodes.push(variableOf(graph, ref), ...to);
    for (const [value, next] of to.entries()) nodes[at + 1 + value] = place(next);
    return at;
  };
  const start = place(root);
  return { start, nodes: Int32Array.from(nodes) };
}
