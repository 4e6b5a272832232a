import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { isUnreadable } from "../../src/batch/record.js";
import { batchNdjson } from "../../src/format/batch/ndjson.js";
import { loadTable } from "../../src/index.js";
import { runBatch } from "./run-batch.js";

const loaded = loadTable({ name: "parking.yaml", text: readFileSync("tests/tables/parking.yaml", "utf8") });
if (!loaded.ok) throw new Error("parking.yaml");
const table = loaded.value;

const LEAFLET = '{"facts":{"sheet":"leaflet"}}';
const long = (fill: string): string => fill.repeat(400_000);

const files: [string, string, string, (string | number)[]][] = [
  ["a list", "a.json", `[${LEAFLET},\n${LEAFLET} , {"title":"a]}\\",["} ]`, ["1 refer", "2 refer", "2 cannot-say"]],
  ["an empty list", "a.json", " [ ]\n", ["OT104"]],
  ["a list without end", "a.json", `[${LEAFLET}`, ["1 refer", "1 OT130"]],
  ["a list with a comma behind its last item", "a.json", `[${LEAFLET},]`, ["1 refer", "1 OT130"]],
  ["a list with two commas", "a.json", `[${LEAFLET},,${LEAFLET}]`, ["1 refer", "1 OT130"]],
  ["a list with something behind it", "a.json", `[${LEAFLET}]\n{}`, ["1 refer", "2 OT130"]],
  [
    "a list with something else in it",
    "a.json",
    `["x",7,null,[],${LEAFLET}]`,
    ["1 OT205", "1 OT205", "1 OT205", "1 OT205", "1 refer"],
  ],
  ["a list without a comma", "a.json", `[${LEAFLET} ${LEAFLET}]`, ["1 OT130"]],
  [
    "a list with an item that is too long",
    "a.json",
    `[${LEAFLET},{"title":"${long("x")}"},\n${LEAFLET}]`,
    ["1 refer", "1 OT101", "2 refer"],
  ],
  ["one object", "a.json", `\n\n{"facts":\n{"sheet":\n"leaflet"}}\n`, ["3 refer"]],
  ["one object that is too long", "a.json", `{"title":"${long("x")}"}`, ["1 OT101"]],
  ["an object with something behind it", "a.json", `${LEAFLET}\n${LEAFLET}`, ["1 OT130"]],
  ["a byte order mark and a list", "a.json", `\uFEFF[${LEAFLET}]`, ["1 refer"]],
  ["a byte order mark and a spreadsheet", "a.csv", `\uFEFF"sheet","reference"\nleaflet,a`, ["2 refer"]],
  [
    "a line that names the separator, with half its quotation marks",
    "a.csv",
    'sep=;"\r\n"sheet\nleaflet;\n',
    ["1 OT202"],
  ],
  ["a byte order mark and lines", "a.ndjson", `\uFEFF${LEAFLET}\n${LEAFLET}`, ["1 refer", "2 refer"]],
  [
    "lines, one of them too long",
    "a.jsonl",
    `{}\n{"title":"${long("x")}"}\n\n{}`,
    ["1 cannot-say", "2 OT101", "4 cannot-say"],
  ],
  [
    "documents",
    "a.yml",
    "---\nfacts:\n  sheet: leaflet\n---\n\n# said\ntitle: x\n---\n---\n- x\n",
    ["2 refer", "7 cannot-say", "10 OT205"],
  ],
  [
    "documents, one of them too long",
    "a.yaml",
    `facts: {}\n---\n${long("x: y\n")}---\nfacts: {}\n`,
    ["1 cannot-say", "2 OT101", "400004 cannot-say"],
  ],
  [
    "documents with a fault",
    "a.yaml",
    "facts: {}\n---\nfacts: { sheet: leaflet\n---\nfacts: {}",
    ["1 cannot-say", "3 OT125", "5 cannot-say"],
  ],
  ["a spreadsheet", "a.csv", "sheet\r\nleaflet\r\n\r\n  \r\nTIKCET\n", ["2 refer", "5 OT203"]],
  [
    "a spreadsheet with a cell that is too long",
    "a.csv",
    `sheet,reference\nleaflet,a\nleaflet,"${long("x")}"\n`,
    ["2 refer", "3 OT101"],
  ],
];

describe.each(files)("%s", (_, name, text, expected) => {
  test.each([[[1 << 20]], [[65_536]], [[5, 1, 3]], [[1]]])("in pieces of %j", async (sizes) => {
    const some = text.length > 100_000 ? sizes.map((size) => size * 1000) : sizes;
    const { records } = await runBatch(table, name, Buffer.from(text), { format: batchNdjson }, some);
    const told = records.map((record) => {
      const line = record.at.split(":")[1];
      const said = isUnreadable(record) ? record.errors[0]?.code : record.verdict;
      return line === undefined ? said : `${line} ${said}`;
    });
    expect(told).toEqual(expected);
  });
});
