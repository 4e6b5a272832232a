import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { expect, test } from "vitest";
import { SCHEMAS } from "../../src/commands/schema.js";
import { loadTable } from "../../src/index.js";
import { runBatch } from "./run-batch.js";

test.each([false, true])("every record of a batch fits the published JSON Schema; explained: %j", async (explain) => {
  const loaded = loadTable({ name: "parking.yaml", text: readFileSync("tests/tables/parking.yaml", "utf8") });
  if (!loaded.ok) throw new Error("parking.yaml");
  const ajv = new Ajv2020({ strict: true, allErrors: true });
  addFormats.default(ajv);
  const fits = ajv.compile(SCHEMAS.batch());
  const lines = [
    '{"facts":{"sheet":"leaflet"},"particulars":{"reference":"P-1"}}',
    '{"facts":{"sheet":"ticket","paid":"no","issuer":"town"},"particulars":{"issued-on":"2026-11-01"}}',
    '{"facts":{"sheet":"ticket"},"expect":{"verdict":"refer","deadline":"2026-11-01"}}',
    '{"facts":{"paid":"no","shown":"yes"}}',
    '{"parts":[{"label":"a"},{"label":"b","facts":{"sheet":"leaflet"},"expect":{"verdict":"cannot-say"}}]}',
    '{"facts":{"papr":""}}',
    "nonsense",
  ];
  const { records } = await runBatch(loaded.value, "a.ndjson", Buffer.from(lines.join("\n")), { explain });
  expect(records.length).toBe(lines.length);
  for (const record of records) expect([record, fits(record), fits.errors]).toEqual([record, true, null]);
  expect(fits({ at: "a.ndjson:1" })).toBe(false);
});
