import { parse } from "csv-parse/sync";
import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { type RegisterRow, register, registerRow } from "../../src/batch/register.js";
import { formatCsv } from "../../src/format/spreadsheet/csv.js";
import { formatXlsx } from "../../src/format/spreadsheet/xlsx.js";
import { type Spreadsheet, textColumn } from "../../src/report/spreadsheet.js";
import { reportTable } from "../../src/report/table/report.js";
import { shippedTable } from "../law/shipped.js";

/** What a spreadsheet would run, or would take for something else than the text that it is. */
const TRAPS = ["=1+1", "+1", "-1", "@x", " =1+1", "'=1+1", "''=1+1", '"=1+1', "\t=1+1", "\r=1+1", "\n=1+1", "\u00a0=1"];

const sheetOf = (texts: readonly string[]): Spreadsheet => ({
  name: "Traps",
  columns: [textColumn("Text", 10)],
  rows: texts.map((text) => [text]),
});

function cellsIn(csv: Uint8Array): string[][] {
  return parse(Buffer.from(csv), { bom: true });
}

async function partsOf(sheet: Spreadsheet): Promise<{ readonly sheet: string; readonly texts: string }> {
  const files = unzipSync(await formatXlsx(sheet));
  const text = (name: string): string => strFromU8(files[name] ?? new Uint8Array());
  return { sheet: text("xl/worksheets/sheet1.xml"), texts: text("xl/sharedStrings.xml") };
}

test.each(TRAPS)("no program runs %j, or what it makes of it when it saves it", (trap) => {
  // a straight apostrophe is taken away by Gnumeric, blanks and quotation marks are passed over by somebody
  const [, [cell = ""] = []] = cellsIn(formatCsv(sheetOf([trap])));
  expect(cell.replace(/^[\s'"]+/, "")).not.toMatch(/^[=+\-@]/);
});

test("what is no formula stays as it is, lines within a cell included", () => {
  const texts = ["a = 1", "007", "a\nb", 'say "so"', "a,b;c", "don't", "2026-11-22"];
  expect(cellsIn(formatCsv(sheetOf(texts)))).toEqual([["Text"], ...texts.map((text) => [text])]);
});

test("what a viewer would obey or hide is written out", async () => {
  const csv = formatCsv(sheetOf(["a\u202eb\u0007"]));
  expect(cellsIn(csv)[1]).toEqual(["a\\u202eb\\u0007"]);
  expect((await partsOf(sheetOf(["a\u202eb\u0007"]))).texts).toContain("a\\u202eb\\u0007");
});

test("a workbook has no formula, and every text is one", async () => {
  const { sheet, texts } = await partsOf(sheetOf([...TRAPS.slice(0, 8), "007", "a & <b>"]));
  expect(sheet).not.toMatch(/<f[ >]/);
  expect(sheet.match(/<c /g)).toHaveLength(11);
  expect(sheet.match(/<c [^>]*t="s"/g)).toHaveLength(11);
  expect(texts).toContain("007");
  expect(texts).toContain("a &amp; &lt;b&gt;");
});

test("its headings stay and filter, its columns are as wide as they ought to be, its cells wrap", async () => {
  const { sheet } = await partsOf({ ...sheetOf(["a", "b"]), columns: [textColumn("Text", 33)] });
  expect(sheet).toContain('ySplit="1"');
  expect(sheet).toContain('<autoFilter ref="A1:A3"/>');
  expect(sheet).toContain('width="33"');
});

test("a row is as high as its lines want, those that wrap included, and no higher than a row may be", async () => {
  const { sheet } = await partsOf(sheetOf(["a", "b\nc", "d".repeat(30), "e\n".repeat(500)]));
  const heights = [...sheet.matchAll(/<row [^>]*?\bht="([\d.]+)"/g)].map(([, height]) => Number(height));
  expect(heights).toEqual([15, 30, 60, 409]);
});

test("a text that is too long for a cell is cut where one can see it", async () => {
  const { texts } = await partsOf(sheetOf(["x".repeat(40_000)]));
  expect(/>(x+…)</.exec(texts)?.[1]).toHaveLength(32_767);
});

test("days and numbers are what they are", async () => {
  const columns = [
    { heading: "Day", width: 9, kind: "day" },
    { heading: "Number", width: 9, kind: "number" },
  ] as const;
  const { sheet } = await partsOf({
    name: "Kinds",
    columns,
    rows: [
      ["2026-11-22", "7"],
      ["", ""],
    ],
  });
  // as a workbook counts them, 22 November 2026 is day 46348
  expect(sheet).toMatch(/<c r="A2"[^>]*><v>46348<\/v>/);
  expect(sheet).toMatch(/<c r="B2"[^>]*><v>7<\/v>/);
  expect(sheet).not.toMatch(/<c r="A3"[^>]*><v>/);
});

test("every rule has a row, with all that the page for signing says of it", () => {
  const compiled = shippedTable();
  const { spreadsheet, document } = reportTable(compiled, { file: "rules.yaml", asOf: "2026-11-28", tool: "0" });
  const { columns, rows } = spreadsheet();
  const [headings, ids] = [columns.map(({ heading }) => heading), rows.map(([, id]) => id)];
  expect(new Set(ids)).toEqual(new Set(compiled.table.rules.map(({ id }) => id)));
  expect(rows.map(([number]) => number)).toEqual(ids.map((_, index) => String(index + 1)));
  expect(rows.every((row) => row.length === columns.length)).toBe(true);
  const entries = document.chapters.filter(({ tier }) => tier === "rules").flatMap((chapter) => chapter.entries);
  for (const [index, { parts }] of entries.entries()) {
    for (const { label, lines } of parts) {
      const told = rows[index]?.[headings.indexOf(label)];
      for (const { text, note = "" } of lines) {
        expect(told).toContain(text);
        expect(told).toContain(note);
      }
    }
  }
});

function row(reference: string, day: string | null): RegisterRow {
  const short = { verdict: "refer", exitCode: 31, headline: "Ask", rule: "ask", presumed: [], unknown: [] } as const;
  return registerRow({ at: "a.yaml:1", reference, ...short, deadlines: [{ id: "reply", day }] });
}

test("in the order of the dates stands first what could not be read, last what has no day", () => {
  const broken = registerRow({ at: "b.yaml:1", reference: "broken", errors: [] });
  const rows = [row("none", null), row("late", "2026-12-24"), row("soon", "2026-12-03"), broken, row("none-2", null)];
  const inOrder = (order: "due" | undefined) => register(rows, order).rows.map(([reference]) => reference);
  expect(inOrder("due")).toEqual(["broken", "soon", "late", "none", "none-2"]);
  expect(inOrder(undefined)).toEqual(["none", "late", "soon", "broken", "none-2"]);
});
