import fc from "fast-check";
import { expect, test } from "vitest";
import type { InputFormat } from "../../src/batch/read/records.js";
import { shippedTable } from "../law/shipped.js";
import { corpus } from "./corpus.js";
import { newTry } from "./trial.js";
import { newTwins } from "./twins.js";

const CASE = '{"facts":{"charged":"nobody"},"particulars":{"reference":"R-1"}}';
const SIGNS: Readonly<Record<InputFormat, readonly string[]>> = {
  yaml: [
    ...["---", "...", "\n", "\n", "\r\n", " ", "# x", "- a", "\uFEFF", CASE],
    ...["facts:", "facts: { charged: nobody }", "  charged: nobody", "title: é"],
  ],
  json: [...'[]{},:"\\\n \uFEFF', CASE, `${CASE},`, '"facts":', '"é"', "1e9", "null"],
  ndjson: [..."\n\n{ \uFEFF\r", CASE, CASE, "\r\n", "{}", '"é"'],
  csv: [
    ...[...',;\t\n\r" \uFEFF', "\r\n", '""', "é", "sep=;"],
    ...["charged", "reference", "nobody", "R-1", "served-on", "1/2/2026"],
  ],
};
const file = fc.constantFrom(...(Object.keys(SIGNS) as InputFormat[])).chain((format) => {
  const signs = fc.array(fc.constantFrom(...SIGNS[format]), { maxLength: 20 });
  return signs.map((some) => ({ format, bytes: Buffer.from(some.join("")) }));
});
const size = fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 200 }));
const sizes = fc.array(size, { minLength: 1, maxLength: 4 });

test("what a file is read as does not depend on how it comes in, nor on which reader reads it", async () => {
  const compare = newTwins(shippedTable());
  await fc.assert(
    fc.asyncProperty(file, sizes, (file, sizes) => compare({ ...file, sizes })),
    { numRuns: 500 },
  );
});

test("nor does that of what once went wrong", async () => {
  const tryHere = newTry();
  const files = corpus();
  for (const { name, kind, bytes } of files)
    for (const sizes of [[1], [3, 7, 2], [1000]])
      await expect(tryHere({ kind, bytes, sizes }), name).resolves.toBeUndefined();
  expect(files.length).toBeGreaterThan(2);
});
