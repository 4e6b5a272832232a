import { closeSync, linkSync, openSync, renameSync, rmSync } from "node:fs";

/**
 * Gives a draft that is whole and closed its name, in one step. An existing file stays as it is unless `replace`. The
 * draft's own name may still be there afterwards.
 *
 * @throws the operating system's error; EEXIST where the file is there already
 */
export function putInPlace(draft: string, path: string, replace: boolean): void {
  if (replace) renameSync(draft, path);
  else giveName(draft, path);
}

/** A link fails where the name is taken; a rename would replace what is there. */
function giveName(draft: string, path: string): void {
  try {
    linkSync(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") throw error;
    takeName(draft, path);
  }
}

/** Where there are no links, as on most sticks and some network drives, the name is taken first, and then replaced. */
function takeName(draft: string, path: string): void {
  closeSync(openSync(path, "wx"));
  try {
    renameSync(draft, path);
  } catch (error) {
    rmSync(path);
    throw error;
  }
}
