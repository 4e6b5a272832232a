import { type Forest, test } from "./forest.js";
import { branches, end, type Graph, isEnd, NO, type Ref, type Situation, variableOf, YES } from "./graph.js";
import { and, ifThenElse, not } from "./logic.js";

const TRUE = end(YES);
const FALSE = end(NO);

/** A readable region: for each variable the values it may have, or `undefined` where any will do. */
export type Box = readonly (ReadonlySet<number> | undefined)[];

/**
 * A situation that meets a condition, with only the variables on the way filled in: whatever the others are, it does.
 * `undefined` where none does.
 */
export function witness(graph: Graph, condition: Ref): Situation | undefined {
  const situation = new Array<number | undefined>(graph.space.length).fill(undefined);
  const hopeless = new Set<Ref>();
  const search = (ref: Ref): boolean => {
    if (isEnd(ref)) return ref === TRUE;
    if (hopeless.has(ref)) return false;
    const value = branches(graph, ref).findIndex(search);
    if (value >= 0) situation[variableOf(graph, ref)] = value;
    else hopeless.add(ref);
    return value >= 0;
  };
  return search(condition) ? situation : undefined;
}

/** Boxes that together are exactly `condition`, each as large as it can be; they may overlap. */
export function boxes(forest: Forest, condition: Ref): Box[] {
  return coveringBoxes(forest, condition, condition, Number.POSITIVE_INFINITY).boxes;
}

/** Boxes within `whole` that together cover `region`, or as much of it as so many can, and what is left of it. */
export function coveringBoxes(forest: Forest, region: Ref, whole: Ref, most: number): { boxes: Box[]; rest: Ref } {
  const boxes: Box[] = [];
  let rest = region;
  while (rest !== FALSE && boxes.length < most) {
    const box = widen(forest, whole, pointBox(witness(forest, rest) as Situation));
    boxes.push(box);
    rest = and(forest, rest, not(forest, boxCondition(forest, box)));
  }
  return { boxes, rest };
}

/** The condition that a situation lies in a box. */
export function boxCondition(forest: Forest, box: Box): Ref {
  return and(forest, ...box.flatMap((values, variable) => (values ? [test(forest, variable, values)] : [])));
}

/** The largest box around a box that stays inside a condition: first without whole variables, then with more values. */
function widen(forest: Forest, condition: Ref, seed: Box): Box {
  const box = [...withoutIdle(forest, condition, seed)];
  for (const [variable, start] of box.entries()) {
    if (start === undefined) continue;
    const fits = (value: number): boolean => lies(forest, box.with(variable, new Set([...start, value])), condition);
    const every = Array.from({ length: forest.space[variable] as number }, (_, value) => value);
    box[variable] = new Set(every.filter((value) => start.has(value) || fits(value)));
  }
  return box;
}

/** A box that says nothing of the variables without which it would still lie inside a condition. */
export function withoutIdle(forest: Forest, condition: Ref, box: Box): Box {
  return box.reduce<Box>((left, _, variable) => {
    const without = left.with(variable, undefined);
    return lies(forest, without, condition) ? without : left;
  }, box);
}

/** The box of one situation. */
export function pointBox(situation: Situation): Box {
  return situation.map((value) => (value === undefined ? undefined : new Set([value])));
}

function lies(forest: Forest, box: Box, condition: Ref): boolean {
  return within(forest, boxCondition(forest, box), condition);
}

/** Whether `part` implies `whole`. */
export function within(forest: Forest, part: Ref, whole: Ref): boolean {
  return ifThenElse(forest, part, whole, TRUE) === TRUE;
}
