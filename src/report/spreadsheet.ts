/** Rows to be read, sorted and filtered in a spreadsheet, a line of headings over them. */
export interface Spreadsheet {
  readonly name: string;
  readonly columns: readonly SpreadsheetColumn[];
  /** A cell for each column; an empty text where there is nothing to say. */
  readonly rows: readonly (readonly string[])[];
}

export interface SpreadsheetColumn {
  readonly heading: string;
  /** In characters. */
  readonly width: number;
  /** What its cells are: a day is written YYYY-MM-DD. */
  readonly kind: "text" | "number" | "day";
}

export const textColumn = (heading: string, width: number): SpreadsheetColumn => ({ heading, width, kind: "text" });
