import { branches, type Graph, type Ref, variableOf } from "./graph.js";
import { nodesBelow } from "./narrow.js";

/** The nodes that test one variable. */
export interface Level {
  readonly variable: number;
  readonly forks: readonly Fork[];
}

/** A node, its values put together by where they lead. */
interface Fork {
  readonly node: Ref;
  readonly ways: readonly Way[];
}

interface Way {
  readonly values: readonly number[];
  readonly to: Ref;
}

/** The nodes below a root, the deepest first: each leads only to ends and to nodes of levels before its own. */
export function levelsUp(graph: Graph, root: Ref): Level[] {
  const forks = new Map<number, Fork[]>();
  for (const node of nodesBelow(graph, root).reverse()) {
    const variable = variableOf(graph, node);
    forks.set(variable, [...(forks.get(variable) ?? []), { node, ways: waysFrom(graph, node) }]);
  }
  return [...forks].map(([variable, forks]) => ({ variable, forks }));
}

function waysFrom(graph: Graph, node: Ref): Way[] {
  const values = new Map<Ref, number[]>();
  branches(graph, node).forEach((to, value) => {
    values.set(to, [...(values.get(to) ?? []), value]);
  });
  return [...values].map(([to, values]) => ({ values, to }));
}
