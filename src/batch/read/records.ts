import { isUtf16 } from "../../source/decode.js";
import type { TableReading } from "./csv/records.js";
import type { Feed } from "./feed.js";
import { jsonRecords } from "./json-records.js";
import { lineRecords, MOST, type WrittenRecord } from "./line-records.js";
import { firstLine } from "./lines.js";

/** The ways in which a file of cases can be written: how its name ends, and what reads its records one by one. */
export const INPUT_FORMATS = {
  ndjson: { endings: ["ndjson", "jsonl"], records: lineRecords },
  json: { endings: ["json"], records: jsonRecords },
  yaml: {
    endings: ["yaml", "yml"],
    // the reader of YAML is large, and many batches do without it
    records: async (feed, file) => (await import("./yaml-records.js")).yamlRecords(feed, file),
  },
  csv: {
    endings: ["csv", "tsv"],
    records: async (feed, file, reading) => (await import("./csv/records.js")).csvRecords(feed, file, reading),
  },
} as const satisfies Record<string, { readonly endings: readonly string[]; readonly records: ReadRecords }>;

type ReadRecords = (feed: Feed, file: string, reading: TableReading) => Records | Promise<Records>;
type Records = AsyncGenerator<WrittenRecord>;

export type InputFormat = keyof typeof INPUT_FORMATS;

export const ALL_FORMATS = Object.keys(INPUT_FORMATS) as InputFormat[];

/** How a file with this name is written; undefined where the name does not say, and so is none of a case file. */
export function formatNamed(name: string): InputFormat | undefined {
  return ALL_FORMATS.find((one) => endingsOf([one]).some((ending) => name.toLowerCase().endsWith(`.${ending}`)));
}

export function endingsOf(formats: readonly InputFormat[]): string[] {
  return formats.flatMap((one) => INPUT_FORMATS[one].endings);
}

/** How a file is written: by its name or, where that does not say, by how it begins. */
export async function formatOf(feed: Feed, name: string): Promise<InputFormat> {
  const named = formatNamed(name);
  if (named !== undefined) return named;
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
