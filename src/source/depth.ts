import { errorAt, type Problem } from "./problem.js";
import type { SourceText } from "./text.js";

/** Levels of lists and fields inside one another. All that comes after the check may recurse. */
export const MAX_DEPTH = 200;

export function tooDeep(source: SourceText, offset: number): Problem {
  const message = `lists and fields stand inside one another more than ${MAX_DEPTH} levels deep`;
  return errorAt(
    source,
    { start: offset, end: offset + 1 },
    { code: "OT105", message, help: "check for a bracket that is not closed" },
  );
}
