import { type Forest, node } from "./forest.js";
import { end, isEnd, type Ref, type Terminal, terminalOf } from "./graph.js";
import { follow, level } from "./logic.js";
import { restrict, support } from "./narrow.js";
import { reachable } from "./walk.js";

/**
 * Variables that together tell the ends of a diagram apart, none of which could be left out, where an `ignored` end
 * may be taken to say whatever spares a variable. Of two that would do, the earlier stays.
 */
export function needed(forest: Forest, root: Ref, ignored: Terminal): number[] {
  const all = support(forest, root);
  if (!reachable(forest, root, []).has(ignored)) return all;
  const rest = all.reduceRight((left, variable) => leaveOut(forest, left, variable, ignored) ?? left, root);
  return support(forest, rest);
}

/** The same diagram without a variable, or `undefined` where its values lead to different ends. */
function leaveOut(forest: Forest, root: Ref, variable: number, ignored: Terminal): Ref | undefined {
  const unknown = new Array<number | undefined>(forest.space.length).fill(undefined);
  const values = Array.from({ length: forest.space[variable] as number }, (_, value) => value);
  const nowhere: Ref | undefined = end(ignored);
  return values.reduce<Ref | undefined>((joined, value) => {
    const branch = restrict(forest, forest, root, unknown.with(variable, value));
    return joined === undefined ? undefined : join(forest, joined, branch, ignored);
  }, nowhere);
}

/** What two diagrams say together, or `undefined` where they contradict each other. */
function join(forest: Forest, one: Ref, other: Ref, ignored: Terminal): Ref | undefined {
  const done = new Map<string, Ref | undefined>();
  const visit = (a: Ref, b: Ref): Ref | undefined => {
    if (a === b || isIgnored(b)) return a;
    if (isIgnored(a)) return b;
    if (isEnd(a) && isEnd(b)) return undefined;
    const key = `${a} ${b}`;
    if (!done.has(key)) done.set(key, split(a, b));
    return done.get(key);
  };
  const isIgnored = (ref: Ref): boolean => isEnd(ref) && terminalOf(ref) === ignored;
  const split = (a: Ref, b: Ref): Ref | undefined => {
    const variable = Math.min(level(forest, a), level(forest, b));
    const edges: Ref[] = [];
    for (let value = 0; value < (forest.space[variable] as number); value++) {
      const edge = visit(follow(forest, a, variable, value), follow(forest, b, variable, value));
      if (edge === undefined) return undefined;
      edges.push(edge);
    }
    return node(forest, variable, edges);
  };
  return visit(one, other);
}
