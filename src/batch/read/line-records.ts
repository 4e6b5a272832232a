import { decodePart } from "../../source/decode.js";
import { documentOf, type SourceDocument } from "../../source/document.js";
import { readJson } from "../../source/json/read.js";
import type { Parsed } from "../../source/problem.js";
import type { Feed } from "./feed.js";
import { type Line, nextLine } from "./lines.js";

/** A record as it was read, and the line on which it begins. */
export interface WrittenRecord {
  readonly line: number;
  readonly document: Parsed<SourceDocument>;
  /** Where the document could not be read, and this could. */
  readonly reference?: string | undefined;
}

/** The most bytes that a record may have. */
export const MOST = 256 * 1024;

/** The records of a file with one to each line; blank lines are none. */
export async function* lineRecords(feed: Feed, file: string): AsyncGenerator<WrittenRecord> {
  for (
    let line = await nextLine(feed, 1, MOST);
    line !== undefined;
    line = await nextLine(feed, line.number + 1, MOST)
  ) {
    const record = lineRecord(file, line);
    if (record !== undefined) yield record;
  }
}

export function lineRecord(file: string, { number, bytes }: Line): WrittenRecord | undefined {
  if (bytes === undefined) return { line: number, document: tooLong() };
  if (bytes.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d)) return undefined;
  return { line: number, document: jsonDocument(file, number, bytes) };
}

/** A piece of JSON that begins on this line of a file. */
export function jsonDocument(file: string, line: number, bytes: Uint8Array): Parsed<SourceDocument> {
  const source = decodePart(file, bytes, line);
  return source.ok ? documentOf(source.value, readJson(source.value)) : source;
}

export function tooLong(): Parsed<never> {
  return { ok: false, problems: [{ severity: "error", ...TOO_LONG }] };
}

export const TOO_LONG = {
  code: "OT101",
  message: `the record is larger than ${MOST / 1024} KB, the most that one may have`,
  help: "check that a line end or a separator is not missing",
} as const;
