import type { Leaf } from "../../node.js";
import { type Cursor, take } from "./cursor.js";

const FIRST = String.raw`[A-Za-z0-9(/\u00a1-\uffff]`;

/** Unquoted text to the end of its line or to a comment. */
export const ON_A_LINE = new RegExp(String.raw`${FIRST}(?:[^ :\r\n]|:(?![ \r\n])| +(?![ #\r\n]))*`, "y");

/** Unquoted text to a sign of the brackets that it stands in. */
export const IN_BRACKETS = new RegExp(
  String.raw`${FIRST}(?:[^ :,[\]{}\r\n]|:(?![ ,[\]{}\r\n])| +(?![ #:,[\]{}\r\n]))*`,
  "y",
);

const QUOTED = /"([^"\\\r\n]*)"|'((?:[^'\r\n]|'')*)'/y;

/** A text in quotation marks, or an unquoted one of a pattern. */
export function readText(cursor: Cursor, unquoted: RegExp): Leaf | undefined {
  const start = cursor.at;
  const quoted = /["']/.test(cursor.text.charAt(start)) ? take(cursor, QUOTED) : null;
  const value = quoted === null ? meaning(take(cursor, unquoted)?.[0]) : textIn(quoted);
  return value === undefined ? undefined : { kind: "leaf", span: { start, end: cursor.at }, value };
}

function textIn([, double, single]: RegExpExecArray): string | undefined {
  return double ?? single?.replaceAll("''", "'");
}

/** Unquoted words that mean something else than a text. */
const OTHER_KIND = /^(?:true|false|null|0[xo][\da-f]+|\d+\.\d*|\d+(?:\.\d*)?e[+-]?\d+|\d{16,})$/i;

export function isOtherKind(word: string): boolean {
  return OTHER_KIND.test(word);
}

/** What an unquoted text is worth; undefined where it is neither a text nor a whole number. */
function meaning(word: string | undefined): string | number | undefined {
  if (word === undefined || isOtherKind(word)) return undefined;
  return /^\d+$/.test(word) ? Number(word) : word;
}
