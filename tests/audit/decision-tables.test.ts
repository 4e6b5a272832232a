import fc from "fast-check";
import { expect, test } from "vitest";
import { type DecisionTable, decisionTables } from "../../src/audit/outline/decision-tables.js";
import { reachable } from "../../src/diagram/walk.js";
import { draftLaw, IMPOSSIBLE, ruleIndex } from "../../src/table/compile.js";
import { everyPart, type Facts, soundTable } from "../table/small-tables.js";

const DAY = "2026-11-28";

/** The rules of all rows that say nothing against what is known. */
function matching(tables: readonly DecisionTable[], known: Facts): string[] {
  const rows = tables.flatMap(({ rows }) => rows);
  const open = rows.filter(({ answers }) =>
    Object.entries(answers).every(([fact, values]) => known[fact] === undefined || values.includes(known[fact])),
  );
  return [...new Set(open.map(({ rule }) => rule.id))].sort();
}

test("rows fit exactly where their rule can still decide, whatever is known", () => {
  fc.assert(
    fc.property(soundTable, (table) => {
      const draft = draftLaw(table, DAY);
      const { forest, outcome, factOrder } = draft;
      const tables = decisionTables(draft);
      for (const known of everyPart(table)) {
        const knowledge = factOrder.map((fact) => {
          const value = Object.keys(table.facts[fact]?.values ?? {}).indexOf(known[fact] ?? "");
          return value < 0 ? undefined : value;
        });
        const ends = [...reachable(forest, outcome, knowledge)].filter((one) => one !== IMPOSSIBLE);
        const due = ends.map((one) => table.rules[ruleIndex(one)]?.id).sort();
        expect(matching(tables, known)).toEqual(due);
      }
    }),
    { numRuns: 200 },
  );
});

test("a table names the facts that its rows test, and the first of all", () => {
  fc.assert(
    fc.property(soundTable, (table) => {
      const tables = decisionTables(draftLaw(table, DAY));
      const [first = ""] = Object.keys(table.facts);
      for (const { facts, rows } of tables) {
        const tested = new Set(rows.flatMap(({ answers }) => Object.keys(answers)));
        expect(facts).toEqual(Object.keys(table.facts).filter((id) => id === first || tested.has(id)));
      }
    }),
    { numRuns: 50 },
  );
});
