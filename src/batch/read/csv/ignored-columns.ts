import { folded } from "./words.js";

/** Columns that the user wants passed over, and which of them there were. */
export interface IgnoredColumns {
  readonly has: (column: string) => boolean;
  /** Those that no table had so far, as they were written. */
  readonly notFound: () => string[];
}

export function newIgnoredColumns(names: readonly string[]): IgnoredColumns {
  const missing = new Map(names.map((name) => [folded(name), name]));
  const all = new Set(missing.keys());
  return {
    has: (column) => {
      missing.delete(folded(column));
      return all.has(folded(column));
    },
    notFound: () => [...missing.values()],
  };
}
