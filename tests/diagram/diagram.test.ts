import fc from "fast-check";
import { expect, test } from "vitest";
import { endsIn } from "../../src/diagram/apply.js";
import { count, countEnds, countSpace } from "../../src/diagram/count.js";
import { ForestFull, newForest, node, test as oneOf } from "../../src/diagram/forest.js";
import { end, NO, type Ref, YES } from "../../src/diagram/graph.js";
import { areDisjoint, joinRegions } from "../../src/diagram/join.js";
import { and, ifThenElse, not, or } from "../../src/diagram/logic.js";
import { narrow, nodesBelow, restrict, someValue, support } from "../../src/diagram/narrow.js";
import { needed } from "../../src/diagram/needed.js";
import { orderByForce } from "../../src/diagram/order.js";
import { pack } from "../../src/diagram/pack.js";
import { boxCondition, boxes, within, witness } from "../../src/diagram/region.js";
import { canReach, reachable, variablesOn, walk } from "../../src/diagram/walk.js";
import {
  completes,
  diagramOf,
  everySituation,
  type Formula,
  holds,
  knowledgeOf,
  spaceAndFormulas,
} from "./arbitrary.js";

const one = spaceAndFormulas(1).map(({ sizes, formulas }) => ({ sizes, formula: formulas[0] as Formula }));

/** A diagram with an end for each number of formulas that hold: many ends, whatever the formulas are. */
function tally(sizes: readonly number[], formulas: readonly Formula[]) {
  const forest = newForest(sizes);
  const add = (rest: readonly Formula[], held: number): Ref => {
    const [first, ...others] = rest;
    if (first === undefined) return end(held);
    return ifThenElse(forest, diagramOf(forest, first), add(others, held + 1), add(others, held));
  };
  const held = (situation: readonly number[]): number => formulas.filter((formula) => holds(formula, situation)).length;
  return { forest, root: add(formulas, 0), held };
}

const three = spaceAndFormulas(3);

test("a walk ends where plain evaluation does, in every situation", () => {
  fc.assert(
    fc.property(three, ({ sizes, formulas }) => {
      const { forest, root, held } = tally(sizes, formulas);
      for (const situation of everySituation(sizes)) expect(walk(forest, root, situation)).toBe(held(situation));
    }),
  );
});

test("what is remembered of one result is not taken for that of another", () => {
  fc.assert(
    fc.property(three, ({ sizes, formulas }) => {
      const forest = newForest(sizes, 2);
      // there is hardly a place where results are remembered, and room for the nodes all the same
      forest.limit = 10_000;
      const roots = formulas.map((formula) => diagramOf(forest, formula));
      for (const situation of everySituation(sizes))
        for (const [index, root] of roots.entries())
          expect(walk(forest, root, situation) === YES).toBe(holds(formulas[index] as Formula, situation));
    }),
  );
});

test("that a diagram ends in one of some ends is a condition", () => {
  fc.assert(
    fc.property(three, fc.subarray([0, 1, 2, 3]), ({ sizes, formulas }, wanted) => {
      const { forest, root, held } = tally(sizes, formulas);
      const condition = endsIn(forest, root, wanted);
      for (const situation of everySituation(sizes))
        expect(walk(forest, condition, situation) === YES).toBe(wanted.includes(held(situation)));
    }),
  );
});

test("conditions that mean the same are the same node", () => {
  fc.assert(
    fc.property(spaceAndFormulas(2), ({ sizes, formulas: [a, b] }) => {
      const forest = newForest(sizes);
      const same = everySituation(sizes).every(
        (situation) => holds(a as Formula, situation) === holds(b as Formula, situation),
      );
      expect(diagramOf(forest, a as Formula) === diagramOf(forest, b as Formula)).toBe(same);
    }),
  );
});

test("of regions joined the last one that holds counts, and they are disjoint where no two hold", () => {
  fc.assert(
    fc.property(three, ({ sizes, formulas }) => {
      const forest = newForest(sizes);
      const regions = formulas.map((formula, index) => ({ holds: diagramOf(forest, formula), leadsTo: index + 2 }));
      const root = joinRegions(forest, regions);
      const held = everySituation(sizes).map((situation) => {
        const holding = regions.filter((_, index) => holds(formulas[index] as Formula, situation));
        expect(walk(forest, root, situation)).toBe(holding.at(-1)?.leadsTo ?? NO);
        return holding.length;
      });
      expect(areDisjoint(forest, regions)).toBe(held.every((count) => count < 2));
    }),
  );
});

test("what is reachable with values half known or unknown is exactly what their completions reach", () => {
  const partial = three.chain(({ sizes, formulas }) =>
    fc.record({ sizes: fc.constant(sizes), formulas: fc.constant(formulas), part: knowledgeOf(sizes) }),
  );
  fc.assert(
    fc.property(partial, ({ sizes, formulas, part }) => {
      const { forest, root, held } = tally(sizes, formulas);
      const completions = everySituation(sizes).filter((whole) => completes(whole, part));
      const ends = new Set(completions.map(held));
      expect(new Set(reachable(forest, root, part))).toEqual(ends);
      for (const terminal of [0, 1, 2, 3]) expect(canReach(forest, root, part, terminal)).toBe(ends.has(terminal));
      const restricted = restrict(forest, forest, root, part);
      for (const whole of completions) expect(walk(forest, restricted, whole)).toBe(held(whole));
      const alike = new Map<string, Set<number>>();
      for (const whole of completions) {
        const told = support(forest, restricted).map((variable) => whole[variable]);
        alike.set(told.join(), (alike.get(told.join()) ?? new Set()).add(held(whole)));
      }
      for (const ends of alike.values()) expect(ends.size).toBe(1);
      const matters = (variable: number): boolean =>
        completions.some((whole) =>
          [...Array(sizes[variable]).keys()]
            .map((value) => whole.with(variable, value))
            .some((other) => completes(other, part) && held(other) !== held(whole)),
        );
      expect(support(forest, restricted)).toEqual([...sizes.keys()].filter(matters));
      for (const variable of support(forest, restricted))
        expect(variablesOn(forest, root, part).has(variable)).toBe(true);
      if (walk(forest, root, part) !== undefined) expect(ends.size).toBe(1);
    }),
  );
});

test("a diagram tests a variable only where its value makes a difference", () => {
  fc.assert(
    fc.property(one, ({ sizes, formula }) => {
      const forest = newForest(sizes);
      const matters = (variable: number): boolean =>
        everySituation(sizes).some((situation) =>
          everySituation(sizes).some(
            (other) =>
              situation.every((value, index) => index === variable || value === other[index]) &&
              holds(formula, situation) !== holds(formula, other),
          ),
        );
      expect(support(forest, diagramOf(forest, formula))).toEqual([...sizes.keys()].filter(matters));
    }),
    { numRuns: 50 },
  );
});

test("counts are those of plain enumeration, for every end", () => {
  fc.assert(
    fc.property(three, ({ sizes, formulas }) => {
      const { forest, root, held } = tally(sizes, formulas);
      const plain = new Map<number, bigint>();
      for (const situation of everySituation(sizes))
        plain.set(held(situation), (plain.get(held(situation)) ?? 0n) + 1n);
      expect(new Map(countEnds(forest, root))).toEqual(plain);
    }),
  );
});

test("counts stay exact far beyond what floating point holds", () => {
  const sizes = Array.from({ length: 40 }, () => 7);
  const forest = newForest(sizes);
  expect(countSpace(sizes)).toBe(7n ** 40n);
  expect(count(forest, oneOf(forest, 39, new Set([6])))).toBe(7n ** 39n);
  expect(count(forest, end(YES))).toBe(7n ** 40n);
});

test("a witness lies in its region whatever is filled in, and there is none only for an empty region", () => {
  fc.assert(
    fc.property(one, ({ sizes, formula }) => {
      const forest = newForest(sizes);
      const found = witness(forest, diagramOf(forest, formula));
      const inside = everySituation(sizes).filter((situation) => holds(formula, situation));
      if (found === undefined) {
        expect(inside).toEqual([]);
        return;
      }
      const filledIn = everySituation(sizes).filter((situation) => completes(situation, found));
      expect(filledIn.length).toBeGreaterThan(0);
      for (const situation of filledIn) expect(holds(formula, situation)).toBe(true);
    }),
  );
});

test("boxes cover their region and nothing else, and none can grow", () => {
  fc.assert(
    fc.property(one, ({ sizes, formula }) => {
      const forest = newForest(sizes);
      const region = diagramOf(forest, formula);
      const found = boxes(forest, region);
      expect(or(forest, ...found.map((box) => boxCondition(forest, box)))).toBe(region);
      for (const box of found) {
        box.forEach((values, variable) => {
          if (values !== undefined)
            expect(within(forest, boxCondition(forest, box.with(variable, undefined)), region)).toBe(false);
        });
      }
    }),
  );
});

test("an ignored end never makes a variable matter, and nothing else is changed", () => {
  fc.assert(
    fc.property(spaceAndFormulas(2), ({ sizes, formulas: [a, b] }) => {
      const forest = newForest(sizes);
      const ignored = 2;
      const root = ifThenElse(forest, diagramOf(forest, a as Formula), end(ignored), diagramOf(forest, b as Formula));
      const rest = narrow(
        forest,
        forest,
        root,
        sizes.map(() => undefined),
        (terminal) => terminal,
        ignored,
      );
      const cared = everySituation(sizes).filter((situation) => !holds(a as Formula, situation));
      for (const situation of cared)
        expect(walk(forest, rest, situation)).toBe(holds(b as Formula, situation) ? YES : NO);
      if (new Set(cared.map((situation) => holds(b as Formula, situation))).size === 1)
        expect(support(forest, rest)).toEqual([]);
    }),
  );
});

test("what is needed tells the ends apart that count, and without any one of it they could not be told apart", () => {
  fc.assert(
    fc.property(three, fc.nat(3), ({ sizes, formulas }, ignored) => {
      const { forest, root, held } = tally(sizes, formulas);
      const variables = needed(forest, root, ignored).map(({ variable }) => variable);
      const counting = everySituation(sizes).filter((situation) => held(situation) !== ignored);
      const tellApart = (some: readonly number[]): boolean => {
        const ends = new Map<string, Set<number>>();
        for (const situation of counting) {
          const key = some.map((variable) => situation[variable]).join();
          ends.set(key, (ends.get(key) ?? new Set()).add(held(situation)));
        }
        return [...ends.values()].every(({ size }) => size === 1);
      };
      expect(tellApart(variables)).toBe(true);
      for (const one of variables) expect(tellApart(variables.filter((other) => other !== one))).toBe(false);
    }),
  );
});

test("a condition holds for some value of a variable exactly where another value would make it hold", () => {
  fc.assert(
    fc.property(one, fc.nat(), ({ sizes, formula }, any) => {
      const forest = newForest(sizes);
      const variable = any % sizes.length;
      const some = someValue(forest, diagramOf(forest, formula), variable);
      for (const situation of everySituation(sizes)) {
        const values = [...Array(sizes[variable]).keys()];
        const holdsForSome = values.some((value) => holds(formula, situation.with(variable, value)));
        expect(walk(forest, some, situation)).toBe(holdsForSome ? YES : NO);
      }
    }),
  );
});

test("a packed graph walks as the forest it came from, from every root", () => {
  fc.assert(
    fc.property(spaceAndFormulas(2), ({ sizes, formulas }) => {
      const forest = newForest(sizes);
      const roots = formulas.map((formula) => diagramOf(forest, formula));
      const packed = pack(forest, roots);
      expect(packed.graph.variable.length).toBe(new Set(roots.flatMap((root) => nodesBelow(forest, root))).size);
      packed.roots.forEach((root, index) => {
        for (const situation of everySituation(sizes)) {
          expect(walk(packed.graph, root, situation)).toBe(walk(forest, roots[index] as Ref, situation));
        }
      });
    }),
  );
});

test("a node whose values all lead to the same place is not made", () => {
  const forest = newForest([3]);
  expect(node(forest, 0, [end(YES), end(YES), end(YES)])).toBe(end(YES));
  expect(oneOf(forest, 0, new Set([0, 1, 2]))).toBe(end(YES));
  expect(forest.nodes).toBe(0);
});

test("a forest refuses to pass its limit", () => {
  const forest = newForest([2, 2, 2, 2], 2);
  const fill = () => [0, 1, 2].map((variable) => oneOf(forest, variable, new Set([1])));
  expect(fill).toThrow(ForestFull);
  expect(forest.nodes).toBe(2);
});

test("nodes stay unique when the hash table grows", () => {
  const forest = newForest(Array.from({ length: 12 }, () => 4));
  const all = () =>
    [...Array(12).keys()].reduce(
      (sum, variable) =>
        and(
          forest,
          not(forest, oneOf(forest, variable, new Set([variable % 4]))),
          or(forest, sum, oneOf(forest, variable, new Set([1]))),
        ),
      end(YES),
    );
  const first = all();
  for (let i = 0; i < 3_000; i++) oneOf(forest, i % 12, new Set([(i >> 4) % 4, (i >> 6) % 4]));
  for (let i = 0; i < 1_200; i++) node(forest, 0, [end(i), end(i + 1), end(i + 2), end(i + 3)]);
  const size = forest.nodes;
  expect(all()).toBe(first);
  expect(node(forest, 0, [end(0), end(1), end(2), end(3)])).toBeLessThan(size);
  expect(forest.nodes).toBe(size);
});

test("variables that are tested together are brought together: a pairing takes few nodes instead of thousands", () => {
  const pairs = 10;
  const groups = [...Array(pairs).keys()].map((i) => [i, i + pairs]);
  const nodes = (order: readonly number[]): number => {
    const forest = newForest(order.map(() => 2));
    const yes = (variable: number): Ref => oneOf(forest, order.indexOf(variable), new Set([1]));
    const root = or(forest, ...groups.map(([a, b]) => and(forest, yes(a as number), yes(b as number))));
    return nodesBelow(forest, root).length;
  };
  const order = orderByForce(pairs * 2, groups);
  expect([...order].sort((a, b) => a - b)).toEqual([...Array(pairs * 2).keys()]);
  expect(nodes([...Array(pairs * 2).keys()])).toBeGreaterThan(1_000);
  expect(nodes(order)).toBeLessThan(100);
});
