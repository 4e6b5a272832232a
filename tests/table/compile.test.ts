import fc from "fast-check";
import { expect, test } from "vitest";
import { count } from "../../src/diagram/count.js";
import { ForestFull } from "../../src/diagram/forest.js";
import { and, not, or } from "../../src/diagram/logic.js";
import { walk } from "../../src/diagram/walk.js";
import { draftLaw, IMPOSSIBLE, packLaw, ruleIndex, situations } from "../../src/table/compile.js";
import { type CompiledTable, lawOfText, restore, store } from "../../src/table/compiled.js";
import { findCoverageFaults } from "../../src/table/faults/gaps.js";
import { tangleFault } from "../../src/table/faults/tangle.js";
import { BEGINNING } from "../../src/table/in-force.js";
import type { Table } from "../../src/table/table.js";
import { situationOf } from "../../src/triage/situation.js";
import {
  canBe,
  deciding,
  emptyTable,
  everyFacts,
  type Facts,
  holds,
  looseTable,
  rule,
  soundTable,
} from "./small-tables.js";

function compiledOf(table: Table): CompiledTable {
  return { table, digest: "", laws: [{ from: BEGINNING, law: packLaw(draftLaw(table, "2026-01-01")) }] };
}

/** The deciding rule of a whole situation, by id. */
function decided(compiled: CompiledTable, facts: Facts): string {
  const law = compiled.laws[0]?.law as CompiledTable["laws"][number]["law"];
  const end = walk(law.graph, law.roots.outcome, situationOf(compiled, law, facts)) as number;
  return end === IMPOSSIBLE ? "impossible" : (compiled.table.rules[ruleIndex(end)]?.id ?? "none");
}

test("in every situation the diagram comes to the rule that plain reading comes to", () => {
  fc.assert(
    fc.property(soundTable, (table) => {
      const compiled = compiledOf(table);
      for (const facts of everyFacts(table)) {
        expect(decided(compiled, facts)).toBe(canBe(table, facts) ? deciding(table, facts)[0]?.id : "impossible");
      }
    }),
  );
});

test("the order of the rules in the file means nothing", () => {
  const shuffled = soundTable.chain((table) =>
    fc.record({
      table: fc.constant(table),
      rules: fc.shuffledSubarray([...table.rules], { minLength: table.rules.length }),
    }),
  );
  fc.assert(
    fc.property(shuffled, ({ table, rules }) => {
      const [one, other] = [compiledOf(table), compiledOf({ ...table, rules })];
      for (const facts of everyFacts(table)) expect(decided(other, facts)).toBe(decided(one, facts));
    }),
  );
});

test("gaps and conflicts are found exactly where plain reading finds them, and counted", () => {
  fc.assert(
    fc.property(looseTable, (table) => {
      const draft = draftLaw(table, "2026-01-01");
      const possible = everyFacts(table).filter((facts) => canBe(table, facts));
      const open = possible.filter((facts) => deciding(table, facts).length === 0);
      const clashes = possible.filter((facts) => deciding(table, facts).length > 1);
      const faults = findCoverageFaults(table, [draft]);
      if (possible.length === 0) {
        expect(faults.map(({ code }) => code)).toEqual(["OT311"]);
        return;
      }
      expect(faults.some(({ code }) => code === "OT303")).toBe(open.length > 0);
      expect(faults.some(({ code }) => code === "OT304")).toBe(clashes.length > 0);
      const gap = and(draft.forest, draft.possible, not(draft.forest, or(draft.forest, ...draft.decides)));
      expect(count(draft.forest, gap)).toBe(BigInt(open.length));
    }),
  );
});

test("a compiled table survives being stored", () => {
  fc.assert(
    fc.property(soundTable, (table) => {
      const compiled = compiledOf(table);
      const stored = JSON.parse(JSON.stringify(store(compiled)));
      const restored = restore(stored.table, (position) => lawOfText(stored.laws[position]));
      for (const facts of everyFacts(table)) expect(decided(restored, facts)).toBe(decided(compiled, facts));
    }),
    { numRuns: 30 },
  );
});

test("findings and rules are told apart by whether they hold, displaced or not", () => {
  fc.assert(
    fc.property(soundTable, (table) => {
      const compiled = compiledOf(table);
      const law = compiled.laws[0]?.law as CompiledTable["laws"][number]["law"];
      for (const facts of everyFacts(table).filter((one) => canBe(table, one))) {
        const situation = situationOf(compiled, law, facts);
        table.rules.forEach(({ when }, index) => {
          expect(walk(law.graph, law.roots.applies[index] as number, situation)).toBe(
            Number(holds(table, when, facts)),
          );
        });
        for (const [id, { when }] of Object.entries(table.findings)) {
          expect(walk(law.graph, law.roots.findings[id] as number, situation)).toBe(Number(holds(table, when, facts)));
        }
      }
    }),
    { numRuns: 50 },
  );
});

/** Facts f0, f1 … with two values each, and rules over random pairs of values, without any structure. */
function tangled(facts: number, rules: number): Table {
  let seed = 1;
  const next = (below: number): number => {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
    return (seed >> 8) % below;
  };
  const values = { a: "a", b: "b", c: "c", d: "d" };
  const ids = [...Array(facts).keys()].map((index) => `f${index}`);
  const when = () => ({
    tests: [...new Set([...Array(4).keys()].map(() => ids[next(facts)] as string))].map((subject) => ({
      subject,
      values: ["abcd"[next(4)] as string, "abcd"[next(4)] as string],
      negated: false,
    })),
    any: [],
  });
  return {
    ...emptyTable(),
    facts: Object.fromEntries(ids.map((id) => [id, { ask: "?", why: "!", values }])),
    rules: [...Array(rules).keys()].map((index) =>
      rule(`r${index}`, when(), { overrides: [...Array(index).keys()].map((below) => `r${below}`) }),
    ),
  };
}

test("80 random rules over 15 facts are refused, and the facts that tangle are named", () => {
  const table = tangled(15, 80);
  let full: unknown;
  try {
    draftLaw(table, "2026-01-01");
  } catch (error) {
    full = error;
  }
  expect(full).toBeInstanceOf(ForestFull);
  const { code, message } = tangleFault(table, full as ForestFull);
  expect(code).toBe("OT306");
  expect(message).toMatch(/more than 800,000 nodes, most of them about `f\d+`, `f\d+`, `f\d+`, `f\d+`/);
});

test("a table whose facts stand in an unlucky order is built in a better one", () => {
  const pairs = 12;
  const yes = { yes: "Yes", no: "No" };
  const ids = [...Array(pairs * 2).keys()].map((index) => `f${index}`);
  const pair = (index: number) => ({
    tests: [`f${index}`, `f${index + pairs}`].map((subject) => ({ subject, values: ["yes"], negated: false })),
    any: [],
  });
  const table: Table = {
    ...emptyTable(),
    facts: Object.fromEntries(ids.map((id) => [id, { ask: "?", why: "!", values: yes }])),
    rules: [
      rule("otherwise", { tests: [], any: [] }),
      ...[...Array(pairs).keys()].map((index) =>
        rule(`pair-${index}`, pair(index), {
          overrides: ["otherwise", ...[...Array(index).keys()].map((below) => `pair-${below}`)],
        }),
      ),
    ],
  };
  const draft = draftLaw(table, "2026-01-01");
  expect(draft.factOrder).not.toEqual(ids);
  expect(packLaw(draft).graph.variable.length).toBeLessThan(1_000);
  expect(situations(table)).toBe(2n ** 24n);
});

test("findings, rules and notices hold only while they are law", () => {
  const facts = { f0: { ask: "?", why: "!", values: { yes: "Yes", no: "No" } } };
  const yes = { tests: [{ subject: "f0", values: ["yes"], negated: false }], any: [] };
  const always = { tests: [], any: [] };
  const table: Table = {
    ...emptyTable(),
    facts,
    rules: [rule("old", always, { to: "2025-10-05" }), rule("new", always, { from: "2025-10-06" })],
    findings: { late: { says: "late", when: yes, cite: [], from: "2025-10-06" } },
    notices: { early: { when: yes, says: "early", urgent: false, everywhere: false, cite: [], to: "2025-10-05" } },
  };
  const on = (day: string) => {
    const compiled = { table, digest: "", laws: [{ from: BEGINNING, law: packLaw(draftLaw(table, day)) }] };
    const law = compiled.laws[0]?.law as CompiledTable["laws"][number]["law"];
    const end = (root: number | undefined) => walk(law.graph, root as number, [0]);
    return [decided(compiled, { f0: "yes" }), end(law.roots.findings["late"]), end(law.roots.notices["early"])];
  };
  expect(on("2025-10-05")).toEqual(["old", 0, 1]);
  expect(on("2025-10-06")).toEqual(["new", 1, 0]);
});
