import fc from "fast-check";
import { expect, test } from "vitest";
import { doubtsAbout } from "../../src/audit/check/checks.js";
import type { Doubt } from "../../src/audit/flaw.js";
import { draftLaw } from "../../src/table/compile.js";
import { findCoverageFaults } from "../../src/table/faults/gaps.js";
import { findBrokenInvariants } from "../../src/table/faults/promises.js";
import { daysOfLaw } from "../../src/table/in-force.js";
import { examineTable } from "../../src/table/load.js";
import type { InForce, Table } from "../../src/table/table.js";
import { looseTable, soundTable } from "../table/small-tables.js";
import { ferry, parking, TODAY } from "./edited.js";

/** Random periods for the rules and findings of a random table, some of which begin or end within those of others. */
function dated(tables: fc.Arbitrary<Table>): fc.Arbitrary<Table> {
  const days = fc.constantFrom(undefined, "2026-03-01", TODAY, "2027-03-01");
  return fc.tuple(tables, fc.array(fc.record({ from: days, to: days }), { minLength: 8, maxLength: 8 })).map(
    ([table, periods]): Table => ({
      ...table,
      findings: Object.fromEntries(
        Object.entries(table.findings).map(([id, finding], index) => [id, { ...finding, ...periods[index] }]),
      ),
      rules: table.rules.map((rule, index) => ({ ...rule, ...(index === 0 ? {} : (periods[index + 2] as InForce)) })),
    }),
  );
}

function doubtsByDay(table: Table): Doubt[] {
  const each = daysOfLaw(table, TODAY).map((day) => draftLaw(table, day));
  return doubtsAbout(table, TODAY, each);
}

test.each([
  ["the law of some months", ferry],
  ["one law for all days", parking],
])("a table with %s is audited with the law it was loaded with, and comes to the same as day by day", (_, text) => {
  const examined = examineTable({ name: "rules.yaml", text }, TODAY);
  if (examined.kind !== "sound") throw new Error("not sound");
  const { table, drafts } = examined;
  expect(drafts.map(({ days }) => days)).toEqual([daysOfLaw(table, TODAY)]);
  expect(doubtsAbout(table, TODAY, drafts)).toEqual(doubtsByDay(table));
});

test("what is doubtful about all days at once is what is doubtful day by day", () => {
  fc.assert(
    fc.property(dated(soundTable), (table) => {
      const all = draftLaw(table, ...daysOfLaw(table, TODAY));
      expect(doubtsAbout(table, TODAY, [all])).toEqual(doubtsByDay(table));
    }),
  );
});

test("a table has faults on all days at once exactly where it has some on a day", () => {
  fc.assert(
    fc.property(dated(looseTable), (loose) => {
      const promise = { id: "p", when: { tests: [], any: [] }, "always-step": [], "always-notice": [] };
      const never = { ...promise, never: ["refer" as const], "never-step": [], "never-notice": [], "never-paper": [] };
      const table = { ...loose, invariants: [never] };
      const all = draftLaw(table, ...daysOfLaw(table, TODAY));
      const each = daysOfLaw(table, TODAY).map((day) => draftLaw(table, day));
      expect(findCoverageFaults(table, [all]).length > 0).toBe(findCoverageFaults(table, each).length > 0);
      expect(findBrokenInvariants(all).length > 0).toBe(each.flatMap(findBrokenInvariants).length > 0);
    }),
  );
});
