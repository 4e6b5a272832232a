import fc from "fast-check";
import { expect, test } from "vitest";
import { batchNdjson } from "../../src/format/batch/ndjson.js";
import { shippedTable } from "../law/shipped.js";
import { runBatch } from "./run-batch.js";

const table = shippedTable();
const { facts, particulars } = table.table;

/** What somebody may write into a cell of a column. */
function cell(column: string): fc.Arbitrary<string> {
  const values = Object.keys(facts[column]?.values ?? {});
  const spelt = values.flatMap((value) => [value, value.replaceAll("-", " "), value.toUpperCase(), `"${value}"`]);
  const lists = values.length > 1 ? [`"${values.slice(0, 2).join(", ")}"`, `not: ${values[0]}`] : [];
  const known = [...spelt, ...lists, "unknown", "not known", "TRUE", "no", ` ${values[0]} `];
  const text = ["R-1", "007", "0.50", "=1+1", "a b", " x", "é", "a\\b", "a'b", '"a ""b"""', '"a\nb"', 'a"b', "\u0001"];
  const days = ["2026-11-18", "2026-02-30", "18/11/2026", "05/11/2026", "2026-11-18 00:00:00", "2017-12-31"];
  const expected = ["refer", "cannot-say", "2026-11-18", "nonsense"];
  const fitting = column in facts ? known : column.startsWith("expect") ? expected : [...text, ...days];
  return fc.oneof(
    { weight: 8, arbitrary: fc.constant("") },
    { weight: 8, arbitrary: fc.constantFrom(...(column in facts ? values : fitting)) },
    { weight: 1, arbitrary: fc.constantFrom(...fitting, "nonsense", " ") },
  );
}

const COLUMNS = [
  "title",
  ...Object.keys(particulars),
  ...Object.keys(facts),
  "expect.verdict",
  "missing",
  "Handler",
  "",
];

test("rows that are answered at once are answered as one by one", async () => {
  let answered = 0;
  await fc.assert(
    fc.asyncProperty(
      fc
        .shuffledSubarray(COLUMNS, { minLength: 1, maxLength: 14 })
        .chain((columns) =>
          fc.tuple(fc.constant(columns), fc.array(fc.tuple(...columns.map(cell)), { maxLength: 25 })),
        ),
      fc.constantFrom(",", ";", "\t"),
      fc.constantFrom("\n", "\r\n", "\r", "\n\n", ",,,\n"),
      fc.array(fc.integer({ min: 5, max: 700 }), { minLength: 1, maxLength: 4 }),
      fc.boolean(),
      async ([columns, rows], separator, lineEnd, sizes, presume) => {
        const lines = [columns, ...rows].map((cells) => cells.join(separator));
        const text = Buffer.from(lines.join(lineEnd));
        const options = { presume, ignoreColumns: ["Handler"] };
        const atOnce = await runBatch(table, "a.csv", text, options, sizes);
        const slow = { ...options, format: { ...batchNdjson, isPlainLines: false } };
        const oneByOne = await runBatch(table, "a.csv", text, slow, [1 << 20]);
        expect(atOnce.text).toBe(oneByOne.text);
        expect(atOnce.summary).toEqual(oneByOne.summary);
        answered += atOnce.summary.records - atOnce.summary.unreadable;
      },
    ),
    { numRuns: 150 },
  );
  expect(answered).toBeGreaterThan(150);
});
