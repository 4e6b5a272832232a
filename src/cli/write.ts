import { randomBytes } from "node:crypto";
import { rmSync, writeFileSync } from "node:fs";
import { putInPlace } from "./put-in-place.js";

/**
 * Writes a whole file or nothing, readable by its owner alone. An existing file stays as it is unless `replace`. It is
 * done in one go: no signal comes between, and leaves a draft.
 *
 * @throws the operating system's error; EEXIST where the file is there already
 */
export function writeWhole(path: string, text: string, replace: boolean): void {
  const draft = draftOf(path);
  try {
    writeFileSync(draft, text, { flag: "wx", mode: 0o600, flush: true });
    putInPlace(draft, path, replace);
  } finally {
    rmSync(draft, { force: true });
  }
}

/** A name beside the file, for what is not whole yet. */
export function draftOf(path: string): string {
  return `${path}.${randomBytes(6).toString("hex")}.tmp`;
}
