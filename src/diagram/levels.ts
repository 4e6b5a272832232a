import { branches, end, type Graph, type Ref, type Terminal, variableOf } from "./graph.js";
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

/** The nodes below a root without ways to an end that is ignored, the deepest first: each leads only to ends and to nodes of levels before its own. */
export function levelsUp(graph: Graph, root: Ref, ignored: Terminal): Level[] {
  const forks = new Map<number, Fork[]>();
  for (const node of nodesBelow(graph, root).reverse()) {
    const variable = variableOf(graph, node);
    forks.set(variable, [...(forks.get(variable) ?? []), { node, ways: waysFrom(graph, node, ignored) }]);
  }
  return [...forks].map(([variable, forks]) => ({ variable, forks }));
}

/** The values of a node put together by where they lead, those that are ignored left out. */
export function waysFrom(graph: Graph, node: Ref, ignored: Terminal): Way[] {
  const values = new Map<Ref, number[]>();
  for (const [value, to] of branches(graph, node).entries()) {
    if (to !== end(ignored)) values.set(to, [...(values.get(to) ?? []), value]);
  }
  return [...values].map(([to, values]) => ({ values, to }));
}
