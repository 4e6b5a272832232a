/** Finds what somebody means by a word. */
export type Lookup<T> = (written: string) => T | undefined;

/**
 * A lookup of words as people write them into a spreadsheet: without regard to case, blanks, hyphens and apostrophes.
 * Of words that are then the same each is found only as it stands here.
 */
export function newLookup<T>(words: readonly (readonly [string, T])[]): Lookup<T> {
  const exact = new Map(words);
  const loose = new Map<string, T | undefined>();
  for (const [word, meant] of words) {
    const known = folded(word);
    loose.set(known, loose.has(known) && loose.get(known) !== meant ? undefined : meant);
  }
  return (written) => exact.get(written) ?? loose.get(folded(written));
}

export function folded(word: string): string {
  return word.toLowerCase().replaceAll(/[\s_'’\p{Pd}]+/gu, "");
}
