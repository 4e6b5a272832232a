import type { Field, Fields, List, SourceNode } from "../../node.js";
import { type Cursor, endLine, skipSpaces, take } from "./cursor.js";
import { readField, readFlow } from "./flow.js";
import { readFolded } from "./folded.js";
import { ON_A_LINE, readText } from "./text.js";

/** No file of which anybody sees the left side is indented further, and so none is too deep for the library. */
const FURTHEST = 100;

/** The fields or the list that begin where the cursor stands, to the last line that is in line with them. */
export function readBlock(cursor: Cursor): SourceNode | undefined {
  if (cursor.indent > FURTHEST) return undefined;
  return cursor.text.startsWith("- ", cursor.at) ? readItems(cursor, cursor.indent) : readFields(cursor, cursor.indent);
}

const HYPHEN = /- +/y;

function readItems(cursor: Cursor, indent: number): List | undefined {
  const start = cursor.at;
  const items: SourceNode[] = [];
  while (cursor.indent === indent) {
    const hyphen = take(cursor, HYPHEN);
    const item = hyphen === null ? undefined : readItem(cursor, indent, hyphen[0].length);
    if (item === undefined) return undefined;
    items.push(item);
  }
  return cursor.indent > indent ? undefined : { kind: "list", span: { start, end: cursor.end }, items };
}

/** Fields that begin on the line of the hyphen are in line with the first of them. */
function readItem(cursor: Cursor, indent: number, hyphen: number): SourceNode | undefined {
  NAME.lastIndex = cursor.at;
  if (!NAME.test(cursor.text)) return readValue(cursor, indent);
  cursor.indent = indent + hyphen;
  return readFields(cursor, cursor.indent);
}

function readFields(cursor: Cursor, indent: number): Fields | undefined {
  const start = cursor.at;
  const fields = new Map<string, Field>();
  while (cursor.indent === indent) {
    const field = readField(cursor, NAME, () => readUnder(cursor, indent));
    if (field === undefined || fields.has(field.name)) return undefined;
    fields.set(field.name, field);
  }
  return cursor.indent > indent ? undefined : { kind: "fields", span: { start, end: cursor.end }, fields };
}

const NAME = /([A-Za-z_][\w-]{0,99}):(?=[ \r\n])/y;

/** What belongs to a name, on its line or further in below it. */
function readUnder(cursor: Cursor, indent: number): SourceNode | undefined {
  if (endLine(cursor)) return cursor.indent > indent ? readBlock(cursor) : undefined;
  return skipSpaces(cursor) === 0 ? undefined : readValue(cursor, indent);
}

/** A value that begins on a line, and the rest of its last line. */
function readValue(cursor: Cursor, indent: number): SourceNode | undefined {
  const sign = cursor.text.charAt(cursor.at);
  if (sign === ">") return readFolded(cursor, indent);
  const node = sign === "[" || sign === "{" ? readFlow(cursor, 0) : readText(cursor, ON_A_LINE);
  return node !== undefined && endLine(cursor) ? node : undefined;
}
