import type { ReadInto } from "../batch/read/feed.js";
import type { Law } from "../table/compile.js";
import type { StoredTable } from "../table/compiled.js";

/** The outside world, handed in. */
export interface Io {
  /** Today's date where the user is, as YYYY-MM-DD. */
  readonly today: string;
  /** Reads the built-in table: the one that comes with the program. */
  readonly shippedRules: () => FileRead;
  /** That table as it was compiled at build time, if it was made from just these bytes. */
  readonly stored: (rules: Uint8Array) => StoredRules | undefined;
  /** Reads a file, or standard input for `-`; at most one byte more than `limit`. */
  readonly read: (path: string, limit: number) => Promise<FileRead>;
  /** Milliseconds on a clock that only moves forward. */
  readonly clock: () => number;
}

/** The outside world, as far as a page of questions is made of it. */
export interface PageIo extends Io {
  /** Reads what runs in the page. */
  readonly pageScript: () => FileRead;
}

/** The outside world, with all that the program brings. */
export interface ProgramIo extends PageIo {
  /** Reads what runs in a thread that answers cases. */
  readonly threadScript: () => FileRead;
}

export interface StoredRules {
  readonly table: StoredTable;
  /** A law, told by its position in the table. */
  readonly law: (position: number) => Law;
}

/** The beginning of a file, or a sentence about why there is none. */
export type FileRead =
  | { readonly ok: true; readonly name: string; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly why: string };

/** The outside world, with its folders. */
export interface CaseIo extends Io {
  readonly list: (folder: string) => Promise<FolderRead>;
}

/** What lies in a folder, or a sentence about why nobody can tell. */
export type FolderRead =
  | { readonly ok: true; readonly entries: readonly FolderEntry[] }
  | { readonly ok: false; readonly why: string; readonly isFile?: boolean };

interface FolderEntry {
  readonly name: string;
  /** That name with the folder before it, as somebody wrote it. */
  readonly path: string;
  readonly isFolder: boolean;
}

/** The outside world, as far as many cases need it. */
export interface BatchIo extends CaseIo {
  /** Opens a file, or standard input for `-`, to be read bit by bit. */
  readonly open: (path: string) => Promise<Opened>;
}

/** A file that can be read, or a sentence about why not. */
export type Opened = OpenFile | { readonly ok: false; readonly why: string };

interface OpenFile {
  readonly ok: true;
  readonly name: string;
  /** Opened once more, it gives the same again. */
  readonly isRepeatable: boolean;
  readonly read: ReadInto;
  readonly close: () => void;
}

/** A file could be opened, and then not be read to its end. The message says why. */
export class ReadFailed extends Error {}

/**
 * Reads a file as it was in a revision. A revision that names a file itself, as `REV:path`, is read as it stands;
 * for any other, it is the file at `path`.
 */
export type ReadRevision = (revision: string, path: string, limit: number) => Promise<FileRead>;
