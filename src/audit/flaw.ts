import type { SourceDocument } from "../source/document.js";
import type { CodeMeanings, Problem } from "../source/problem.js";
import type { Span } from "../source/text.js";
import type { Fault } from "../table/fault.js";
import { namedPath } from "../table/path.js";
import type { Audited } from "./audited.js";
import type { Extent } from "./extent.js";

/** Something wrong with a table, or doubtful about it, with the situations it concerns. */
export interface Flaw {
  readonly problem: Problem;
  readonly extent?: Extent;
  /** The part of the table it is about, by names that stay when lines move; absent where the file is no table. */
  readonly about?: string;
}

/** Something doubtful about a table that gives verdicts all the same. */
export interface Doubt extends Fault {
  readonly extent?: Extent | undefined;
  /** The words that are meant, where they are only a part of the text at the path. */
  readonly words?: RegExp;
}

/** A check of a table that has no error. */
export interface Check {
  readonly codes: CodeMeanings;
  readonly find: (audited: Audited) => readonly Doubt[];
}

/** A doubt, or with `error` a fault, at its place in the file. */
export function flawAt(
  document: SourceDocument,
  { code, path, part, message, help, extent, words }: Doubt,
  severity: Problem["severity"],
): Flaw {
  const span = narrowed(document, document.spanOf(path, part), words);
  const problem: Problem = {
    code,
    severity,
    message,
    at: { source: document.source, span },
    ...(help === undefined ? {} : { help }),
  };
  const about = namedPath(document.value, path).join("/");
  return { problem, about, ...(extent === undefined ? {} : { extent }) };
}

/** The words within a stretch of the file; all of it where they are written in some other way. */
function narrowed({ source }: SourceDocument, span: Span, words: RegExp | undefined): Span {
  const found = words?.exec(source.text.slice(span.start, span.end));
  if (!found) return span;
  const start = span.start + found.index;
  return { start, end: start + found[0].length };
}
