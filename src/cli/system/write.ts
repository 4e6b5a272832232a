import { closeSync, fsyncSync, linkSync, openSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { newDraft, sweepDrafts } from "./drafts.js";
import { unwritable, unwritten } from "./unwritten.js";

/** A file that is not whole yet. It lies beside its place, readable by its owner alone. */
interface Draft {
  readonly file: number;
  /** Puts what was written in its place: a whole file or none. */
  readonly finish: () => void;
  /** Leaves nothing behind of what was not finished. */
  readonly drop: () => void;
}

/** The message is a sentence that says why. */
export class CannotWrite extends Error {}

/**
 * Begins a file. An existing one stays as it is unless `replace`.
 *
 * @throws CannotWrite, as does `finish`
 */
export function openDraft(path: string, replace: boolean): Draft {
  // said at once and not after a million records; the end makes sure
  const fault = unwritable(path, replace);
  if (fault !== undefined) throw new CannotWrite(fault);
  sweepDrafts(dirname(path));
  const draft = newDraft(dirname(path));
  const file = orSay(path, () => openSync(draft, "wx", 0o600));
  let isOpen = true;
  const close = (): void => {
    if (isOpen) closeSync(file);
    isOpen = false;
  };
  const finish = (): void => {
    fsyncSync(file);
    close();
    putInPlace(draft, path, replace);
  };
  const drop = (): void => {
    close();
    rmSync(draft, { force: true });
  };
  return { file, finish: () => orSay(path, finish), drop };
}

/**
 * Writes a whole file or nothing. It is done in one go: no signal comes between, and leaves a draft.
 *
 * @returns a sentence about why it was not written
 */
export function writeWhole(path: string, text: string | Uint8Array, replace: boolean): string | undefined {
  try {
    const { file, finish, drop } = openDraft(path, replace);
    try {
      orSay(path, () => writeFileSync(file, text));
      finish();
    } finally {
      drop();
    }
    return undefined;
  } catch (error) {
    if (error instanceof CannotWrite) return error.message;
    throw error;
  }
}

function orSay<T>(path: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw new CannotWrite(unwritten(path, error as NodeJS.ErrnoException));
  }
}

/**
 * Gives a draft that is whole and closed its name, in one step. An existing file stays as it is unless `replace`. The
 * draft's own name may still be there afterwards.
 *
 * @throws the operating system's error; EEXIST where the file is there already
 */
function putInPlace(draft: string, path: string, replace: boolean): void {
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
