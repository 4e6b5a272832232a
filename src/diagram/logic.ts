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
  // one by one: `set` is many times as slow with what is no typed array
  results[place] = condition;
  results[place + 1] = then;
  results[place + 2] = otherwise;
  results[place + 3] = result;
  return result;
}

export function and(forest: Forest, ...conditions: readonly Ref[]): Ref {
  // from the last on: what is tested first commonly stands first, and a diagram is cheapest to build from below
  return conditions.reduceRight((all, condition) => ifThenElse(forest, condition, all, FALSE), TRUE);
}

export function or(forest: Forest, ...conditions: readonly Ref[]): Ref {
  return conditions.reduce((any, condition) => ifThenElse(forest, any, TRUE, condition), FALSE);
}

export function not(forest: Forest, condition: Ref): Ref {
  return ifThenElse(forest, condition, FALSE, TRUE);
}

/** Where one of two conditions holds and the other does not. */
export function differ(forest: Forest, one: Ref, other: Ref): Ref {
  return one === other ? FALSE : ifThenElse(forest, one, not(forest, other), other);
}

/** Where a condition holds and another does not. */
export function except(forest: Forest, condition: Ref, less: Ref): Ref {
  return condition === less ? FALSE : ifThenElse(forest, less, FALSE, condition);
}

/** Decides on the first variable that any of the three tests, and joins the results. */
function split(forest: Forest, condition: Ref, then: Ref, otherwise: Ref): Ref {
  const variable = Math.min(level(forest, condition), level(forest, then), level(forest, otherwise));
  // found out once and not for each of what may be hundreds of values
  const asksCondition = level(forest, condition) === variable;
  const asksThen = level(forest, then) === variable;
  const asksOtherwise = level(forest, otherwise) === variable;
  const edges = new Array<Ref>(forest.space[variable] as number);
  for (let value = 0; value < edges.length; value++) {
    edges[value] = ifThenElse(
      forest,
      asksCondition ? branch(forest, condition, value) : condition,
      asksThen ? branch(forest, then, value) : then,
      asksOtherwise ? branch(forest, otherwise, value) : otherwise,
    );
  }
  return node(forest, variable, edges);
}

/** The variable that a reference tests first; an end lies below them all. */
export function level(forest: Forest, ref: Ref): number {
  return isEnd(ref) ? BELOW_ALL : (forest.variable[ref] as number);
}

/** A whole number: what may be infinite is slower to compare. */
const BELOW_ALL = 2 ** 30;

/** Where a reference leads for one value of a variable, if that is what it tests first. */
export function follow(forest: Forest, ref: Ref, variable: number, value: number): Ref {
  return level(forest, ref) === variable ? branch(forest, ref, value) : ref;
}

/** The cache is direct-mapped: a forgotten result costs time, never correctness. */
function placeOf(forest: Forest, condition: Ref, then: Ref, otherwise: Ref): number {
  let h = Math.imul(condition, 0x9e3779b1) ^ Math.imul(then, 0x85ebca6b) ^ Math.imul(otherwise, 0xc2b2ae35);
  h ^= h >>> 15;
  return (h & (forest.results.length / 4 - 1)) * 4;
}
