import type { SourceText } from "../text.js";

/** A file with one line, and perhaps what hangs on it, beginning at another column. */
export interface Moved {
  readonly source: SourceText;
  readonly line: number;
  /** Whether it was made an item of a list. */
  readonly isItem?: true;
}

/**
 * Every way in which a line that does not fit could be meant, by the lines around it: alone or with what hangs on it,
 * as an item, or not at all. Unless the fault is its `own`, a line above may be the one that is out of place.
 */
export function* moves(source: SourceText, line: number, isOwn: boolean): Generator<Moved> {
  const first = source.firstLine ?? 1;
  const lines = source.text.split("\n");
  const changed = (index: number, texts: readonly string[]): Moved => ({
    line: index + first,
    source: { ...source, text: lines.toSpliced(index, texts.length, ...texts).join("\n") },
  });
  const asItem = (index: number): Moved => ({ ...changed(index, [item(lines[index] ?? "")]), isItem: true });
  // the library can stop at a comment before the line
  const index = lines.findIndex((text, other) => other >= line - first && isWritten(text));
  if (index < 0) return;
  const places = isOwn ? [index] : [...new Set([index, ...placesAbove(lines, index)])];
  // one line is sooner out of place than several
  for (const place of places) for (const texts of moved(lines, place, 1)) yield changed(place, texts);
  yield asItem(index);
  for (const place of places)
    for (const texts of moved(lines, place, blockAt(lines, place))) yield changed(place, texts);
  yield changed(index, [""]);
  yield asItem(firstInside(lines, index));
}

/** The line before, and the last one above that is indented less. */
function placesAbove(lines: readonly string[], index: number): number[] {
  const own = indentOf(lines[index] ?? "");
  const above = [Number.POSITIVE_INFINITY, own].map((indent) =>
    lines.findLastIndex((text, other) => other < index && isWritten(text) && indentOf(text) < indent),
  );
  return above.filter((place) => place >= 0);
}

/** Some lines together, the first of them at each column where the lines around have something begin. */
function* moved(lines: readonly string[], index: number, length: number): Generator<string[]> {
  const block = lines.slice(index, index + length);
  const around = [
    lines.slice(0, index).findLast(isWritten),
    lines.slice(index + 1).find(isWritten),
    lines.slice(index + block.length).find(isWritten),
  ];
  const own = indentOf(block[0] ?? "");
  const columns = around.flatMap((near = "") => [0, 2, -2].map((step) => indentOf(near) + step));
  for (const column of new Set(columns.filter((one) => one >= 0)))
    yield block.map((text) => indented(text, column + indentOf(text) - own));
}

/** How many lines are indented as this one is or further, up to the next item of a list; with a tab, how many have one. */
function blockAt(lines: readonly string[], index: number): number {
  const own = lines[index] ?? "";
  const hangs = (text: string): boolean =>
    !isWritten(text) ||
    (own.startsWith("\t")
      ? text.startsWith("\t")
      : indentOf(text) >= indentOf(own) && !(isItem(own) && isItem(text) && indentOf(text) <= indentOf(own) + 2));
  const end = lines.findIndex((text, other) => other > index && !hangs(text));
  return (end < 0 ? lines.length : end) - index;
}

/** The first of those lines above that are indented further than this one. */
function firstInside(lines: readonly string[], index: number): number {
  const own = indentOf(lines[index] ?? "");
  const outside = lines.findLastIndex((text, other) => other < index && isWritten(text) && indentOf(text) <= own);
  return lines.findIndex((text, other) => other > outside && isWritten(text));
}

function isWritten(line: string): boolean {
  return /^\s*[^\s#]/.test(line);
}

function isItem(line: string): boolean {
  return /^\s*-(?:\s|$)/.test(line);
}

/** A tab is as wide as a level. */
function indentOf(line: string): number {
  return (/^\s*/.exec(line.replaceAll("\t", "  "))?.[0] ?? "").length;
}

function item(line: string): string {
  return `${" ".repeat(Math.max(indentOf(line) - 2, 0))}- ${line.trimStart()}`;
}

function indented(line: string, column: number): string {
  return " ".repeat(Math.max(column, 0)) + line.trimStart();
}
