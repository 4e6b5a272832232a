import writeExcelFile, { type Cell, type Feature } from "write-excel-file/universal";
import {
  getCellAddress,
  getOrderOfSiblings,
  insertElementMarkupAccordingToOrderOfSiblings,
} from "write-excel-file/utility";
import type { Spreadsheet, SpreadsheetColumn } from "../../report/spreadsheet.js";
import { printableLines } from "../../source/printable.js";

/** A workbook of one sheet: headings that stay and filter, columns as wide as their text wants, cells that wrap. */
export async function formatXlsx({ name, columns, rows }: Spreadsheet): Promise<Uint8Array> {
  const cells = [columns.map(headingCell), ...rows.map((row) => rowOf(columns, row))];
  const options = { sheet: name, columns: columns.map(({ width }) => ({ width })), stickyRowsCount: 1 };
  const features = [filterOver(columns.length, cells.length)];
  const file = await writeExcelFile(cells, options, { features }).toBlob();
  return new Uint8Array(await file.arrayBuffer());
}

/** As high as its text wants: not every program works that out when it opens a file. */
function rowOf(columns: readonly SpreadsheetColumn[], row: readonly string[]): Cell[] {
  const lines = Math.max(...columns.map(({ width }, at) => linesOf(row[at] ?? "", width)));
  const height = Math.min(lines * LINE, HIGHEST);
  return columns.map((column, at) => cell(column, row[at], height));
}

/** In points; a row higher than the second is called damaged. */
const [LINE, HIGHEST] = [15, 409];

/** Widths are in digits, and of the letters of a sentence rather fewer stand beside each other, since words are not cut. */
function linesOf(text: string, width: number): number {
  return text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * 1.15) / width)), 0);
}

const LOOK = { wrap: true, alignVertical: "top" } as const;

function headingCell({ heading }: SpreadsheetColumn): Cell {
  return { value: heading, type: String, fontWeight: "bold", ...LOOK };
}

/** A text is kept as one, whatever it begins with: it is no formula, and no number that loses its noughts. */
function cell({ kind }: SpreadsheetColumn, text: string | undefined, height: number): Cell {
  if (text === undefined || text === "") return null;
  const look = { ...LOOK, height };
  switch (kind) {
    case "text":
      return { value: shortened(printableLines(text)), type: String, ...look };
    case "number":
      return { value: Number(text), type: Number, ...look };
    case "day":
      return { value: new Date(`${text}T00:00:00Z`), type: Date, format: "yyyy-mm-dd", ...look };
  }
}

/** A workbook with a longer text in a cell is called damaged. */
const MOST = 32_767;

function shortened(text: string): string {
  return text.length > MOST ? `${text.slice(0, MOST - 1)}…` : text;
}

/** Buttons over the columns by which rows are chosen and sorted. */
function filterOver(columns: number, rows: number): Feature<Blob> {
  const path = "xl/worksheets/sheet{id}.xml";
  const ref = `A1:${getCellAddress(rows - 1, columns - 1)}`;
  const order = getOrderOfSiblings(path, "worksheet") ?? [];
  const transform = (xml: string): string =>
    insertElementMarkupAccordingToOrderOfSiblings(xml, `<autoFilter ref="${ref}"/>`, order, "worksheet");
  return { files: { transform: { [path]: { transform } } } };
}
