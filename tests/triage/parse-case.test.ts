import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { loadTable, readCase } from "../../src/index.js";
import { runBatch } from "../batch/run-batch.js";

const loaded = loadTable({ name: "parking.yaml", text: readFileSync("tests/tables/parking.yaml", "utf8") });
if (!loaded.ok) throw new Error("parking.yaml");
const table = loaded.value;

function caseIn(name: string, text: string) {
  const read = readCase({ name, text }, table);
  return read.ok ? read.value : read.problems.map(({ message, help }) => [message, help]);
}

async function referenceInBatch(name: string, text: string): Promise<unknown> {
  const { records } = await runBatch(table, name, Buffer.from(text));
  expect(records.length).toBe(1);
  return records[0] && "reference" in records[0] ? records[0].reference : records;
}

describe("a reference is what stands in the file, and not what a number there is worth", () => {
  const inBoth = ["7", "2026.10", "12345678901234567890", "1e400", "1E3", "-0", "0.50"];
  const inYaml = [
    "00123",
    "08",
    "007",
    "0x1F",
    "0o17",
    "+7",
    ".5",
    "7.",
    ".inf",
    "-.INF",
    ".nan",
    "1_000",
    "1:30",
    "1/12",
  ];
  test.each([...inBoth, ...inYaml])("%s in YAML", async (written) => {
    for (const text of [
      `particulars:\n  reference: ${written}\n`,
      `particulars: { reference: ${written} } # said\n`,
      `particulars: { reference:   ${written}   , issued-on: 2026-11-01 }\r\n`,
    ]) {
      expect(caseIn("a.yaml", text)).toMatchObject({ particulars: { reference: written } });
      expect(await referenceInBatch("a.yaml", text)).toBe(written);
    }
  });

  test.each(inBoth)("%s in JSON", async (written) => {
    const text = `{"facts":{},"particulars":{"reference":${written} , "issued-on":"2026-11-01"}}`;
    expect(caseIn("a.json", text)).toMatchObject({ particulars: { reference: written } });
    for (const name of ["a.json", "a.ndjson"]) expect(await referenceInBatch(name, text)).toBe(written);
    expect(await referenceInBatch("b.json", `[\n${text}\n]`)).toBe(written);
  });

  test("and a number among the facts is shown so, too", () => {
    const told = expect.stringContaining("`007` is not one of");
    expect(caseIn("a.yaml", "facts: { paper: 007 }")).toEqual([[told, "write `unknown` if nobody knows"]]);
  });
});
