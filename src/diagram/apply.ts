import { type Forest, node } from "./forest.js";
import { end, isEnd, NO, type Ref, type Terminal, terminalOf, YES } from "./graph.js";
import { follow, level } from "./logic.js";
import { narrow } from "./narrow.js";

/**
 * One diagram of two, from the root down to where `settled` knows what both come to. It has to know that of any two
 * ends; what it knows earlier is not walked through.
 */
export function apply(forest: Forest, one: Ref, other: Ref, settled: (one: Ref, other: Ref) => Ref | undefined): Ref {
  const done = new Map<string, Ref>();
  const visit = (a: Ref, b: Ref): Ref => {
    const known = settled(a, b);
    if (known !== undefined) return known;
    const key = `${a} ${b}`;
    const result = done.get(key) ?? split(a, b);
    done.set(key, result);
    return result;
  };
  const split = (a: Ref, b: Ref): Ref => {
    const variable = Math.min(level(forest, a), level(forest, b));
    const edges = Array.from({ length: forest.space[variable] as number }, (_, value) =>
      visit(follow(forest, a, variable, value), follow(forest, b, variable, value)),
    );
    return node(forest, variable, edges);
  };
  return visit(one, other);
}

/** One diagram that ends in what `join` makes of the ends of two. */
export function joinEnds(
  forest: Forest,
  one: Ref,
  other: Ref,
  join: (one: Terminal, other: Terminal) => Terminal,
): Ref {
  return apply(forest, one, other, (a, b) =>
    isEnd(a) && isEnd(b) ? end(join(terminalOf(a), terminalOf(b))) : undefined,
  );
}

/** The condition that a diagram ends in one of these ends. */
export function endsIn(forest: Forest, root: Ref, wanted: readonly Terminal[]): Ref {
  return narrow(forest, forest, root, [], (terminal) => (wanted.includes(terminal) ? YES : NO), undefined);
}
