import { errorAt, type Problem } from "./problem.js";
import type { SourceText } from "./text.js";

/** Levels of lists and fields inside one another. All that comes after the check may recurse. */
export const MAX_DEPTH = 200;

/** Words and signs that a file is cut up into. What is made of them takes far more memory than the file. */
export const MOST_PARTS = 500_000;

export function tooDeep(source: SourceText, offset: number): Problem {
  const message = `lists and fields stand inside one another more than ${MAX_DEPTH} levels deep`;
  return errorAt(
    source,
    { start: offset, end: offset + 1 },
    { code: "OT105", message, help: "check for a bracket that is not closed" },
  );
}

export function tooManyParts(): Problem {
  const message = `the file has more than ${MOST_PARTS.toLocaleString("en-GB")} words and signs`;
  return { code: "OT101", severity: "error", message, help: "check that it is the right file" };
}
