import { CsvError } from "csv-parse/sync";
import { isUtf16 } from "../../../source/decode.js";
import type { Problem, Wording } from "../../../source/problem.js";
import type { SourceText, Span } from "../../../source/text.js";
import { bytesAtHand, type Feed, feedRoom } from "../feed.js";
import { MOST, TOO_LONG } from "../line-records.js";
import { firstLine } from "../lines.js";
import { NotUtf16, utf8Feed } from "../utf16-feed.js";
import { nextRows, type SplitRow } from "./split.js";

/** A row of a table, or why there are no more of them. */
export type Row = WholeRow | BrokenRow;

export interface WholeRow {
  readonly kind: "row";
  /** Where it begins, counted from 1. */
  readonly line: number;
  /** The text of each cell; undefined where its bytes are not UTF-8. */
  readonly cells: readonly (string | undefined)[];
  /** The row as it stands in the file. */
  readonly written: () => WrittenRow;
}

interface BrokenRow {
  readonly kind: "broken";
  readonly line: number;
  readonly problem: Problem;
}

/** Uses up rows that are of no interest to anybody else, the first of which stands on this line, and says how many. */
export type TakeRows = (feed: Feed, line: number, separator: string) => number;

/**
 * The rows of a table that are not empty, the first of which names the columns.
 *
 * @param take has the first say on what follows each row; absent where all rows are wanted
 */
export async function* rowsOf(feed: Feed, file: string, take?: TakeRows): AsyncGenerator<Row> {
  let line = 1;
  try {
    const text = isUtf16(await bytesAtHand(feed, 2)) ? utf8Feed(feed, feedRoom(MOST, 1)) : feed;
    const beginning = await firstLine(text, MOST);
    const named = SEPARATOR_LINE.exec(beginning)?.[2];
    const separator = named ?? separatorIn(beginning);
    let isPassed = named === undefined;
    for (let reach = 1; ; ) {
      const { rows, fault } = await nextRows(text, separator, reach);
      for (const row of rows) {
        // spreadsheets leave rows of nothing but separators behind
        const isEmpty = row.cells.every((cell) => cell.trim() === "");
        if (isPassed && !isEmpty) yield wholeRow(row, file, line, separator);
        isPassed ||= !isEmpty;
        line += lineEnds(row.bytes);
      }
      if (fault !== undefined) throw fault;
      if (rows.length === 0) return;
      const taken = text === feed ? (take?.(text, line, separator) ?? 0) : 0;
      line += taken;
      // where none can be taken, ever more are read before it is tried again
      reach = taken > 0 ? 1 : Math.min(2 * reach, MOST_AT_ONCE);
    }
  } catch (error) {
    yield { kind: "broken", line, problem: faultOf(error) };
  }
}

const MOST_AT_ONCE = 1024;

/** Excel writes and reads such a line before the first row. */
const SEPARATOR_LINE = /^("?)sep=([,;|\t])\1\s*$/i;

/** What keeps the cells of a line apart: Excel takes what the country is used to. */
function separatorIn(line: string): string {
  const unquoted = line.replaceAll(/"[^"]*"/g, "");
  const counted = [",", ";", "\t"].map((sign) => ({ sign, count: unquoted.split(sign).length }));
  return counted.reduce((most, one) => (one.count > most.count ? one : most)).sign;
}

function wholeRow({ cells, bytes }: SplitRow, file: string, before: number, separator: string): WholeRow {
  const start = bytes.findIndex((byte) => byte !== LINE_FEED && byte !== RETURN);
  const line = before + lineEnds(bytes.subarray(0, start));
  let made: WrittenRow | undefined;
  const written = (): WrittenRow => {
    made ??= writtenRow(file, line, bytes.subarray(start), separator);
    return made;
  };
  return { kind: "row", line, cells: cells.map(decoded), written };
}

const [LINE_FEED, RETURN] = [0x0a, 0x0d];

function lineEnds(bytes: Uint8Array): number {
  let count = 0;
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at] === LINE_FEED || (bytes[at] === RETURN && bytes[at + 1] !== LINE_FEED)) count += 1;
  }
  return count;
}

/** The text of a cell whose letters are bytes; undefined where they are not UTF-8. */
function decoded(cell: string): string | undefined {
  if (!/[^\u0000-\u007f]/.test(cell)) return cell;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.from(cell, "latin1"));
  } catch {
    return undefined;
  }
}

function faultOf(error: unknown): Problem {
  const wording = wordingOf(error);
  return { ...wording, severity: "error", message: `${wording.message}; what follows was not read` };
}

function wordingOf(error: unknown): Wording {
  if (error instanceof NotUtf16)
    return { code: "OT103", message: "the text is not in UTF-16, as its first bytes say", help: SAVE_AS_CSV };
  if (!(error instanceof CsvError)) throw error;
  if (error.code === "CSV_MAX_RECORD_SIZE") return TOO_LONG;
  return { code: "OT127", message: 'a cell that begins with `"` has no end', help: 'write `"` at its end' };
}

export const SAVE_AS_CSV = "save it as UTF-8; in Excel: Save As, then CSV UTF-8";

/** A row as a text of its own, in which its cells have places. */
interface WrittenRow {
  readonly source: SourceText;
  readonly spans: readonly Span[];
}

/** A row of which these are the bytes; the quotation marks around a cell are no part of it. */
function writtenRow(file: string, firstLine: number, bytes: Uint8Array, separator: string): WrittenRow {
  const text = new TextDecoder().decode(bytes).replace(/[\r\n]+$/, "");
  // a quotation mark that is followed by something else is a letter like any other
  const inside = `[^${separator}\r\n]`;
  const cell = new RegExp(`"((?:[^"]|"")*)"(?!${inside})|(?:"(?:[^"]|"")*")?${inside}*`, "y");
  const spans: Span[] = [];
  for (let at = 0; at <= text.length; at = cell.lastIndex + separator.length) {
    cell.lastIndex = at;
    const inQuotes = cell.exec(text)?.[1];
    spans.push(
      inQuotes === undefined ? { start: at, end: cell.lastIndex } : { start: at + 1, end: cell.lastIndex - 1 },
    );
  }
  return { source: { name: file, text, firstLine }, spans };
}
