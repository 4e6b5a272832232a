import type { Leaf } from "../../node.js";
import { type Cursor, take, toNextLine } from "./cursor.js";

const HEAD = />(-?)\r?\n/y;
const MARGIN = / *(?=[^ \r\n])/y;
const LINE = /([^\r\n]+)\r?\n/y;

/** Text below `>` or `>-`: lines with one margin, further in than `indent`, which become one line. */
export function readFolded(cursor: Cursor, indent: number): Leaf | undefined {
  const start = cursor.at;
  const head = take(cursor, HEAD);
  const margin = head === null ? undefined : take(cursor, MARGIN)?.[0].length;
  if (margin === undefined || margin <= indent) return undefined;
  const text = linesAt(cursor, margin).join(" ");
  toNextLine(cursor);
  const value = head?.[1] === "-" ? text : `${text}\n`;
  return cursor.indent > indent ? undefined : { kind: "leaf", span: { start, end: cursor.end }, value };
}

/** The rest of this line, and the lines below it with the same margin. */
function linesAt(cursor: Cursor, margin: number): string[] {
  const lines: string[] = [];
  let start: number;
  do {
    lines.push(take(cursor, LINE)?.[1] as string);
    start = cursor.at;
  } while (take(cursor, MARGIN)?.[0].length === margin);
  cursor.at = start;
  return lines;
}
