import type { SourceText, Span } from "./text.js";

/** What a problem is known by; what each code means stands in `PROBLEM_CODES`. */
export type ProblemCode = `OT${number}`;

/** Codes with what they mean and what to do about it. A code keeps its meaning for ever. */
export type CodeMeanings = Readonly<Record<ProblemCode, string>>;

/** One thing wrong with a file. The message is a plain sentence in lower case, without a full stop. */
export interface Problem {
  readonly code: ProblemCode;
  readonly severity: "error" | "warning";
  readonly message: string;
  /** Absent where the file as a whole is meant. */
  readonly at?: { readonly source: SourceText; readonly span: Span };
  readonly help?: string;
}

/** What came in at the door: a value, or everything wrong with it, which is at least one thing. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** What a problem says, before its place is known. */
export type Wording = Pick<Problem, "code" | "message" | "help">;

export function errorAt(source: SourceText, span: Span, wording: Wording): Problem {
  return { ...wording, severity: "error", at: { source, span } };
}

/** So many problems of one file are kept: nobody reads more, and a file can have one at every letter. */
export const MOST_PROBLEMS = 500;

/** Whether no more has to be looked for. */
export function areEnough(problems: readonly unknown[]): boolean {
  return problems.length > MOST_PROBLEMS;
}

/** As many problems as are kept, and before them that there are more. */
export function firstProblems(problems: readonly Problem[], areMore = areEnough(problems)): readonly Problem[] {
  return areMore ? [MORE, ...problems.slice(0, MOST_PROBLEMS)] : problems;
}

export const MORE: Problem = {
  code: "OT109",
  severity: "error",
  message: "more is wrong with this file than is told here",
  help: "mend this first, then check again",
};

/** As a reader meets them in the file; what concerns the whole file first. */
export function inSourceOrder(problems: readonly Problem[]): Problem[] {
  return problems.toSorted((a, b) => (a.at?.span.start ?? -1) - (b.at?.span.start ?? -1));
}
