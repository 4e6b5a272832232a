import { UNSEEN } from "../source/printable.js";

/** Data as one line of JSON, in which nothing stands that a terminal would obey or hide. */
export function jsonLine(data: unknown): string {
  return `${JSON.stringify(data).replace(UNSEEN, escaped)}\n`;
}

function escaped(character: string): string {
  return Array.from({ length: character.length }, (_, index) => unit(character.charCodeAt(index))).join("");
}

function unit(code: number): string {
  return `\\u${code.toString(16).padStart(4, "0")}`;
}
