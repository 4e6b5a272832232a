import { type Forest, test } from "./forest.js";
import {
  branches,
  end,
  type Graph,
  isEnd,
  NO,
  type Ref,
  type Situation,
  type Terminal,
  terminalOf,
  variableOf,
  YES,
} from "./graph.js";
import { and, ifThenElse, not } from "./logic.js";

const TRUE = end(YES);
const FALSE = end(NO);

/** A readable region: for each variable the values it may have, or `undefined` where any will do. */
export type Box = readonly (ReadonlySet<number> | undefined)[];

/**
 * A situation that leads to `terminal`, with only the variables on the way filled in: whatever the others are, it
 * gets there. `undefined` where none does.
 */
export function witness(graph: Graph, root: Ref, terminal: Terminal = YES): Situation | undefined {
  const situation = new Array<number | undefined>(graph.space.length).fill(undefined);
  const hopeless = new Set<Ref>();
  const search = (ref: Ref): boolean => {
    if (isEnd(ref)) return terminalOf(ref) === terminal;
    if (hopeless.has(ref)) return false;
    const value = branches(graph, ref).findIndex(search);
    if (value >= 0) situation[variableOf(graph, ref)] = value;
    else hopeless.add(ref);
    return value >= 0;
  };
  return search(root) ? situation : undefined;
}

/** Boxes that together are exactly `condition`, each as large as it can be; they may overlap. */
export function boxes(forest: Forest, condition: Ref): Box[] {
  const found: Box[] = [];
  for (let rest = condition; rest !== FALSE; ) {
    const box = widen(forest, condition, witness(forest, rest) as Situation);
    found.push(box);
    rest = and(forest, rest, not(forest, boxCondition(forest, box)));
  }
  return found;
}

/** The condition that a situation lies in a box. */
export function boxCondition(forest: Forest, box: Box): Ref {
  return and(forest, ...box.flatMap((values, variable) => (values ? [test(forest, variable, values)] : [])));
}

/** Starts from one situation and lets each variable have every value that keeps the box inside the condition. */
function widen(forest: Forest, condition: Ref, seed: Situation): Box {
  const box: (ReadonlySet<number> | undefined)[] = seed.map((value) =>
    value === undefined ? value : new Set([value]),
  );
  const fits = (variable: number, values: ReadonlySet<number> | undefined): boolean =>
    within(forest, boxCondition(forest, box.with(variable, values)), condition);
  for (const [variable, values] of box.entries()) {
    if (values === undefined) continue;
    box[variable] = fits(variable, undefined) ? undefined : allThatFit(forest, variable, values, fits);
  }
  return box;
}

function allThatFit(
  forest: Forest,
  variable: number,
  start: ReadonlySet<number>,
  fits: (variable: number, values: ReadonlySet<number>) => boolean,
): ReadonlySet<number> {
  const every = Array.from({ length: forest.space[variable] as number }, (_, value) => value);
  return new Set(every.filter((value) => start.has(value) || fits(variable, new Set([...start, value]))));
}

/** Whether `part` implies `whole`. */
export function within(forest: Forest, part: Ref, whole: Ref): boolean {
  return ifThenElse(forest, part, whole, TRUE) === TRUE;
}
