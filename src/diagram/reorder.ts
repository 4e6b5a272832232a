import { carrier } from "./carry.js";
import { type Forest, newForest, node, unlessFull } from "./forest.js";
import { branches, end, type Graph, isEnd, type Ref, type Terminal, variableOf } from "./graph.js";
import { nodesBelow, support } from "./narrow.js";

/** A diagram with its variables in an order of its own: `order[v]` is what variable `v` was called before. */
export interface Reordered {
  readonly forest: Forest;
  readonly root: Ref;
  readonly order: Order;
}

/**
 * The same diagram with its variables in an order that leaves little to draw: each variable in turn is moved to its
 * best place until none has a better one. A test that only `ignored` ends call for is left out. Nothing comes of a
 * diagram that is too large for anybody to read in any order.
 */
export function reorder(graph: Graph, root: Ref, ignored: Terminal): Reordered | undefined {
  const spared = inOrder(graph, root, support(graph, root), ignored);
  if (spared === undefined || sizeOf(spared) > WORTH_A_SEARCH) return undefined;
  const { forest, root: start, order } = spared;
  const best = bestOrder(support(forest, start), (tried) => sizeOf(inOrder(forest, start, tried, ignored)));
  const found = inOrder(forest, start, best, ignored);
  return found && { ...found, order: best.map((variable) => order[variable] as number) };
}

function bestOrder(start: Order, sizeIn: (order: Order) => number): Order {
  const sizes = new Map<string, number>();
  const knownSize = (order: Order): number => {
    const size = sizes.get(order.join()) ?? sizeIn(order);
    sizes.set(order.join(), size);
    return size;
  };
  let best = start;
  for (let before = Number.POSITIVE_INFINITY; knownSize(best) < before; ) {
    before = knownSize(best);
    for (const variable of best) best = placed(best, variable, knownSize);
  }
  return best;
}

type Order = readonly number[];

/** A larger diagram would not become one that anybody could read. */
const WORTH_A_SEARCH = 400;

/** What is built on the way counts too. */
const MOST_NODES = 2_000;

/** The order with one variable in its best place. */
function placed(order: Order, variable: number, sizeIn: (order: Order) => number): Order {
  const others = order.filter((other) => other !== variable);
  const tried = order.map((_, place) => others.toSpliced(place, 0, variable));
  return tried.reduce((best, one) => (sizeIn(one) < sizeIn(best) ? one : best), order);
}

/** How much there is to draw: nodes, and edges of which those to one place are drawn as one. */
function sizeOf(drawn: Reordered | undefined): number {
  if (drawn === undefined) return Number.POSITIVE_INFINITY;
  const { forest, root } = drawn;
  const edges = nodesBelow(forest, root).map((ref) => new Set(branches(forest, ref)).size);
  return edges.reduce((sum, count) => sum + count, edges.length);
}

/** The diagram in this order, unless that takes so many nodes that nothing legible would come of it. */
function inOrder(graph: Graph, root: Ref, order: Order, ignored: Terminal): Reordered | undefined {
  return unlessFull<Reordered | undefined>(
    () => built(graph, root, order, ignored),
    () => undefined,
  );
}

function built(graph: Graph, root: Ref, order: Order, ignored: Terminal): Reordered {
  const forest = newForest(
    order.map((variable) => graph.space[variable] as number),
    MOST_NODES,
  );
  const place = graph.space.map((_, variable) => order.indexOf(variable));
  const carried = carrier(graph, forest, place)(root);
  return { forest, root: withoutIdleTests(forest, carried, end(ignored)), order };
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
