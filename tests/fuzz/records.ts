import { newIgnoredColumns } from "../../src/batch/read/csv/ignored-columns.js";
import type { PlainRows } from "../../src/batch/read/csv/records.js";
import { type Feed, type FeedRoom, feedRoom, newFeed } from "../../src/batch/read/feed.js";
import { MOST, type WrittenRecord } from "../../src/batch/read/line-records.js";
import { INPUT_FORMATS, type InputFormat } from "../../src/batch/read/records.js";
import type { Table } from "../../src/index.js";
import { reading } from "../batch/run-batch.js";

/** A file of cases that comes in pieces of so many bytes, over and over. */
export interface CutFile {
  readonly format: InputFormat;
  readonly bytes: Uint8Array;
  readonly sizes: readonly number[];
}

/** The same file, that comes in one piece. */
export function uncut(file: CutFile): CutFile {
  return { ...file, sizes: [1 << 20] };
}

export function nameOf({ format }: CutFile): string {
  return `case.${format}`;
}

export function feedOf({ bytes, sizes }: CutFile, room: FeedRoom = feedRoom(MOST, 1)): Feed {
  return newFeed(room, reading(bytes, sizes));
}

/** @param plain answers plain rows on the way; absent where every row is wanted */
export async function recordsIn(feed: Feed, file: CutFile, table: Table, plain?: PlainRows) {
  const again = <T>(use: (feed: Feed) => Promise<T>): Promise<T> => use(feedOf(file));
  const reading = { table, ignored: newIgnoredColumns([]), again, plain };
  return INPUT_FORMATS[file.format].records(feed, nameOf(file), reading);
}

export async function allRecords(file: CutFile, table: Table): Promise<WrittenRecord[]> {
  const records: WrittenRecord[] = [];
  for await (const record of await recordsIn(feedOf(file), file, table)) records.push(record);
  return records;
}
