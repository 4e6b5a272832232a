import { distance } from "fastest-levenshtein";

/** The known word somebody most likely meant, if one could be a slip of the pen. Between equals the first one. */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  const meant = clean(word);
  let best: string | undefined;
  let fewest = (meant.length > 2 ? mostSlips(meant) : 0) + 1;
  for (const candidate of known) {
    const other = clean(candidate);
    const edits = editsBetween(meant, other, fewest);
    if (edits < fewest && isSlip(meant, other)) [best, fewest] = [candidate, edits];
  }
  return best;
}

function mostSlips({ length }: string): number {
  return Math.max(1, Math.floor(length / 3));
}

/** Each part by itself: as a whole, `order-to-check` is as near to `asked-to-check` as many a slip is. */
function isSlip(meant: string, other: string): boolean {
  const [parts, others] = [meant.split("-"), other.split("-")];
  if (parts.length !== others.length) return true;
  return parts.every((part, index) => distance(part, others[index] as string) <= mostSlips(part));
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
