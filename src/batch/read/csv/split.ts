import { type InfoRecord, type Options, parse } from "csv-parse";
import type { Feed } from "../feed.js";
import { MOST } from "../line-records.js";

export interface SplitRow {
  /** Their letters are bytes. */
  readonly cells: readonly string[];
  /** All of it, blank lines before it and the line end behind it too. */
  readonly bytes: Uint8Array;
}

/** The rows as far as they can be told apart, then what is wrong with the rest: the parser alone would drop those at hand. */
export async function* splitRows(feed: Feed, separator: string): AsyncGenerator<SplitRow> {
  const ends: { cells: readonly string[]; end: number }[] = [];
  let fault: Error | undefined;
  const on_record = (cells: readonly string[], { bytes }: InfoRecord) => void ends.push({ cells, end: bytes });
  const parser = parse({ ...OPTIONS, delimiter: separator, on_record });
  parser.on("error", (error) => (fault = error)).resume();
  let [bytes, from] = [Buffer.of(), 0];
  for await (const piece of piecesOf(feed)) {
    bytes = Buffer.concat([bytes, piece]);
    await new Promise((resolve) => parser.write(piece, resolve));
    yield* taken();
  }
  parser.end();
  await new Promise((resolve) => parser.on("end", resolve).on("error", resolve));
  yield* taken();

  function* taken(): Generator<SplitRow> {
    for (const { cells, end } of ends.splice(0)) {
      yield { cells, bytes: bytes.subarray(0, end - from) };
      bytes = bytes.subarray(end - from);
      from = end;
    }
    if (fault !== undefined) throw fault;
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

async function* piecesOf(feed: Feed): AsyncGenerator<Buffer> {
  do {
    // the room is used again, and the parser keeps what it is given
    if (feed.start < feed.end) yield Buffer.from(feed.bytes.slice(feed.start, feed.end));
    feed.start = feed.end;
  } while (await feed.more());
}
