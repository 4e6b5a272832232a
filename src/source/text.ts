/** A file as it was read. `name` is what the reader knows it by: `case.yaml`, `standard input`. */
export interface SourceText {
  readonly name: string;
  readonly text: string;
  /** The number of its first line, where it is part of a larger file. */
  readonly firstLine?: number;
}

/** Where something begins, for its reader: the name of the file, and the line counted from 1. */
export interface Filed {
  readonly file: string;
  readonly line: number;
}

/** A stretch of a text in offsets, the end not included. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Line and column, both counted from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Where an offset stands. Columns count what a reader sees: an emoji or an accented letter is one, a byte order mark none. */
export function positionOf(source: SourceText, offset: number): Position {
  const { starts, isAscii } = linesOf(source);
  const index = lastAtOrBefore(starts, offset);
  const start = starts[index] ?? 0;
  const before = isAscii ? Math.max(offset - start, 0) : charactersIn(source.text.slice(start, offset));
  return { line: index + (source.firstLine ?? 1), column: before + 1 };
}

export function lineOf(source: SourceText, offset: number): number {
  return lastAtOrBefore(linesOf(source).starts, offset) + (source.firstLine ?? 1);
}

/** A line by its number, its line end left out; undefined where the text has no such line. */
export function lineSpan(source: SourceText, line: number): Span | undefined {
  const { starts } = linesOf(source);
  const index = line - (source.firstLine ?? 1);
  const start = starts[index];
  if (start === undefined) return undefined;
  let end = starts[index + 1] ?? source.text.length;
  while (end > start && /[\r\n]/.test(source.text.charAt(end - 1))) end -= 1;
  return { start, end };
}

interface Lines {
  readonly starts: readonly number[];
  readonly isAscii: boolean;
}

// one file can have thousands of problems, and each asks for its line
const known = new WeakMap<SourceText, Lines>();

function linesOf(source: SourceText): Lines {
  const lines = known.get(source) ?? splitLines(source.text);
  known.set(source, lines);
  return lines;
}

function splitLines(text: string): Lines {
  const starts = [text.startsWith("\uFEFF") ? 1 : 0];
  for (const { 0: lineEnd, index } of text.matchAll(/\r\n?|\n/g)) starts.push(index + lineEnd.length);
  return { starts, isAscii: !/[^\u0000-\u007f]/.test(text) };
}

function lastAtOrBefore(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

function charactersIn(text: string): number {
  return text.match(/\P{M}/gu)?.length ?? 0;
}
