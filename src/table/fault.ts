import type { Path, SourceDocument } from "../source/document.js";
import type { Problem, ProblemCode } from "../source/problem.js";

/** Something wrong with a table, at a path in its file. */
export interface Fault {
  readonly code: ProblemCode;
  readonly path: Path;
  readonly part: "key" | "value";
  readonly message: string;
  readonly help?: string | undefined;
}

export function problemAt(document: SourceDocument, { code, path, part, message, help }: Fault): Problem {
  const at = { source: document.source, span: document.spanOf(path, part) };
  return { code, severity: "error", message, at, ...(help === undefined ? {} : { help }) };
}

export function didYouMean(word: string | undefined): string | undefined {
  return word === undefined ? undefined : `did you mean \`${word}\`?`;
}
