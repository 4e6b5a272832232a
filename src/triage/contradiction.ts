import type { SourceDocument } from "../source/document.js";
import type { CodeMeanings, Problem } from "../source/problem.js";

export const CONTRADICTORY: CodeMeanings = {
  OT401:
    "The facts of a case cannot all be true together; the message says which and why. No verdict is given, because nobody knows which of them is wrong.",
};

/** Facts that cannot all be true. */
export interface Contradiction {
  readonly because: readonly string[];
  readonly facts: readonly string[];
}

/**
 * Says which facts contradict each other, at the first of them where the case was read from a file.
 *
 * @param fromPractice those facts that are not from it
 */
export function contradictionProblem(
  { because, facts }: Contradiction,
  document?: SourceDocument,
  fromPractice: readonly string[] = [],
): Problem {
  const source = (id: string): string => (fromPractice.includes(id) ? " (from the practice file)" : "");
  const named = facts.map((id) => `\`${id}\`${source(id)}`).join(", ");
  const at = document && { source: document.source, span: document.spanOf(["facts", facts[0] ?? ""], "value") };
  return {
    code: "OT401",
    severity: "error",
    message: `these facts cannot all be true: ${named}. ${because.join(" ")}`,
    help: "correct one of them, or leave out the one you are not sure of",
    ...(at ? { at } : {}),
  };
}
