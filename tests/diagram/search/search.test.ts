import fc from "fast-check";
import { expect, test } from "vitest";
import { newForest } from "../../../src/diagram/forest.js";
import { end, type Ref, type Terminal } from "../../../src/diagram/graph.js";
import { ifThenElse } from "../../../src/diagram/logic.js";
import { narrow, restrict, support } from "../../../src/diagram/narrow.js";
import { pack } from "../../../src/diagram/pack.js";
import { FIRST_SET } from "../../../src/diagram/search/codes.js";
import { newLook } from "../../../src/diagram/search/look.js";
import { newSearch, type Search } from "../../../src/diagram/search/search.js";
import { reachable } from "../../../src/diagram/walk.js";
import { diagramOf, spaceAndFormulas } from "../arbitrary.js";

/** Some ends are of one class, and the first is ignored. Classes that are 32 apart have a bit in common. */
const CLASSES = Int32Array.from([0, 1, 33, 33, 4]);
const TERMINALS = 34;
const IGNORED = 0;
const SETS = [
  [0, 1],
  [1, 2],
];

function knownAs(code: number, size: number): number | ReadonlySet<number> | undefined {
  const values = SETS[FIRST_SET - codeFor(code, size)];
  return values === undefined ? (code < 0 ? undefined : code) : new Set(values);
}

/** The second set has a value that a variable of two does not have. */
function codeFor(code: number, size: number): number {
  return code === FIRST_SET - 1 && size < 3 ? FIRST_SET : code;
}

function endsOf({ reached }: Search): Terminal[] {
  return [...reached.ends.subarray(0, reached.endCount)];
}

test("a search finds the ends that can be reached, and the variables that narrowing leaves, again and again", () => {
  // no variable has fewer than two values
  const known = fc.constantFrom(-1, 0, 1, FIRST_SET, FIRST_SET - 1);
  const values = fc.array(fc.array(known, { minLength: 5, maxLength: 5 }), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(spaceAndFormulas(4), values, ({ sizes, formulas }, situations) => {
      const forest = newForest(sizes);
      const outcome = formulas.reduce<Ref>(
        (rest, formula, index) => ifThenElse(forest, diagramOf(forest, formula), end(index), rest),
        end(4),
      );
      const { graph, roots } = pack(forest, [outcome]);
      const search = newSearch(graph, roots[0] as Ref, TERMINALS, SETS);
      const canReach = newLook(graph, SETS);
      for (const some of situations) {
        const situation = sizes.map((size, variable) => knownAs(some[variable] as number, size));
        const values = Int16Array.from(sizes, (size, variable) => codeFor(some[variable] as number, size));
        search.run(values);
        const ends = endsOf(search);
        expect(new Set(ends)).toEqual(reachable(forest, outcome, situation));
        expect(ends).toEqual(ends.toSorted());
        expect([...CLASSES.keys()].filter((one) => canReach(roots[0] as Ref, values, one))).toEqual(ends);
        search.mattering.find(CLASSES, IGNORED);
        const left = newForest(sizes);
        const rest = narrow(left, forest, outcome, situation, (terminal) => CLASSES[terminal] as number, IGNORED);
        expect([...sizes.keys()].filter(search.mattering.isMattering)).toEqual(support(left, rest));
        const open = newForest(sizes);
        const matter = support(open, restrict(open, forest, outcome, situation));
        expect(matter.filter((variable) => !search.isTested(variable))).toEqual([]);
      }
    }),
    { numRuns: 2_000 },
  );
});

test("what a search finds under one of its narrowings is what it finds of the values that are left", () => {
  const known = fc.array(fc.constantFrom(-1, 0, 1, FIRST_SET), { minLength: 5, maxLength: 5 });
  // the first narrowing leaves every variable as it is, the second takes its first value from each variable it is for
  const narrowed = fc.array(fc.boolean(), { minLength: 5, maxLength: 5 });
  fc.assert(
    fc.property(spaceAndFormulas(4), known, narrowed, ({ sizes, formulas }, codes, isNarrowed) => {
      const forest = newForest(sizes);
      const outcome = formulas.reduce<Ref>(
        (rest, formula, index) => ifThenElse(forest, diagramOf(forest, formula), end(index), rest),
        end(4),
      );
      const { graph, roots } = pack(forest, [outcome]);
      const root = roots[0] as Ref;
      const values = Int16Array.from(sizes, (_, variable) => codes[variable] as number);
      const without = sizes.map((size) => Array.from({ length: size - 1 }, (_, index) => index + 1));
      const narrowings = sizes.map((size, variable) =>
        isNarrowed[variable] ? Int32Array.from({ length: size }, (_, value) => (value === 0 ? 0b01 : 0b11)) : undefined,
      );
      const sets = [...SETS, ...without, [1]];
      const search = newSearch(graph, root, TERMINALS, sets);
      const endsUnder = (narrowing: number): Terminal[] =>
        [...CLASSES.keys()].filter((terminal) => search.isReachedUnder(narrowing, terminal));
      search.run(values, narrowings);
      const [plainly, narrowly] = [endsUnder(0), endsUnder(1)];
      expect(plainly).toEqual(endsOf(search));
      search.run(values);
      expect(plainly).toEqual(endsOf(search));
      const left = sizes.map((_, variable) => {
        const code = values[variable] as number;
        if (!isNarrowed[variable] || code >= 0) return code;
        return FIRST_SET - (code === FIRST_SET ? sets.length - 1 : SETS.length + variable);
      });
      const alone = newSearch(graph, root, TERMINALS, sets);
      alone.run(Int16Array.from(left));
      expect(narrowly).toEqual(endsOf(alone));
      search.run(values, narrowings);
      search.narrowTo(1, Int16Array.from(left));
      for (const one of [search, alone]) one.mattering.find(CLASSES, IGNORED);
      expect([...sizes.keys()].filter(search.mattering.isMattering)).toEqual(
        [...sizes.keys()].filter(alone.mattering.isMattering),
      );
    }),
    { numRuns: 2_000 },
  );
});
