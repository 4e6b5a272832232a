import type { Problem } from "../source/problem.js";

/** @param why a sentence; the path at its beginning is left out, since what is told of a file says which it is */
export function nothingToRead(path: string, why: string): Problem {
  return { code: "OT108", severity: "error", message: why.replace(`${path}: `, "").replace(/\.$/, "") };
}
