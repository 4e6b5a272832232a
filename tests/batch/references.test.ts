import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { newBatchCsv } from "../../src/format/batch/csv.js";
import { newBatchJson } from "../../src/format/batch/json.js";
import { newBatchJunit } from "../../src/format/batch/junit.js";
import { newBatchMarkdown } from "../../src/format/batch/markdown.js";
import { newBatchText } from "../../src/format/batch/text.js";
import { loadTable } from "../../src/index.js";
import { noPaint } from "../../src/report/paint.js";
import { junitFaults } from "../format/valid-junit.js";
import { runBatch } from "./run-batch.js";

const loaded = loadTable({ name: "parking.yaml", text: readFileSync("tests/tables/parking.yaml", "utf8") });
if (!loaded.ok) throw new Error("parking.yaml");
const table = loaded.value;

async function references(name: string, content: string | Uint8Array) {
  const { records } = await runBatch(table, name, Buffer.from(content as string));
  return records.map((record) => ["errors" in record ? record.errors[0]?.code : record.verdict, record.reference]);
}

const given = '"particulars":{"reference":"P-1"}';

describe("a record that is refused keeps its reference where that can be read", () => {
  test.each<[string, string, string | Uint8Array, string, string | null]>([
    ["an unknown fact", "a.ndjson", `{"facts":{"papr":"x"},${given}}`, "OT202", "P-1"],
    [
      "a number for a reference",
      "a.ndjson",
      '{"facts":{"papr":"x"},"particulars":{"reference":0.50}}',
      "OT202",
      "0.50",
    ],
    ["facts that cannot all be true", "a.ndjson", `{"facts":{"paid":"no","shown":"yes"},${given}}`, "OT401", "P-1"],
    ["a brace too few", "a.ndjson", `{"facts":{"sheet":"leaflet"},${given}`, "OT130", "P-1"],
    ["a comma too many", "a.json", `[{"facts":{"sheet":"leaflet",},\n${given}}]`, "OT130", "P-1"],
    ["a fact that stands twice", "a.json", `{"facts":{"paid":"no","paid":"yes"},${given}}`, "OT114", "P-1"],
    ["text that is not UTF-8", "a.ndjson", Buffer.from(`{"title":"\xe9",${given}}`, "latin1"), "OT103", "P-1"],
    ["two references", "a.ndjson", `{${given},${given}}`, "OT114", null],
    ["a reference that is none", "a.ndjson", '{"facts":{},"particulars":{"reference":["P-1"]}}', "OT205", null],
    ["no reference", "a.ndjson", '{"title":"\\"reference\\":\\"P-1\\"",}', "OT130", null],
    ["no fields", "a.ndjson", "null", "OT205", null],
    ["YAML with an unknown fact", "a.yaml", "facts: { papr: x }\nparticulars: { reference: 007 }\n", "OT202", "007"],
    [
      "YAML without a bracket",
      "a.yaml",
      "facts: { sheet: x\nparticulars:\n  reference: P 1/2 # said\n",
      "OT125",
      "P 1/2",
    ],
    [
      "YAML with a tab",
      "a.yaml",
      "facts:\n\tsheet: x\nparticulars: { issued-on: x, reference: 'P: 1' }\n",
      "OT121",
      "P: 1",
    ],
    ["YAML with an odd reference", "a.yaml", "facts:\n  sheet: x\nparticulars:\n  reference: *a\n", "OT110", null],
    ["an unknown value in a table", "a.csv", "sheet,reference\nx,P-1\n", "OT203", "P-1"],
  ])("%s", async (_, name, content, code, reference) => {
    expect(await references(name, content)).toEqual([[code, reference]]);
  });

  test("in every format, with what is wrong and what to do about it", async () => {
    const text = "sheet,reference\nleaflt,P-1\n";
    const told = "a.csv:2:1: `sheet`: `leaflt` is not one of `ticket`, `leaflet`, `unknown`; did you mean `leaflet`?";
    const formats = {
      text: newBatchText(noPaint),
      json: newBatchJson(),
      csv: newBatchCsv(),
      junit: newBatchJunit(),
      markdown: newBatchMarkdown(),
    };
    const shown = async (format: keyof typeof formats) =>
      (await runBatch(table, "a.csv", Buffer.from(text), { format: formats[format] })).text;
    expect(await shown("text")).toContain(
      [
        "P-1               unreadable",
        "  a.csv:2:1: error[OT203]: `sheet`: `leaflt` is not one of `ticket`, `leaflet`, `unknown`",
        "    help: did you mean `leaflet`?",
      ].join("\n"),
    );
    expect(JSON.parse(await shown("json")).records).toMatchObject([{ reference: "P-1", errors: [{ code: "OT203" }] }]);
    expect(await shown("csv")).toContain(`\r\na.csv:2,P-1,,,,,,,,,,"${told} [OT203]"\r\n`);
    expect(await shown("junit")).toContain(`name="P-1">\n<failure message="${told} [OT203]">`);
    expect(await shown("markdown")).toContain("- P-1: a.csv:2:1: \\`sheet\\`: \\`leaflt\\` is not one of");
  });
});

test("of thousands of errors the first are told, and how many more there are", async () => {
  const text = `facts:\n${Array.from({ length: 1_050 }, (_, index) => `  k${index}: x\n`).join("")}`;
  const { records } = await runBatch(table, "a.yaml", Buffer.from(text));
  expect(records).toMatchObject([{ errors: { length: 50 }, moreErrors: 1_000 }]);
  for (const format of [newBatchText(noPaint), newBatchCsv(), newBatchJunit(), newBatchMarkdown()]) {
    expect((await runBatch(table, "a.yaml", Buffer.from(text), { format })).text).toContain("… and 1,000 more");
  }
});

test("a reference that comes again in one file makes a test of another name in JUnit XML", async () => {
  const text = "reference,sheet\nP-1,leaflet\nP-1,x\nP-2,x\nP-1,leaflet\n,x\n";
  const { text: xml } = await runBatch(table, "a.csv", Buffer.from(text), { format: newBatchJunit() });
  const names = [...xml.matchAll(/<testcase classname="a.csv" name="([^"]*)"/g)].map(([, name]) => name);
  expect(names).toEqual(["P-1", "P-1 (a.csv:3)", "P-2", "P-1 (a.csv:5)", "a.csv:6"]);
  expect(await junitFaults(xml)).toEqual([]);
});
