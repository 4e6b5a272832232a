import type { Field, SourceNode } from "../../node.js";
import { type Cursor, take } from "./cursor.js";
import { IN_BRACKETS, isOtherKind, readText } from "./text.js";

/** Brackets within more brackets are left to the library: with all that is around them they might be too deep for it. */
const DEEPEST = 50;

const OPEN = /[[{] */y;
const COMMA = / *, */y;
const CLOSE = { "[": / *\]/y, "{": / *\}/y };

/** A list or fields in brackets that stand on one line. */
export function readFlow(cursor: Cursor, depth: number): SourceNode | undefined {
  const start = cursor.at;
  const sign = take(cursor, OPEN)?.[0].charAt(0) as "[" | "{" | undefined;
  if (sign === undefined || depth > DEEPEST) return undefined;
  return sign === "[" ? readItems(cursor, start, depth) : readFields(cursor, start, depth);
}

function readItems(cursor: Cursor, start: number, depth: number): SourceNode | undefined {
  const items: SourceNode[] = [];
  const isRead = toClosing(cursor, CLOSE["["], () => {
    const item = readValue(cursor, depth);
    if (item !== undefined) items.push(item);
    return item !== undefined;
  });
  return isRead ? { kind: "list", span: { start, end: cursor.at }, items } : undefined;
}

function readFields(cursor: Cursor, start: number, depth: number): SourceNode | undefined {
  const fields = new Map<string, Field>();
  const isRead = toClosing(cursor, CLOSE["{"], () => {
    const field = readField(cursor, NAME, () => readValue(cursor, depth));
    if (field === undefined || fields.has(field.name)) return false;
    fields.set(field.name, field);
    return true;
  });
  return isRead ? { kind: "fields", span: { start, end: cursor.at }, fields } : undefined;
}

/** Reads part after part to a closing bracket; says whether all could be read. */
function toClosing(cursor: Cursor, close: RegExp, readPart: () => boolean): boolean {
  if (take(cursor, close) !== null) return true;
  while (readPart()) {
    if (take(cursor, close) !== null) return true;
    if (take(cursor, COMMA) === null) return false;
  }
  return false;
}

const NAME = /([A-Za-z_][\w-]{0,99}): +/y;

/** A field whose name, its colon included, is of a pattern, and what is read behind it. */
export function readField(cursor: Cursor, pattern: RegExp, read: () => SourceNode | undefined): Field | undefined {
  const start = cursor.at;
  const name = take(cursor, pattern)?.[1];
  if (name === undefined || isOtherKind(name)) return undefined;
  const node = read();
  return node && { name, key: { start, end: start + name.length }, node };
}

function readValue(cursor: Cursor, depth: number): SourceNode | undefined {
  return /[[{]/.test(cursor.text.charAt(cursor.at)) ? readFlow(cursor, depth + 1) : readText(cursor, IN_BRACKETS);
}
