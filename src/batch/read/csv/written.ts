import type { SourceText, Span } from "../../../source/text.js";

/** A row as a text of its own, in which its cells have places. */
export interface WrittenRow {
  readonly source: SourceText;
  readonly spans: readonly Span[];
}

/** A row of which these are the bytes; the quotation marks around a cell are no part of it. */
export function writtenRow(file: string, firstLine: number, bytes: Uint8Array, separator: string): WrittenRow {
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
