import { branch, type Graph, isEnd, type Ref, type Situation, variableOf } from "../../src/diagram/graph.js";
import { nodesBelow } from "../../src/diagram/narrow.js";

/** Every path from a root to an end, as the least that has to be known to take it. */
export function* paths(graph: Graph, root: Ref): Generator<Situation> {
  yield* onwards(graph, root, nothingKnown(graph));
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
