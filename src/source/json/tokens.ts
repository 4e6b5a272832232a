import { MOST_PARTS } from "../limits.js";
import type { Span } from "../text.js";

export interface Token extends Span {
  readonly text: string;
}

// a quoted text (perhaps not closed), a sign, or a run of anything else; `u` is left out, lone surrogates are let through
const TOKEN = /"[^"\\]*(?:\\[\s\S][^"\\]*)*"?|[{}[\],:]|[^ \t\r\n"{}[\],:]+/g;

/** A text cut up as JSON would, all but white space and a byte order mark. It need not be JSON. One too many is enough. */
export function jsonTokens(text: string): Token[] {
  const tokens: Token[] = [];
  for (const { 0: token, index } of text.replace(/^\uFEFF/, " ").matchAll(TOKEN)) {
    tokens.push({ text: token, start: index, end: index + token.length });
    if (tokens.length > MOST_PARTS) break;
  }
  return tokens;
}
