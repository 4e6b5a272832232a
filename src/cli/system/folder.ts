import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { unwritable, unwritten } from "./unwritten.js";
import { writeWhole } from "./write.js";

/** A file that is to stand in a folder. */
export interface NamedText {
  readonly name: string;
  readonly text: string;
}

/** Makes a folder where it is missing, and all it stands in; a sentence about why it could not. */
export function makeFolder(folder: string): string | undefined {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return undefined;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === "EEXIST"
      ? `${folder} is there already, and is no folder.`
      : unwritten(folder, error as NodeJS.ErrnoException);
  }
}

/**
 * Writes files that only their owner can read into a folder, which is made where it is missing. Where one of them cannot
 * be written none is, as far as that can be told before.
 *
 * @returns a sentence about why one was not written
 */
export function writeAll(folder: string, files: readonly NamedText[], replace: boolean): string | undefined {
  const unmade = makeFolder(folder);
  if (unmade !== undefined) return unmade;
  for (const write of [false, true]) {
    for (const { name, text } of files) {
      const path = join(folder, name);
      const fault = write ? writeWhole(path, text, replace) : unwritable(path, replace);
      if (fault !== undefined) return fault;
    }
  }
  return undefined;
}
