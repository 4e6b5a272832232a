import fc from "fast-check";
import { expect, test } from "vitest";
import { draftLaw, packLaw } from "../../src/table/compile.js";
import type { CompiledTable } from "../../src/table/compiled.js";
import { BEGINNING } from "../../src/table/in-force.js";
import type { Table } from "../../src/table/table.js";
import { type Decision, decide, isContradiction } from "../../src/triage/decide.js";
import { agrees, canBe, deciding, everyFacts, type Facts, someFacts, soundTable } from "../table/small-tables.js";

const TODAY = "2026-01-01";

const tableAndFacts = soundTable.chain((table) => fc.record({ table: fc.constant(table), facts: someFacts(table) }));

function decideOn(table: Table, facts: Facts) {
  const compiled: CompiledTable = {
    table,
    digest: "",
    laws: [{ from: BEGINNING, law: packLaw(draftLaw(table, TODAY)) }],
  };
  return decide(compiled, { facts, particulars: {} }, TODAY);
}

/** The rules that the completions of some facts come to, by plain reading. */
function plainly(table: Table, facts: Facts): Set<string> {
  const completions = everyFacts(table).filter((whole) => agrees(whole, facts) && canBe(table, whole));
  return new Set(completions.map((whole) => deciding(table, whole)[0]?.id as string));
}

function plainVerdicts(table: Table, facts: Facts): Set<string> {
  return new Set([...plainly(table, facts)].map((id) => table.rules.find((rule) => rule.id === id)?.verdict as string));
}

/** Runs a check on random tables and facts that can all be true. */
function check(property: (table: Table, facts: Facts, decision: Decision) => void): void {
  fc.assert(
    fc.property(tableAndFacts, ({ table, facts }) => {
      const decision = decideOn(table, facts);
      fc.pre(!isContradiction(decision));
      if (!isContradiction(decision)) property(table, facts, decision);
    }),
    { numRuns: 200 },
  );
}

test("facts contradict each other exactly where no situation agrees with them", () => {
  fc.assert(
    fc.property(tableAndFacts, ({ table, facts }) => {
      const decision = decideOn(table, facts);
      expect(isContradiction(decision)).toBe(plainly(table, facts).size === 0);
      if (isContradiction(decision)) expect(decision.because).toEqual(["it cannot be"]);
    }),
  );
});

test("of what rules facts out that is told which does so by itself, or where nothing does, all that does together", () => {
  fc.assert(
    fc.property(tableAndFacts, ({ table: { impossible, ...table }, facts }) => {
      const [[subject, { values }]] = Object.entries(table.facts) as [[string, Table["facts"][string]]];
      const test = { subject, values: Object.keys(values).slice(0, 1), negated: false };
      const both = [...impossible, { when: { tests: [test], any: [] }, because: "not so either" }];
      const decision = decideOn({ ...table, impossible: both }, facts);
      if (!isContradiction(decision)) return;
      const completions = everyFacts({ ...table, impossible }).filter((whole) => agrees(whole, facts));
      const meets = (one: (typeof both)[number]) =>
        completions.map((whole) => !canBe({ ...table, impossible: [one] }, whole));
      const alone = both.filter((one) => !meets(one).includes(false));
      const told = alone.length > 0 ? alone : both.filter((one) => meets(one).includes(true));
      expect(decision.because).toEqual(told.map(({ because }) => because));
    }),
    { numRuns: 500 },
  );
});

test("partial facts leave exactly the rules possible that their completions come to", () => {
  check((table, facts, { possible }) => {
    expect(new Set(possible.map(({ id }) => id))).toEqual(plainly(table, facts));
  });
});

test("the verdict is given at once where every completion agrees on it, and never otherwise", () => {
  check((table, facts, { verdict }) => {
    const verdicts = plainVerdicts(table, facts);
    expect(verdict).toBe(verdicts.size === 1 ? [...verdicts][0] : "cannot-say");
  });
});

test("a decided case stays decided when more facts become known", () => {
  check((table, facts, { verdict }) => {
    fc.pre(verdict !== "cannot-say");
    for (const whole of everyFacts(table).filter((one) => agrees(one, facts) && canBe(table, one))) {
      expect((decideOn(table, whole) as Decision).verdict).toBe(verdict);
    }
  });
});

test("where nothing can be said, facts are named, and to know all that are ever named settles the verdict", () => {
  check((table, facts, { verdict, open }) => {
    expect(open.every(({ fact }) => facts[fact] === undefined)).toBe(true);
    if (verdict !== "cannot-say") return;
    expect(open.length).toBeGreaterThan(0);
    for (const whole of everyFacts(table).filter((one) => agrees(one, facts) && canBe(table, one))) {
      let known = { ...facts };
      for (
        let answer = decideOn(table, known) as Decision;
        answer.verdict === "cannot-say";
        answer = decideOn(table, known) as Decision
      ) {
        const before = Object.keys(known).length;
        known = { ...known, ...Object.fromEntries(answer.open.map(({ fact }) => [fact, whole[fact] as string])) };
        expect(Object.keys(known).length).toBeGreaterThan(before);
      }
      expect((decideOn(table, known) as Decision).verdict).toBe(deciding(table, whole)[0]?.verdict);
    }
  });
});

test("each answer to an open question leads where it is said to lead", () => {
  check((table, facts, { open, verdict }) => {
    for (const { fact, outcomes } of open) {
      for (const { values, rules } of outcomes) {
        const reached = values.map((value) => plainly(table, { ...facts, [fact]: value }));
        expect(new Set(rules.map(({ id }) => id))).toEqual(new Set(reached.flatMap((ids) => [...ids])));
        if (verdict === "cannot-say") {
          const verdicts = values.map((value) => [...plainVerdicts(table, { ...facts, [fact]: value })].sort().join());
          expect(new Set(verdicts).size).toBe(1);
        }
      }
      const impossible = Object.keys(table.facts[fact]?.values ?? {}).filter(
        (value) => plainly(table, { ...facts, [fact]: value }).size === 0,
      );
      expect([...outcomes.flatMap(({ values }) => values), ...impossible].sort()).toEqual(
        Object.keys(table.facts[fact]?.values ?? {}).sort(),
      );
    }
  });
});

test("what would change what is to be done is exactly the single facts that leave other rules", () => {
  check((table, facts, { flips, verdict, possible }) => {
    if (verdict === "cannot-say") {
      expect(flips).toEqual([]);
      return;
    }
    const now = possible.map(({ id }) => id).sort();
    const said = flips.flatMap(({ fact, outcomes }) =>
      outcomes.flatMap(({ values, rules }) =>
        values.map((value) => `${fact} ${value} ${rules.map(({ id }) => id).sort()}`),
      ),
    );
    const plain = Object.keys(facts).flatMap((fact) =>
      Object.keys(table.facts[fact]?.values ?? {}).flatMap((value) => {
        const rules = [...plainly(table, { ...facts, [fact]: value })].sort();
        return rules.length === 0 || `${rules}` === `${now}` ? [] : [`${fact} ${value} ${rules}`];
      }),
    );
    expect(said.sort()).toEqual(plain.sort());
  });
});
