import { distance } from "fastest-levenshtein";

/** The known word somebody most likely meant, if any is close. Between equals the first one. */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  const meant = clean(word);
  const allowed = meant.length > 2 ? Math.max(1, Math.floor(meant.length / 3)) : 0;
  let best: string | undefined;
  let fewest = allowed + 1;
  for (const candidate of known) {
    const edits = editsBetween(meant, clean(candidate), fewest);
    if (edits < fewest) [best, fewest] = [candidate, edits];
  }
  return best;
}

function editsBetween(a: string, b: string, enough: number): number {
  // the distance costs the product of both lengths, and a word can be as long as its file
  return Math.abs(a.length - b.length) >= enough ? enough : distance(a, b);
}

function clean(word: string): string {
  return word
    .trim()
    .replace(/^["'`“”‘’„«]+|["'`“”‘’„»]+$/g, "")
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, "-");
}
