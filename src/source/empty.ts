import { errorAt, type Problem } from "./problem.js";
import type { SourceText } from "./text.js";

export function emptyFile(source: SourceText): Problem {
  const message = "the file is empty, apart from blank lines and comments";
  return errorAt(
    source,
    { start: 0, end: 0 },
    { code: "OT104", message, help: "check that it is the right file and that it was saved" },
  );
}
