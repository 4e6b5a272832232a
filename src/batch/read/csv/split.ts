import { CsvError, type InfoRecord, type Options, parse } from "csv-parse/sync";
import type { Feed } from "../feed.js";
import { MOST } from "../line-records.js";

export interface SplitRow {
  /** Their letters are bytes. There are none where these are nothing but blank lines. */
  readonly cells: readonly string[];
  /** All of it, blank lines before it and the line end behind it too. */
  readonly bytes: Uint8Array;
}

/** Rows as far as they can be told apart, and what is wrong with what follows them. */
interface SplitRows {
  readonly rows: readonly SplitRow[];
  readonly fault?: Error | undefined;
}

/** The rows of the next so many lines, or of more where a cell goes on; none at the end. */
export async function nextRows(feed: Feed, separator: string, lines: number): Promise<SplitRows> {
  let isAll = false;
  for (let reach = lines; ; ) {
    const end = endOfLines(feed, reach);
    const isEnd = isAll && end === feed.end;
    const { rows, fault } = split(Buffer.from(feed.bytes.subarray(feed.start, end)), separator, isEnd);
    if (rows.length > 0 || fault !== undefined || isEnd) {
      for (const { bytes } of rows) feed.start += bytes.length;
      return { rows, fault };
    }
    if (end < feed.end) reach *= 2;
    else isAll = !(await feed.more());
  }
}

function endOfLines({ bytes, start, end }: Feed, lines: number): number {
  let at = start;
  for (let line = 0; line < lines && at < end; line += 1) at = bytes.indexOf(LINE_END, at) + 1;
  return Math.min(at, end);
}

const [LINE_END, RETURN] = [0x0a, 0x0d];

function split(bytes: Buffer, separator: string, isEnd: boolean): SplitRows {
  const rows: SplitRow[] = [];
  let from = 0;
  const on_record = (cells: readonly string[], { bytes: end }: InfoRecord): null => {
    rows.push({ cells, bytes: bytes.subarray(from, end) });
    from = end;
    return null; // the parser keeps none
  };
  const fault = faultIn(() => parse(bytes, { ...OPTIONS, delimiter: separator, on_record }));
  if (!isEnd) {
    // a cell that has no end yet, and a row, may go on in what follows
    if (fault instanceof CsvError && fault.code === "CSV_QUOTE_NOT_CLOSED") return { rows };
    if (fault === undefined && bytes.at(-1) !== LINE_END) return { rows: rows.slice(0, -1) };
  }
  const blank = bytes.subarray(from).findIndex((byte) => byte !== LINE_END && byte !== RETURN);
  const blanks = bytes.subarray(from, blank < 0 ? bytes.length : from + blank);
  return { rows: blanks.length > 0 ? [...rows, { cells: [], bytes: blanks }] : rows, fault };
}

function faultIn(act: () => unknown): Error | undefined {
  try {
    act();
    return undefined;
  } catch (error) {
    return error as Error;
  }
}

const OPTIONS: Options = {
  record_delimiter: ["\r\n", "\n", "\r"],
  relax_column_count: true,
  relax_quotes: true,
  skip_empty_lines: true,
  // every byte is one letter for now: whether the bytes are UTF-8 is found out cell by cell
  encoding: "latin1",
  max_record_size: MOST,
};
