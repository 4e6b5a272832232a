import { existsSync, mkdirSync, readdirSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { sweepDrafts } from "./drafts.js";
import { inside } from "./inside.js";
import { unwritable, unwritten } from "./unwritten.js";
import { writeWhole } from "./write.js";

/** A file that is to stand in a folder. */
export interface NamedText {
  readonly name: string;
  readonly text: string | Uint8Array;
}

/** Makes a folder where it is missing, and all it stands in; a sentence about why it could not. */
export function makeFolder(folder: string): string | undefined {
  const around = dirname(folder);
  const fault = existsSync(around) ? undefined : makeFolder(around);
  if (fault !== undefined) return fault;
  try {
    // one at a time: Node tries without end to make several where a system lets nobody make any
    mkdirSync(folder, { mode: 0o700 });
    return undefined;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== "EEXIST") return unwritten(folder, error as NodeJS.ErrnoException);
    return statSync(folder, { throwIfNoEntry: false })?.isDirectory()
      ? undefined
      : `${folder} is there already, and is no folder.`;
  }
}

/**
 * Writes files that only their owner can read into a folder, which is made where it is missing. Where one of them cannot
 * be written none is, as far as that can be told before. A folder with other files in it is left alone: what belongs to
 * another case would stand beside what belongs to this one.
 *
 * @returns a sentence about why one was not written
 */
export function writeAll(folder: string, files: readonly NamedText[], replace: boolean): string | undefined {
  const unmade = makeFolder(folder);
  if (unmade !== undefined) return unmade;
  sweepDrafts(folder);
  const names = files.map(({ name }) => name);
  const other = otherIn(folder, names);
  if (other !== undefined) return other;
  for (const write of [false, true]) {
    for (const { name, text } of files) {
      const path = inside(folder, name);
      const fault = write ? writeWhole(path, text, replace) : unwritable(path, replace);
      if (fault !== undefined) return fault;
    }
  }
  return undefined;
}

function otherIn(folder: string, names: readonly string[]): string | undefined {
  try {
    const other = readdirSync(folder).find((name) => !names.includes(name));
    return other && `${folder} has something else in it, ${other}: name a folder that is new or empty.`;
  } catch (error) {
    return unwritten(folder, error as NodeJS.ErrnoException);
  }
}
