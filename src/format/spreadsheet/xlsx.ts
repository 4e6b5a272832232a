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
  const cells = [columns.map(headingCell), ...rows.map((row) => columns.map((column, at) => cell(column, row[at])))];
  const options = { sheet: name, columns: columns.map(({ width }) => ({ width })), stickyRowsCount: 1 };
  const features = [filterOver(columns.length, cells.length)];
  const file = await writeExcelFile(cells, options, { features }).toBlob();
  return new Uint8Array(await file.arrayBuffer());
}

const LOOK = { wrap: true, alignVertical: "top" } as const;

function headingCell({ heading }: SpreadsheetColumn): Cell {
  return { value: heading, type: String, fontWeight: "bold", ...LOOK };
}

/** A text is kept as one, whatever it begins with: it is no formula, and no number that loses its noughts. */
function cell({ kind }: SpreadsheetColumn, text = ""): Cell {
  if (text === "") return null;
  switch (kind) {
    case "text":
      return { value: shortened(printableLines(text)), type: String, ...LOOK };
    case "number":
      return { value: Number(text), type: Number, ...LOOK };
    case "day":
      return { value: new Date(`${text}T00:00:00Z`), type: Date, format: "yyyy-mm-dd", ...LOOK };
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
