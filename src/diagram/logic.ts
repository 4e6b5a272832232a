import { type Forest, node } from "./forest.js";
import { branch, end, isEnd, NO, type Ref, YES } from "./graph.js";

const TRUE = end(YES);
const FALSE = end(NO);

/** `then` wherever `condition` holds, `otherwise` elsewhere. The other connectives are this one. */
export function ifThenElse(forest: Forest, condition: Ref, then: Ref, otherwise: Ref): Ref {
  if (condition === TRUE || then === otherwise) return then;
  if (condition === FALSE) return otherwise;
  if (then === TRUE && otherwise === FALSE) return condition;
  const place = placeOf(forest, condition, then, otherwise);
  const { results } = forest;
  if (results[place] === condition && results[place + 1] === then && results[place + 2] === otherwise) {
    return results[place + 3] as Ref;
  }
  const result = split(forest, condition, then, otherwise);
  results.set([condition, then, otherwise, result], place);
  return result;
}

export function and(forest: Forest, ...conditions: readonly Ref[]): Ref {
  return conditions.reduce((all, condition) => ifThenElse(forest, all, condition, FALSE), TRUE);
}

export function or(forest: Forest, ...conditions: readonly Ref[]): Ref {
  return conditions.reduce((any, condition) => ifThenElse(forest, any, TRUE, condition), FALSE);
}

export function not(forest: Forest, condition: Ref): Ref {
  return ifThenElse(forest, condition, FALSE, TRUE);
}

/** Decides on the first variable that any of the three tests, and joins the results. */
function split(forest: Forest, condition: Ref, then: Ref, otherwise: Ref): Ref {
  const variable = Math.min(level(forest, condition), level(forest, then), level(forest, otherwise));
  const size = forest.space[variable] as number;
  const edges = new Array<Ref>(size);
  for (let value = 0; value < size; value++) {
    edges[value] = ifThenElse(
      forest,
      follow(forest, condition, variable, value),
      follow(forest, then, variable, value),
      follow(forest, otherwise, variable, value),
    );
  }
  return node(forest, variable, edges);
}

function level(forest: Forest, ref: Ref): number {
  return isEnd(ref) ? Number.POSITIVE_INFINITY : (forest.variable[ref] as number);
}

function follow(forest: Forest, ref: Ref, variable: number, value: number): Ref {
  return level(forest, ref) === variable ? branch(forest, ref, value) : ref;
}

/** The cache is direct-mapped: a forgotten result costs time, never correctness. */
function placeOf(forest: Forest, condition: Ref, then: Ref, otherwise: Ref): number {
  let h = Math.imul(condition, 0x9e3779b1) ^ Math.imul(then, 0x85ebca6b) ^ Math.imul(otherwise, 0xc2b2ae35);
  h ^= h >>> 15;
  return (h & (forest.results.length / 4 - 1)) * 4;
}
