import { MOST_PARTS } from "../../limits.js";

/** Where a reader stands in a text. */
export interface Cursor {
  readonly text: string;
  at: number;
  /** How far in the next line with anything on it begins; `NOTHING` where there is none. */
  indent: number;
  /** Where the last line that was read ends, its line end included: there the library ends a list or a group. */
  end: number;
  /** At least as many words and signs as the library would cut up what was read into. */
  parts: number;
}

/** The indent of no line, and that of one which stands where no line can. */
const NOTHING = -1;
const NOWHERE = Number.POSITIVE_INFINITY;

/** At the first line from an offset on that has anything on it. */
export function beginAt(text: string, offset: number): Cursor {
  const cursor = { text, at: offset, indent: NOTHING, end: offset, parts: 0 };
  toNextLine(cursor);
  return cursor;
}

export function isAtEnd({ indent }: Cursor): boolean {
  return indent === NOTHING;
}

/** Whether the library might refuse so large a text. */
export function isOverfull({ parts }: Cursor): boolean {
  return parts > MOST_PARTS;
}

/** What a sticky pattern finds here; the cursor is behind it then. */
export function take(cursor: Cursor, pattern: RegExp): RegExpExecArray | null {
  pattern.lastIndex = cursor.at;
  const found = pattern.exec(cursor.text);
  if (found === null) return null;
  cursor.at = pattern.lastIndex;
  cursor.parts += MOST_IN_ONE;
  return found;
}

/** A name, its colon and what is around them, in the tokens of the library. */
const MOST_IN_ONE = 4;

/** Past the spaces here, and how many there were: a pattern would take several times as long, and they stand everywhere. */
export function skipSpaces(cursor: Cursor): number {
  const start = cursor.at;
  while (cursor.text.charCodeAt(cursor.at) === SPACE) cursor.at += 1;
  cursor.parts += MOST_IN_ONE;
  return cursor.at - start;
}

const [LINE_END, RETURN, SPACE, HASH] = [0x0a, 0x0d, 0x20, 0x23];
const REST = /(?: +(?:#[^\n]*)?)?\r?\n/y;

/** Says whether nothing but a comment is left on the line; the cursor is at the next one with anything on it then. */
export function endLine(cursor: Cursor): boolean {
  if (take(cursor, REST) === null) return false;
  toNextLine(cursor);
  return true;
}

const OTHER_LINE = /(#[^\n]*)?\r?\n/y;

/** Past empty lines and comments. To what a comment belongs that is not in line with what follows, only the library knows. */
export function toNextLine(cursor: Cursor): void {
  cursor.end = cursor.at;
  const comments: number[] = [];
  let indent = skipSpaces(cursor);
  while (beginsOther(cursor)) {
    if (take(cursor, OTHER_LINE)?.[1] !== undefined) comments.push(indent);
    indent = skipSpaces(cursor);
  }
  const isLast = cursor.at === cursor.text.length;
  const isInLine = comments.every((comment) => comment === indent);
  cursor.indent = isInLine ? (isLast ? NOTHING : indent) : NOWHERE;
}

/** Whether this is an empty line or a comment. Behind a carriage return stands a line end, and at the end of the text. */
function beginsOther({ text, at }: Cursor): boolean {
  const code = text.charCodeAt(at);
  return code === LINE_END || code === HASH || code === RETURN;
}
