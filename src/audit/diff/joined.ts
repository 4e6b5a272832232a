import { type Forest, node, test } from "../../diagram/forest.js";
import {
  branch,
  branches,
  end,
  isEnd,
  NO,
  type Ref,
  type Terminal,
  terminalOf,
  variableOf,
  YES,
} from "../../diagram/graph.js";
import { ifThenElse } from "../../diagram/logic.js";
import { narrow } from "../../diagram/narrow.js";
import type { Draft, Roots } from "../../table/compile.js";

/** Brings a root of the old law into the forest of the new one. */
export type Bring = (pick: (roots: Roots) => Ref) => Ref;

/** Rebuilds diagrams in the forest of another draft over the same facts, which may stand in another order there. */
export function carrier(from: Draft, to: Draft): Bring {
  const place = from.factOrder.map((id) => to.factOrder.indexOf(id));
  const done = new Map<Ref, Ref>();
  const visit = (ref: Ref): Ref => {
    if (isEnd(ref)) return ref;
    const known = done.get(ref);
    if (known !== undefined) return known;
    const variable = place[variableOf(from.forest, ref)] as number;
    const [first, ...others] = branches(from.forest, ref).map(visit);
    const result = others.reduce(
      (rest, next, index) => ifThenElse(to.forest, test(to.forest, variable, new Set([index + 1])), next, rest),
      first as Ref,
    );
    done.set(ref, result);
    return result;
  };
  return (pick) => visit(pick(from.roots));
}

/** One diagram that ends in what `join` makes of the ends of two. */
export function joinEnds(
  forest: Forest,
  one: Ref,
  other: Ref,
  join: (one: Terminal, other: Terminal) => Terminal,
): Ref {
  const done = new Map<string, Ref>();
  const level = (ref: Ref): number => (isEnd(ref) ? forest.space.length : variableOf(forest, ref));
  const visit = (a: Ref, b: Ref): Ref => {
    if (isEnd(a) && isEnd(b)) return end(join(terminalOf(a), terminalOf(b)));
    const key = `${a} ${b}`;
    const known = done.get(key);
    if (known !== undefined) return known;
    const variable = Math.min(level(a), level(b));
    const follow = (ref: Ref, value: number): Ref => (level(ref) === variable ? branch(forest, ref, value) : ref);
    const edges = Array.from({ length: forest.space[variable] as number }, (_, value) =>
      visit(follow(a, value), follow(b, value)),
    );
    const result = node(forest, variable, edges);
    done.set(key, result);
    return result;
  };
  return visit(one, other);
}

/** The condition that a diagram ends in one of these ends. */
export function endsIn(forest: Forest, root: Ref, wanted: readonly Terminal[]): Ref {
  return narrow(forest, forest, root, [], (terminal) => (wanted.includes(terminal) ? YES : NO), undefined);
}
