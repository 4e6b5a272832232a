import type { SourceDocument } from "../../source/document.js";
import type { Parsed } from "../../source/problem.js";
import { readDocument } from "../../source/read.js";
import { lineOf, type SourceText, type Span } from "../../source/text.js";

/** Every document of a file, each with its places in the whole file. */
export function documentsIn(source: SourceText): Parsed<SourceDocument>[] {
  const isJson = /\.json$/i.test(source.name);
  const starts = isJson ? [] : Array.from(source.text.matchAll(SEPARATOR), ({ index }) => index);
  const spans = [0, ...starts].map((start, index) => ({ start, end: starts[index] ?? source.text.length }));
  return spans
    .filter((span) => hasContent(source.text.slice(span.start, span.end)))
    .map((span) => documentAt(source, span));
}

const SEPARATOR = /(?<![^\r\n])---(?![^ \t\r\n])/g;

function hasContent(text: string): boolean {
  return /^[^\S\r\n]*[^\s#]/m.test(text.replace(/^---/, ""));
}

function documentAt(source: SourceText, { start, end }: Span): Parsed<SourceDocument> {
  const { name, text } = source;
  return readDocument({ name, text: text.slice(start, end), firstLine: lineOf(source, start) });
}
