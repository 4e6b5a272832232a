import { type Forest, newForest, node, test } from "../diagram/forest.js";
import { branch, branches, end, type Graph, isEnd, type Ref, type Terminal, variableOf } from "../diagram/graph.js";
import { ifThenElse } from "../diagram/logic.js";
import { nodesBelow, support } from "../diagram/narrow.js";

/** A diagram with its variables in an order of its own: `order[v]` is what variable `v` was called before. */
export interface Reordered {
  readonly forest: Forest;
  readonly root: Ref;
  readonly order: Order;
}

/**
 * The same diagram with its variables in an order that leaves little to draw: each variable in turn is moved to its
 * best place until none has a better one. A test that only `ignored` ends call for is left out.
 */
export function reorder(graph: Graph, root: Ref, ignored: Terminal): Reordered {
  const sizes = new Map<string, number>();
  const drawn = (order: Order): Reordered => inOrder(graph, root, order, ignored);
  const sizeIn = (order: Order): number => {
    const size = sizes.get(order.join()) ?? sizeOf(drawn(order));
    sizes.set(order.join(), size);
    return size;
  };
  let best: Order = support(graph, root);
  if (sizeIn(best) > WORTH_A_SEARCH) return drawn(best);
  for (let before = Number.POSITIVE_INFINITY; sizeIn(best) < before; ) {
    before = sizeIn(best);
    for (const variable of best) best = placed(best, variable, sizeIn);
  }
  return drawn(best);
}

type Order = readonly number[];

/** A larger diagram would not become one that anybody could read. */
const WORTH_A_SEARCH = 400;

/** The order with one variable in its best place. */
function placed(order: Order, variable: number, sizeIn: (order: Order) => number): Order {
  const others = order.filter((other) => other !== variable);
  const tried = order.map((_, place) => others.toSpliced(place, 0, variable));
  return tried.reduce((best, one) => (sizeIn(one) < sizeIn(best) ? one : best), order);
}

/** How much there is to draw: nodes, and edges of which those to one place are drawn as one. */
function sizeOf({ forest, root }: Reordered): number {
  const edges = nodesBelow(forest, root).map((ref) => new Set(branches(forest, ref)).size);
  return edges.reduce((sum, count) => sum + count, edges.length);
}

function inOrder(graph: Graph, root: Ref, order: Order, ignored: Terminal): Reordered {
  const forest = newForest(order.map((variable) => graph.space[variable] as number));
  const done = new Map<Ref, Ref>();
  const visit = (ref: Ref): Ref => {
    if (isEnd(ref)) return ref;
    const known = done.get(ref);
    if (known !== undefined) return known;
    const result = decide(forest, order.indexOf(variableOf(graph, ref)), branches(graph, ref).map(visit));
    done.set(ref, result);
    return result;
  };
  return { forest, root: withoutIdleTests(forest, visit(root), end(ignored)), order };
}

/** Where the value of `variable` leads, for a variable that may stand below those of its branches. */
function decide(forest: Forest, variable: number, leads: readonly Ref[]): Ref {
  return leads.reduce((rest, lead, value) => ifThenElse(forest, test(forest, variable, new Set([value])), lead, rest));
}

function withoutIdleTests(forest: Forest, root: Ref, ignored: Ref): Ref {
  const done = new Map<Ref, Ref>();
  const visit = (ref: Ref): Ref => {
    if (isEnd(ref)) return ref;
    const result = done.get(ref) ?? spared(branches(forest, ref).map(visit), variableOf(forest, ref));
    done.set(ref, result);
    return result;
  };
  const spared = (edges: readonly Ref[], variable: number): Ref => {
    const kept = new Set(edges.filter((edge) => edge !== ignored));
    return kept.size === 1 ? ([...kept][0] as Ref) : node(forest, variable, edges);
  };
  return visit(root);
}

/** The values of a node put together by where they lead, those that are ignored left out. */
export function leads(forest: Forest, ref: Ref, ignored: Terminal): { readonly to: Ref; readonly values: number[] }[] {
  const groups = new Map<Ref, number[]>();
  const size = forest.space[variableOf(forest, ref)] as number;
  for (let value = 0; value < size; value++) {
    const to = branch(forest, ref, value);
    if (to !== end(ignored)) groups.set(to, [...(groups.get(to) ?? []), value]);
  }
  return [...groups].map(([to, values]) => ({ to, values }));
}
