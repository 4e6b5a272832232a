import fc from "fast-check";
import { type Forest, test as oneOf } from "../../src/diagram/forest.js";
import type { Knowledge, Ref } from "../../src/diagram/graph.js";
import { and, ifThenElse, not, or } from "../../src/diagram/logic.js";

/** A condition in plain sight, to be compared with its diagram. */
export type Formula =
  | { readonly kind: "test"; readonly variable: number; readonly values: readonly number[] }
  | { readonly kind: "and" | "or"; readonly parts: readonly Formula[] }
  | { readonly kind: "not"; readonly part: Formula }
  | { readonly kind: "if"; readonly parts: readonly [Formula, Formula, Formula] };

const space = fc.array(fc.integer({ min: 2, max: 4 }), { minLength: 1, maxLength: 5 });

function formula(sizes: readonly number[]): fc.Arbitrary<Formula> {
  const test = fc
    .nat({ max: sizes.length - 1 })
    .chain((variable) =>
      fc.subarray([...Array(sizes[variable]).keys()]).map((values): Formula => ({ kind: "test", variable, values })),
    );
  const { tree } = fc.letrec<{ tree: Formula }>((tie) => ({
    tree: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      test,
      fc.record({
        kind: fc.constantFrom("and" as const, "or" as const),
        parts: fc.array(tie("tree"), { maxLength: 3 }),
      }),
      fc.record({ kind: fc.constant("not" as const), part: tie("tree") }),
      fc.record({ kind: fc.constant("if" as const), parts: fc.tuple(tie("tree"), tie("tree"), tie("tree")) }),
    ),
  }));
  return tree;
}

export const spaceAndFormulas = (count: number): fc.Arbitrary<{ sizes: number[]; formulas: Formula[] }> =>
  space.chain((sizes) =>
    fc.record({
      sizes: fc.constant(sizes),
      formulas: fc.array(formula(sizes), { minLength: count, maxLength: count }),
    }),
  );

export function holds(formula: Formula, situation: readonly number[]): boolean {
  switch (formula.kind) {
    case "test":
      return formula.values.includes(situation[formula.variable] as number);
    case "and":
      return formula.parts.every((part) => holds(part, situation));
    case "or":
      return formula.parts.some((part) => holds(part, situation));
    case "not":
      return !holds(formula.part, situation);
    case "if":
      return holds(formula.parts[0], situation)
        ? holds(formula.parts[1], situation)
        : holds(formula.parts[2], situation);
  }
}

export function diagramOf(forest: Forest, formula: Formula): Ref {
  switch (formula.kind) {
    case "test":
      return oneOf(forest, formula.variable, new Set(formula.values));
    case "and":
      return and(forest, ...formula.parts.map((part) => diagramOf(forest, part)));
    case "or":
      return or(forest, ...formula.parts.map((part) => diagramOf(forest, part)));
    case "not":
      return not(forest, diagramOf(forest, formula.part));
    case "if": {
      const [condition, then, otherwise] = formula.parts;
      return ifThenElse(forest, diagramOf(forest, condition), diagramOf(forest, then), diagramOf(forest, otherwise));
    }
  }
}

/** Every situation of a space, by plain enumeration. */
export function everySituation(sizes: readonly number[]): number[][] {
  return sizes.reduce<number[][]>(
    (all, size) => all.flatMap((one) => [...Array(size).keys()].map((value) => [...one, value])),
    [[]],
  );
}

/** For each variable its value, some values of which it has one, or nothing. */
export const knowledgeOf = (sizes: readonly number[]): fc.Arbitrary<Knowledge> =>
  fc.tuple(
    ...sizes.map((size) =>
      fc.oneof(
        fc.nat({ max: size - 1 }),
        fc.subarray([...Array(size).keys()], { minLength: 1 }).map((values) => new Set(values)),
        fc.constant(undefined),
      ),
    ),
  );

export function completes(whole: readonly number[], part: Knowledge): boolean {
  return part.every((known, variable) => {
    const value = whole[variable] as number;
    return known === undefined || (typeof known === "number" ? known === value : known.has(value));
  });
}
