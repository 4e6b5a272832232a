import { isUtf16 } from "../../source/decode.js";
import type { TableReading } from "./csv/records.js";
import type { Feed } from "./feed.js";
import { jsonRecords } from "./json-records.js";
import { lineRecords, MOST, type WrittenRecord } from "./line-records.js";
import { firstLine } from "./lines.js";

/** How a file of cases is written. */
export type InputFormat = "ndjson" | "json" | "yaml" | "csv";

const ENDINGS: readonly (readonly [RegExp, InputFormat])[] = [
  [/\.ya?ml$/i, "yaml"],
  [/\.json$/i, "json"],
  [/\.(ndjson|jsonl)$/i, "ndjson"],
  [/\.(csv|tsv)$/i, "csv"],
];

/** How a file is written: by its name or, where that does not say, by how it begins. */
export async function formatOf(feed: Feed, name: string): Promise<InputFormat> {
  const named = ENDINGS.find(([ending]) => ending.test(name));
  if (named !== undefined) return named[1];
  const beginning = await firstLine(feed, MOST);
  // nothing else is read in UTF-16
  if (isUtf16(feed.bytes.subarray(feed.start, feed.end))) return "csv";
  if (beginning.startsWith("[")) return "json";
  if (beginning.startsWith("{")) {
    // an object that goes on over several lines is one case and not one for each line
    return /[,[{:]\s*$/.test(beginning) ? "json" : "ndjson";
  }
  return NAMES_OF_COLUMNS.test(beginning) ? "csv" : "yaml";
}

/** A line of YAML that is no comment has a colon, unless a document or an item begins there. */
const NAMES_OF_COLUMNS = /^[^:#-][^:]*[,;\t][^:]*$/;

/** The records of a file, one after the other. */
export async function* recordsIn(
  feed: Feed,
  file: string,
  format: InputFormat,
  reading: TableReading,
): AsyncGenerator<WrittenRecord> {
  switch (format) {
    case "ndjson":
      return yield* lineRecords(feed, file);
    case "json":
      return yield* jsonRecords(feed, file);
    case "yaml": {
      // the reader of YAML is large, and many batches do without it
      const { yamlRecords } = await import("./yaml-records.js");
      return yield* yamlRecords(feed, file);
    }
    case "csv": {
      const { csvRecords } = await import("./csv/records.js");
      return yield* csvRecords(feed, file, reading);
    }
  }
}
