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
    expect(caseIn("a.yaml", "facts: { sheet: 007 }")).toEqual([[told, "write `unknown` if nobody knows"]]);
  });
});

test("a name that every object has is no fact in the wrong place", () => {
  expect(caseIn("a.yaml", "toString: x\nsheet: leaflet\n")).toEqual([
    ["unknown field `toString`", undefined],
    ["unknown field `sheet`", "facts stand under `facts:`"],
  ]);
});

describe("a day", () => {
  const dayIn = (written: string) => caseIn("a.json", `{"particulars":{"issued-on":"${written}"}}`);
  test.each([
    "2026-11-18",
    "2026-11-18 00:00",
    "2026-11-18T00:00:00Z",
    "2026-11-18T00:00:00.000Z",
    "2026-11-18 00:00:00+00:00",
  ])("may have midnight behind it, as programs write it: %s", (written) =>
    expect(dayIn(written)).toMatchObject({ particulars: { "issued-on": "2026-11-18" } }));

  test.each([
    [
      "2026-11-18T23:00:00Z",
      "write the day alone, as it was where you are: in UTC, as written here, it can be the day before",
    ],
    [
      "2026-07-17T23:00:00.000+00:00",
      "write the day alone, as it was where you are: in UTC, as written here, it can be the day before",
    ],
    ["2026-11-18 23:00:00", "leave the time of day out: write `2026-11-18`"],
    ["2026-11-18T00:00:00+01:00", "leave the time of day out: write `2026-11-18`"],
    ["2026-02-30T00:00:00Z", "the calendar has no such day: look at the paper again"],
    ["2026-11-31", "the calendar has no such day: look at the paper again"],
    ["2026/11/18", "write it with hyphens, such as `2026-11-22`"],
    ["2026.11.18", "write it with hyphens, such as `2026-11-22`"],
    ["20777.0", "write the year first, such as `2026-11-22`"],
    ["18/11/2026", expect.stringMatching(/^write the year first, so that day and month cannot be confused/)],
  ])("and nothing else: %s", (written, help) => {
    expect(dayIn(written)).toEqual([[expect.stringContaining("is not a date"), help]]);
  });

  test("is of the years whose bank holidays are known", () => {
    expect(dayIn("0206-11-18")).toEqual([
      [expect.stringContaining("is outside 2018 to 2060"), "look at the year again"],
    ]);
  });
});

test.each([
  ["TRUE", "yes"],
  ["n", "no"],
  ["1", "yes"],
])("for `%s`, as other programs write it, `%s` is offered", (written, meant) => {
  const [problem] = caseIn("a.json", `{"facts":{"paid":"${written}"}}`) as [string, string][];
  expect(problem?.[1]).toBe(`did you mean \`${meant}\`?`);
});
