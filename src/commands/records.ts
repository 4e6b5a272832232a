import type { Feed } from "../source/feed.js";
import type { Table } from "../table/table.js";
import { jsonRecords } from "./json-records.js";
import { lineRecords, MOST, type WrittenRecord } from "./line-records.js";

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
  const beginning = await firstLine(feed);
  if (beginning.startsWith("[")) return "json";
  if (!beginning.startsWith("{")) return "yaml";
  // an object that goes on over several lines is one case and not one for each line
  return /[,[{:]\s*$/.test(beginning) ? "json" : "ndjson";
}

/** The first line that is not blank, or as much of it as a record may have. */
async function firstLine(feed: Feed): Promise<string> {
  for (;;) {
    const text = new TextDecoder().decode(feed.bytes.subarray(feed.start, feed.end)).trimStart();
    if (text.includes("\n") || feed.end - feed.start > MOST) return /.*/.exec(text)?.[0] ?? "";
    if (!(await feed.more())) return text;
  }
}

/** The records of a file, one after the other. */
export async function* recordsIn(
  feed: Feed,
  file: string,
  format: InputFormat,
  table: Table,
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
      const { csvRecords } = await import("./csv-records.js");
      return yield* csvRecords(feed, file, table);
    }
  }
}
