import fc from "fast-check";
import { expect, test } from "vitest";
import { draftLaw } from "../../src/table/compile.js";
import type { Fault } from "../../src/table/fault.js";
import { findConflicts } from "../../src/table/faults/conflicts.js";
import { circle } from "../../src/table/overrides.js";
import type { Condition, Rule, Table } from "../../src/table/table.js";
import { canBe, deciding, emptyTable, everyFacts, type Facts, holds, looseTable, rule } from "./small-tables.js";

const DAY = "2026-01-01";

function conflicts(table: Table, days: readonly string[] = [DAY]): Fault[] {
  return findConflicts(
    table,
    days.map((day) => draftLaw(table, day)),
  );
}

/** A conflict as `rule at which it stands: message (help)`. */
function told(table: Table): string[] {
  return conflicts(table).map(({ path, message, help }) => `${table.rules[Number(path[1])]?.id}: ${message} (${help})`);
}

/** What the advice says is to be written, each way of mending by itself. */
function written({ help = "" }: Fault): { readonly winner: string; readonly overrides: string[] }[] {
  return [...help.matchAll(/`([^`]*)`,? say `overrides: \[([^\]]*)\]`/g)].map(([, winner = "", list = ""]) => ({
    winner,
    overrides: list.split(", "),
  }));
}

function withOverrides(table: Table, id: string, overrides: readonly string[]): Table {
  return { ...table, rules: table.rules.map((one) => (one.id === id ? { ...one, overrides } : one)) };
}

function possible(table: Table): Facts[] {
  return everyFacts(table).filter((facts) => canBe(table, facts));
}

function ruleOf({ rules }: Table, id: string): Rule {
  return rules.find((one) => one.id === id) as Rule;
}

test("what is advised, written just so, clears the conflict, and the rule that is to override decides", () => {
  fc.assert(
    fc.property(looseTable, (table) => {
      for (const fault of conflicts(table)) {
        for (const { winner, overrides } of written(fault)) {
          const mended = withOverrides(table, winner, overrides);
          const losers = overrides.filter((id) => !ruleOf(table, winner).overrides.includes(id));
          expect(losers.length).toBeGreaterThan(0);
          expect(circle(mended.rules)).toBeUndefined();
          for (const facts of possible(table)) {
            const [before, after] = [table, mended].map((one) => deciding(one, facts).map(({ id }) => id));
            if (before?.includes(winner)) expect(after).toEqual(before.filter((id) => !losers.includes(id)));
          }
        }
      }
    }),
  );
});

test("the special one is named only where plain reading finds that it applies nowhere else", () => {
  fc.assert(
    fc.property(looseTable, (table) => {
      for (const fault of conflicts(table).filter(({ help }) => help?.startsWith("let the special one"))) {
        const [{ winner, overrides }] = written(fault) as [ReturnType<typeof written>[number]];
        const losers = overrides.filter((id) => !ruleOf(table, winner).overrides.includes(id));
        const where = (id: string): Facts[] =>
          possible(table).filter((facts) => holds(table, ruleOf(table, id).when, facts));
        for (const loser of losers) {
          expect(where(loser)).toEqual(expect.arrayContaining(where(winner)));
          expect(where(loser).length).toBeGreaterThan(where(winner).length);
        }
        expect(table.rules[Number(fault.path[1])]?.id).toBe(winner);
      }
    }),
  );
});

test("the order of the rules in the file has no say in what is told", () => {
  const shuffled = looseTable.chain((table) =>
    fc
      .shuffledSubarray([...table.rules], { minLength: table.rules.length })
      .map((rules) => [table, { ...table, rules }]),
  );
  fc.assert(
    fc.property(shuffled, ([table, other]) => {
      expect(told(other as Table).sort()).toEqual(told(table as Table).sort());
    }),
  );
});

/** Two facts of three values each, and rules by their conditions: `{ f0: "v0", f1: ["v0", "v1"] }`. */
function tableOf(
  rules: Readonly<Record<string, Readonly<Record<string, string | string[]>>>>,
  more: Readonly<Record<string, Partial<Rule>>> = {},
): Table {
  const fact = { ask: "?", why: "!", values: { v0: "0", v1: "1", v2: "2" } };
  const condition = (tests: Readonly<Record<string, string | string[]>>): Condition => ({
    tests: Object.entries(tests).map(([subject, values]) => ({ subject, values: [values].flat(), negated: false })),
    any: [],
  });
  return {
    ...emptyTable(),
    facts: { f0: fact, f1: fact },
    rules: Object.entries(rules).map(([id, tests]) => rule(id, condition(tests), more[id])),
  };
}

test("two rules of which neither lies within the other are both offered", () => {
  const table = tableOf(
    { b: { f0: "v0" }, a: { f1: "v0" }, c: {} },
    { a: { overrides: ["c"] }, b: { overrides: ["c"] } },
  );
  expect(told(table)).toEqual([
    "a: `a` and `b` both decide some situations (neither is the special one: let `a` say `overrides: [c, b]`, or `b` say `overrides: [c, a]`, or add a test to one of them)",
  ]);
});

test("of two rules that apply in the same situations one is too many", () => {
  expect(told(tableOf({ b: { f0: "v0" }, a: { f0: "v0" } }))).toEqual([
    "a: `a` and `b` both decide some situations (they apply in the same situations: take one of them out, or add a test to one of them)",
  ]);
});

test("a special rule that would override in a circle is not told to", () => {
  const rules = { a: { f0: "v0", f1: "v0" }, b: { f0: "v0" }, c: { f0: "v0", f1: "v1" } };
  const table = tableOf(rules, { b: { overrides: ["c"] }, c: { overrides: ["a"] } });
  expect(told(table)).toEqual(["a: `a` and `b` both decide some situations (add a test to one of them)"]);
});

test("what one rule has with many others is told once, at that rule", () => {
  const many = { a: { f1: "v0" }, b: { f1: "v1" }, c: { f1: "v2" } };
  expect(told(tableOf({ ...many, wide: { f0: "v0" } }))).toEqual([
    "wide: `wide` decides some situations that 3 other rules decide as well: `a`, `b` and `c` (look at the `when` of `wide` first; if it is right, let one of each two override the other, or add a test)",
  ]);
  expect(told(tableOf({ ...many, wide: {} }))).toEqual([
    "wide: `wide` decides some situations that 3 other rules decide as well: `a`, `b` and `c` (let each of them, the special ones, override `wide`, or add a test to `wide`)",
  ]);
});

test("two slips are told apart: two special rules that both forget the general one", () => {
  const table = tableOf({ general: {}, a: { f0: "v0" }, b: { f0: "v1" } });
  expect(told(table)).toEqual([
    "a: `a` and `general` both decide some situations (let the special one, `a`, say `overrides: [general]`)",
    "b: `b` and `general` both decide some situations (let the special one, `b`, say `overrides: [general]`)",
  ]);
});

test("a conflict on several days is told once, with the situations of the first of them", () => {
  const table = tableOf({ general: {}, a: { f0: "v0" } }, { a: { from: "2026-06-01" } });
  const [fault, ...more] = conflicts(table, ["2026-01-01", "2026-07-01", "2026-08-01"]);
  expect([fault?.situations?.draft.days, more]).toEqual([["2026-07-01"], []]);
});
