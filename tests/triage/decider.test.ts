import fc from "fast-check";
import { expect, test } from "vitest";
import { draftLaw, packLaw } from "../../src/table/compile.js";
import type { CompiledTable } from "../../src/table/compiled.js";
import { BEGINNING } from "../../src/table/in-force.js";
import type { Table } from "../../src/table/table.js";
import { type Decider, newDecider } from "../../src/triage/decider.js";
import { canBe, deciding, everyFacts, someFacts, soundTable } from "../table/small-tables.js";

const TODAY = "2026-01-01";

function deciderOf(table: Table): Decider {
  const law = packLaw(draftLaw(table, TODAY));
  const compiled: CompiledTable = { table, digest: "", laws: [{ from: BEGINNING, law }] };
  return newDecider(compiled, TODAY);
}

test("where every fact is known, the rule is the one that plain reading gives", () => {
  fc.assert(
    fc.property(soundTable, (table) => {
      const decide = deciderOf(table);
      for (const facts of everyFacts(table)) {
        expect(decide(facts)?.id).toBe(canBe(table, facts) ? deciding(table, facts)[0]?.id : undefined);
      }
    }),
  );
});

test("a rule that is named in spite of unknown facts decides whatever they turn out to be", () => {
  const tableAndFacts = soundTable.chain((table) => fc.record({ table: fc.constant(table), facts: someFacts(table) }));
  fc.assert(
    fc.property(tableAndFacts, ({ table, facts }) => {
      const decide = deciderOf(table);
      const early = decide(facts);
      if (early === undefined) return;
      for (const more of everyFacts(table)) expect(decide({ ...more, ...facts })).toBe(early);
    }),
  );
});

test("a value that the table does not know decides nothing, not even one that every object answers to", () => {
  fc.assert(
    fc.property(soundTable, fc.constantFrom("toString", "__proto__", "nonsense", "undefined"), (table, value) => {
      const strange = Object.fromEntries(Object.keys(table.facts).map((id) => [id, value]));
      expect(deciderOf(table)(strange)).toBe(deciderOf(table)({}));
    }),
  );
});
