import type { Path, SourceDocument } from "../source/document.js";
import type { Parsed } from "../source/problem.js";
import type { CompiledTable } from "../table/compiled.js";
import type { CaseInParts, Part } from "./case.js";
import { contradictionProblem } from "./contradiction.js";
import { type Decision, decide, isContradiction, type Terms } from "./decide.js";

/** A part of a case with what the table says of it, as of any case. */
export interface DecidedPart extends Part {
  readonly decision: Decision;
}

/**
 * What a table says of each part, or a problem for each whose facts cannot all be true.
 *
 * @param document the file of the case, if there is one, to point at such facts
 */
export function decideParts(
  compiled: CompiledTable,
  { parts }: CaseInParts,
  { asOf, presume }: Terms,
  document?: SourceDocument,
): Parsed<readonly DecidedPart[]> {
  const answers = parts.map((part) => ({ ...part, decision: decide(compiled, part.given, asOf, presume) }));
  const problems = answers.flatMap(({ label, given, decision }, index) => {
    if (!isContradiction(decision)) return [];
    const problem = contradictionProblem(decision, document && partIn(document, index), given.fromPractice);
    return [{ ...problem, message: `in the part \`${label}\` ${problem.message}` }];
  });
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: answers as DecidedPart[] };
}

/** The file as one of its parts has it: a fact that the part does not state itself stands among the common ones. */
function partIn(document: SourceDocument, index: number): SourceDocument {
  const { parts } = document.value as { readonly parts: readonly { readonly facts?: object | null }[] };
  const own = parts[index]?.facts ?? {};
  const isOwn = ([, id]: Path): boolean => Object.hasOwn(own, id ?? "");
  return {
    ...document,
    spanOf: (path, part) => document.spanOf(isOwn(path) ? ["parts", index, ...path] : path, part),
  };
}
