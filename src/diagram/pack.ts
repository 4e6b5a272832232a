import { branches, type Graph, isEnd, type Ref, variableOf } from "./graph.js";
import { nodesBelow } from "./narrow.js";

/** A finished graph in flat arrays: small to store, quick to walk. */
export interface Packed extends Graph {
  readonly variable: Int32Array;
  readonly firstEdge: Int32Array;
  readonly edges: Int32Array;
}

/** Keeps what is needed below these roots, and says where each root is now. */
export function pack(graph: Graph, roots: readonly Ref[]): { graph: Packed; roots: Ref[] } {
  const kept = [...new Set(roots.flatMap((root) => nodesBelow(graph, root)))];
  const moved = new Map(kept.map((ref, index) => [ref, index]));
  const move = (ref: Ref): Ref => (isEnd(ref) ? ref : (moved.get(ref) as number));
  const edges = kept.map((ref) => branches(graph, ref).map(move));
  const packed = packedGraph(
    graph.space,
    kept.map((ref) => variableOf(graph, ref)),
    edges.flat(),
  );
  return { graph: packed, roots: roots.map(move) };
}

/** The graph whose nodes test these variables, with their edges one after the other. */
export function packedGraph(space: readonly number[], variable: readonly number[], edges: readonly Ref[]): Packed {
  const firstEdge = new Int32Array(variable.length);
  for (let ref = 1; ref < variable.length; ref++) {
    firstEdge[ref] = (firstEdge[ref - 1] as number) + (space[variable[ref - 1] as number] as number);
  }
  return { space, variable: Int32Array.from(variable), firstEdge, edges: Int32Array.from(edges) };
}
