import { lstatSync, statSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Why a file is not to be written, as far as that can be told before there is anything to write: a sentence. Only a
 * regular file is replaced, or a link to one, and only where `replace` says so.
 */
export function unwritable(path: string, replace: boolean): string | undefined {
  try {
    const folder = statSync(dirname(path), { throwIfNoEntry: false });
    if (folder === undefined) return notWritten(path, `there is no folder ${dirname(path)}`);
    if (!folder.isDirectory()) return notWritten(path, NO_FOLDER);
    if (lstatSync(path, { throwIfNoEntry: false }) === undefined) return undefined;
    if (!statSync(path).isFile()) return notWritten(path, "what is there is no regular file, and is not replaced");
    return replace ? undefined : isThere(path);
  } catch (error) {
    return unwritten(path, error as NodeJS.ErrnoException);
  }
}

/** Why a file was not written: a sentence or two. */
export function unwritten(path: string, { code = "", message, syscall }: NodeJS.ErrnoException): string {
  if (code === "EEXIST") return isThere(path);
  return `${notWritten(path, REASONS[code] ?? message)}${syscall === "rename" ? inUse() : ""}`;
}

const NO_FOLDER = "part of the path is not a folder";

const REASONS: Readonly<Record<string, string>> = {
  EACCES: "you are not allowed to write there",
  ENAMETOOLONG: "the name is too long",
  ENOENT: "there is no such folder, a link that leads nowhere, or a name that no file can have",
  ENOSPC: "the disk is full",
  ENOTDIR: NO_FOLDER,
  EROFS: "nothing can be written there",
};

function isThere(path: string): string {
  return `${path} is there already; --force replaces it.`;
}

function notWritten(path: string, why: string): string {
  return `${path} was not written: ${why}.`;
}

/** On Windows nothing takes the place of a file that some program has open. */
function inUse(): string {
  return process.platform === "win32" ? " Close it where it is open, or write to another name." : "";
}
