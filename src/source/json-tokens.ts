import type { Span } from "./text.js";

export interface Token extends Span {
  readonly text: string;
}

// a quoted text (perhaps not closed), a sign, or a run of anything else; `u` is left out, lone surrogates are let through
const TOKEN = /"[^"\\]*(?:\\[\s\S][^"\\]*)*"?|[{}[\],:]|[^ \t\r\n"{}[\],:]+/g;

/** A text cut up as JSON would, all but white space and a byte order mark. It need not be JSON. */
export function jsonTokens(text: string): Token[] {
  const marked = text.replace(/^\uFEFF/, " ");
  return Array.from(marked.matchAll(TOKEN), ({ 0: token, index }) => ({
    text: token,
    start: index,
    end: index + token.length,
  }));
}
