import fc from "fast-check";
import { expect, test } from "vitest";
import { findHeldBack } from "../../src/audit/held-back.js";
import { type Draft, draftLaw, packLaw } from "../../src/table/compile.js";
import type { CompiledTable } from "../../src/table/compiled.js";
import { BEGINNING } from "../../src/table/in-force.js";
import type { Table } from "../../src/table/table.js";
import { binds } from "../../src/table/verdict.js";
import { shippedTable } from "../law/shipped.js";
import { canBe, deciding, everyFacts, type Facts, soundTable } from "../table/small-tables.js";

/** Random tables that take something for granted of some of their facts. */
const presuming: fc.Arbitrary<Table> = soundTable.chain((table) =>
  fc
    .tuple(...Object.keys(table.facts).map(() => fc.constantFrom<readonly string[]>([], ["v0"], ["v1"])))
    .map((presumed) => ({
      ...table,
      facts: Object.fromEntries(
        Object.entries(table.facts).map(([id, fact], index) => {
          const values = presumed[index] ?? [];
          const presume = { values, says: id, because: id, check: id, cite: [] };
          return [id, values.length === 0 ? fact : { ...fact, presume }];
        }),
      ),
    })),
);

function compiledFrom(table: Table, draft: Draft): CompiledTable {
  return { table, digest: "", laws: [{ from: BEGINNING, law: packLaw(draft) }] };
}

/** Whether the answer to a situation is held back while one fact of it is not stated, by plain reading. */
function isHeldBack(table: Table, facts: Facts, id: string): boolean {
  const { values, presume } = table.facts[id] as Table["facts"][string];
  const bound = Object.keys(values).map((value) => {
    const other = { ...facts, [id]: value };
    const granted = presume?.values.includes(value);
    return canBe(table, other) ? [{ granted, binds: binds(deciding(table, other)[0]?.verdict as never) }] : [];
  });
  const all = bound.flat();
  const own = presume?.values.includes(facts[id] as string) && canBe(table, facts);
  return own === true && all.every((one) => !one.granted || one.binds) && all.some((one) => !one.granted && !one.binds);
}

test("what is held back, for each fact and in all, is what plain reading finds, and the engine holds it back", () => {
  let held = 0;
  fc.assert(
    fc.property(presuming, (table) => {
      const draft = draftLaw(table, "2026-01-01");
      const ids = Object.keys(table.facts).filter((id) => table.facts[id]?.presume !== undefined);
      const found = ids.map((id) => ({ id, all: everyFacts(table).filter((facts) => isHeldBack(table, facts, id)) }));
      const some = everyFacts(table).filter((facts) => ids.some((id) => isHeldBack(table, facts, id)));
      held += some.length;
      expect(findHeldBack(compiledFrom(table, draft), draft)).toEqual({
        situations: BigInt(some.length),
        facts: found.map(({ id, all }) => ({ id, situations: BigInt(all.length) })),
      });
    }),
    { numRuns: 1000 },
  );
  expect(held).toBeGreaterThan(20);
});

test("an engine that does not hold back what would bind is a fault of ours", () => {
  const { table, ...rest } = shippedTable();
  const facts = Object.fromEntries(Object.entries(table.facts).map(([id, { presume: _, ...fact }]) => [id, fact]));
  const strict = { ...rest, table: { ...table, facts } };
  expect(() => findHeldBack(strict, draftLaw(table, "2026-11-22"))).toThrow(
    /`statutory-duty` is not held back for `police-question`/,
  );
});
