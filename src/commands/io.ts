import type { StoredTable } from "../table/compiled.js";

/** The outside world, handed in. */
export interface Io {
  /** Today's date where the user is, as YYYY-MM-DD. */
  readonly today: string;
  /** The path of the built-in table: the one that comes with the program. */
  readonly shippedRules: string;
  /** That table as it was compiled at build time, if it was made from just these bytes. */
  readonly stored: (rules: Uint8Array) => StoredRules | undefined;
  /** Reads a file, or standard input for `-`; at most one byte more than `limit`. */
  readonly read: (path: string, limit: number) => Promise<FileRead>;
  /** Milliseconds on a clock that only moves forward. */
  readonly clock: () => number;
}

export interface StoredRules {
  readonly table: StoredTable;
  /** The text of a law, told by its position in the table. */
  readonly lawText: (position: number) => string;
}

/** The beginning of a file, or a sentence about why there is none. */
export type FileRead =
  | { readonly ok: true; readonly name: string; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly why: string };
