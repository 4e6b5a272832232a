import { CsvError, type InfoRecord, type Options, parse } from "csv-parse";
import type { Feed } from "../source/feed.js";
import type { Table } from "../table/table.js";
import { type Columns, columnsOf, rowDocument } from "./csv-columns.js";
import { MOST, tooLong, type WrittenRecord } from "./line-records.js";

/** The rows of a file with a column for each fact, particular or expectation. */
export async function* csvRecords(feed: Feed, file: string, table: Table): AsyncGenerator<WrittenRecord> {
  const delimiter = await delimiterOf(feed);
  const options = {
    delimiter,
    record_delimiter: ["\r\n", "\n", "\r"],
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
  };
  // every byte is one letter for now: whether the bytes are UTF-8 is found out cell by cell
  const rows = rowsOf(feed, { ...options, encoding: "latin1", max_record_size: MOST });
  let columns: Columns | undefined;
  let [end, surplus] = [0, 0];
  try {
    for await (const { record, info } of rows) {
      // the parser counts a line end of two bytes within a cell as two
      surplus += count(record, "\r\n");
      end = info.lines - surplus;
      // Excel leaves rows of nothing but commas behind
      if (record.every((cell) => cell.trim() === "")) continue;
      const line = end - count(record, "\n");
      if (columns === undefined) {
        const found = columnsOf(file, line, record, delimiter, table);
        if (!found.ok) return yield { line, document: found };
        columns = found.value;
      } else yield { line, document: rowDocument(file, line, record, columns) };
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    yield { line: end + 1, document: error.code === "CSV_MAX_RECORD_SIZE" ? tooLong() : unclosed() };
  }
}

function count(cells: readonly string[], sign: string): number {
  return cells.reduce((sum, cell) => sum + cell.split(sign).length - 1, 0);
}

/** The rows as far as they can be told apart, then what is wrong with the rest: the parser alone would drop those at hand. */
async function* rowsOf(feed: Feed, options: Options): AsyncGenerator<Row> {
  const rows: Row[] = [];
  let fault: Error | undefined;
  const parser = parse({ ...options, on_record: (record: string[], info) => void rows.push({ record, info }) });
  parser.on("error", (error) => (fault = error)).resume();
  for await (const bytes of bytesOf(feed)) {
    await new Promise((resolve) => parser.write(bytes, resolve));
    yield* rows.splice(0);
    if (fault !== undefined) throw fault;
  }
  parser.end();
  await new Promise((resolve) => parser.on("end", resolve).on("error", resolve));
  yield* rows.splice(0);
  if (fault !== undefined) throw fault;
}

async function* bytesOf(feed: Feed): AsyncGenerator<Uint8Array> {
  do {
    // the room is used again, and the parser keeps what it is given
    if (feed.start < feed.end) yield Buffer.from(feed.bytes.slice(feed.start, feed.end));
    feed.start = feed.end;
  } while (await feed.more());
}

interface Row {
  readonly record: readonly string[];
  readonly info: Pick<InfoRecord, "lines">;
}

function unclosed(): WrittenRecord["document"] {
  const message = 'a cell that begins with `"` has no end; what follows was not read';
  return { ok: false, problems: [{ code: "OT127", severity: "error", message, help: 'write `"` at its end' }] };
}

/** What keeps the cells of the first line apart: Excel takes what the country is used to. */
async function delimiterOf(feed: Feed): Promise<string> {
  if (feed.start === feed.end) await feed.more();
  const text = new TextDecoder("latin1").decode(feed.bytes.subarray(feed.start, feed.end));
  const header = (/^\s*(.*)/.exec(text)?.[1] ?? "").replaceAll(/"[^"]*"/g, "");
  const counted = [",", ";", "\t"].map((sign) => ({ sign, count: header.split(sign).length }));
  return counted.reduce((most, one) => (one.count > most.count ? one : most)).sign;
}
