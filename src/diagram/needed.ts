import { type Forest, node } from "./forest.js";
import { end, isEnd, NO, type Ref, type Terminal, terminalOf, YES } from "./graph.js";
import { follow, ifThenElse, level } from "./logic.js";
import { narrow, restrict, support } from "./narrow.js";
import { reachable } from "./walk.js";

/** A variable that tells ends apart, and where, as a condition on the others. */
export interface Needed {
  readonly variable: number;
  readonly where: Ref;
}

/**
 * Variables that together tell the ends of a diagram apart, none of which could be left out, where an `ignored` end
 * may be taken to say whatever spares a variable. Of two that would do, the earlier stays. A variable that can be
 * known only under a condition, which `knowable` gives, has to tell ends apart where that holds.
 */
export function needed(
  forest: Forest,
  root: Ref,
  ignored: Terminal,
  knowable: (variable: number) => Ref = () => end(YES),
): Needed[] {
  const kept: number[] = [];
  const rest = support(forest, root).reduceRight((left, variable) => {
    const where = knowable(variable);
    const without = leaveOut(forest, left, variable, ignored);
    if (!reachable(forest, ifThenElse(forest, where, without, end(ignored)), []).has(CLASH))
      return ifThenElse(forest, where, without, left);
    kept.unshift(variable);
    return left;
  }, root);
  return kept.map((variable) => ({ variable, where: clashes(forest, leaveOut(forest, rest, variable, ignored)) }));
}

/** An end of its own: the values of a variable that was left out lead to different ends. */
const CLASH: Terminal = 2 ** 30;

function clashes(forest: Forest, root: Ref): Ref {
  return narrow(forest, forest, root, [], (terminal) => (terminal === CLASH ? YES : NO), undefined);
}

/** The same diagram without a variable. */
function leaveOut(forest: Forest, root: Ref, variable: number, ignored: Terminal): Ref {
  const unknown = new Array<number | undefined>(forest.space.length).fill(undefined);
  const values = Array.from({ length: forest.space[variable] as number }, (_, value) => value);
  return values
    .map((value) => restrict(forest, forest, root, unknown.with(variable, value)))
    .reduce((joined, branch) => join(forest, joined, branch, ignored), end(ignored));
}

/** What two diagrams say together. */
function join(forest: Forest, one: Ref, other: Ref, ignored: Terminal): Ref {
  const done = new Map<string, Ref>();
  const visit = (a: Ref, b: Ref): Ref => {
    if (a === b || isIgnored(b)) return a;
    if (isIgnored(a)) return b;
    if (isEnd(a) && isEnd(b)) return end(CLASH);
    const key = `${a} ${b}`;
    const result = done.get(key) ?? split(a, b);
    done.set(key, result);
    return result;
  };
  const isIgnored = (ref: Ref): boolean => isEnd(ref) && terminalOf(ref) === ignored;
  const split = (a: Ref, b: Ref): Ref => {
    const variable = Math.min(level(forest, a), level(forest, b));
    const edges = Array.from({ length: forest.space[variable] as number }, (_, value) =>
      visit(follow(forest, a, variable, value), follow(forest, b, variable, value)),
    );
    return node(forest, variable, edges);
  };
  return visit(one, other);
}
