import { randomBytes } from "node:crypto";
import { rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { putInPlace } from "./put-in-place.js";
import { unwritable, unwritten } from "./unwritten.js";

/**
 * Writes a whole file or nothing, readable by its owner alone. An existing file stays as it is unless `replace`. It is
 * done in one go: no signal comes between, and leaves a draft.
 *
 * @returns a sentence about why it was not written
 */
export function writeWhole(path: string, text: string, replace: boolean): string | undefined {
  const fault = unwritable(path, replace);
  if (fault !== undefined) return fault;
  const draft = draftOf(path);
  try {
    writeFileSync(draft, text, { flag: "wx", mode: 0o600, flush: true });
    putInPlace(draft, path, replace);
    return undefined;
  } catch (error) {
    return unwritten(path, error as NodeJS.ErrnoException);
  } finally {
    rmSync(draft, { force: true });
  }
}

/** A name beside the file, for what is not whole yet; a long name leaves no room for a longer one. */
export function draftOf(path: string): string {
  return join(dirname(path), `.order-triage-${randomBytes(6).toString("hex")}.tmp`);
}
