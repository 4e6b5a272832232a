import type { SourceNode } from "../../node.js";
import { readBlock } from "./block.js";
import { beginAt, isAtEnd, isOverfull } from "./cursor.js";

/**
 * Reads YAML as most people write it: fields and lists, each value on its line, in brackets, or folded below. Undefined
 * where there is anything else in it; whether that is YAML, and what is wrong with it, is for the library to say, which
 * takes many times as long.
 */
export function readUsualYaml(text: string): SourceNode | undefined {
  if (UNUSUAL.test(text) || !text.endsWith("\n")) return undefined;
  const cursor = beginAt(text, /^---\r?\n/.exec(text)?.[0].length ?? 0);
  const root = cursor.indent === 0 ? readBlock(cursor) : undefined;
  return isAtEnd(cursor) && !isOverfull(cursor) ? root : undefined;
}

/** A tab, a lone carriage return, a control character, half of a pair, and spaces and line ends of other kinds. */
const UNUSUAL = /\r(?!\n)|[^\n\r -~\u00a1-\u1fff\u2010-\u2027\u2030-\u205e\u2070-\u2fff\u3001-\ud7ff]/;
