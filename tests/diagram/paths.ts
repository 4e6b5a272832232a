import {
  branch,
  type Graph,
  isEnd,
  type Ref,
  type Situation,
  type Terminal,
  variableOf,
} from "../../src/diagram/graph.js";
import { waysFrom } from "../../src/diagram/levels.js";
import { nodesBelow } from "../../src/diagram/narrow.js";

/** Every path from a root to an end, as the least that has to be known to take it. */
export function* paths(graph: Graph, root: Ref): Generator<Situation> {
  yield* onwards(graph, root, nothingKnown(graph));
}

/** The same with values that lead to one place taken for one, and without paths to an end that is ignored. */
export function* pathsByWay(graph: Graph, root: Ref, ignored: Terminal): Generator<Situation> {
  yield* onwardsByWay(graph, root, ignored, nothingKnown(graph));
}

function* onwardsByWay(graph: Graph, ref: Ref, ignored: Terminal, situation: Situation): Generator<Situation> {
  if (isEnd(ref)) return yield situation;
  for (const { values, to } of waysFrom(graph, ref, ignored)) {
    yield* onwardsByWay(graph, to, ignored, situation.with(variableOf(graph, ref), values.at(-1)));
  }
}

/** For every edge below a root a path that takes it. */
export function* pathsByEdge(graph: Graph, root: Ref): Generator<Situation> {
  const found = new Map<Ref, Situation>([[root, nothingKnown(graph)]]);
  for (const node of nodesBelow(graph, root)) {
    const variable = variableOf(graph, node);
    for (let value = 0; value < (graph.space[variable] as number); value++) {
      const situation = (found.get(node) as Situation).with(variable, value);
      const next = branch(graph, node, value);
      if (!isEnd(next) && !found.has(next)) found.set(next, situation);
      yield firstOf(onwards(graph, next, situation));
    }
  }
}

function* onwards(graph: Graph, ref: Ref, situation: Situation): Generator<Situation> {
  if (isEnd(ref)) return yield situation;
  const variable = variableOf(graph, ref);
  for (let value = 0; value < (graph.space[variable] as number); value++) {
    yield* onwards(graph, branch(graph, ref, value), situation.with(variable, value));
  }
}

function firstOf(situations: Generator<Situation>): Situation {
  return situations.next().value;
}

function nothingKnown({ space }: Graph): Situation {
  return new Array<undefined>(space.length).fill(undefined);
}
