/** Stands for what is left out. */
export const GAP = "…";

/** How what is shown may fare: how many items of it and of what there is now are done with, and at what cost. */
const MOVES = {
  kept: { shown: 1, now: 1, cost: 0 },
  passed: { shown: 0, now: 1, cost: 0 },
  added: { shown: 0, now: 1, cost: 1 },
  // what is still there is kept first of all: a gap does not grow over it
  replaced: { shown: 1, now: 1, cost: 1_000 },
  dropped: { shown: 1, now: 0, cost: 1_000 },
} as const;
type Move = keyof typeof MOVES;

interface Alignment {
  readonly shown: readonly string[];
  readonly now: readonly string[];
  readonly fits: (shown: string, now: string) => boolean;
  readonly replace: (shown: string, now: string) => string;
}

/**
 * What there is now, shown as it was: with a gap in the place of each gap, and what still fits left as it stands. A gap
 * stands for one item or more. As little as possible is replaced, added or dropped.
 */
export function align(alignment: Alignment): string[] {
  const { shown, now, replace } = alignment;
  const moves = cheapestMoves(alignment);
  const aligned: string[] = [];
  for (let at = 0, here = 0; at < shown.length || here < now.length; ) {
    const move = moves[at]?.[here] as Move;
    if (move === "kept") aligned.push(shown[at] as string);
    if (move === "replaced") aligned.push(replace(shown[at] as string, now[here] as string));
    if (move === "added") aligned.push(now[here] as string);
    at += MOVES[move].shown;
    here += MOVES[move].now;
  }
  return aligned;
}

/** The first move of the cheapest way from each pair of places to both ends. */
function cheapestMoves({ shown, now, fits }: Alignment): Move[][] {
  const moves: Move[][] = shown.map(() => []);
  moves.push(now.map(() => "added"));
  const costs: number[][] = [...shown.map((): number[] => []), now.map((_, here) => now.length - here)];
  costs[shown.length]?.push(0);
  for (let at = shown.length - 1; at >= 0; at--) {
    for (let here = now.length; here >= 0; here--) {
      const costOf = (move: Move): number =>
        MOVES[move].cost + (costs[at + MOVES[move].shown]?.[here + MOVES[move].now] as number);
      const open = here === now.length ? (["dropped"] as const) : openMoves(shown[at] as string, now[here] as string);
      const move = open.reduce((best: Move, other: Move) => (costOf(other) < costOf(best) ? other : best));
      (moves[at] as Move[])[here] = move;
      (costs[at] as number[])[here] = costOf(move);
    }
  }
  return moves;

  /** Of two that cost the same, the earlier is taken: rather another text in the place of one than a wider gap. */
  function openMoves(one: string, other: string): readonly Move[] {
    if (one === GAP) return ["kept", "passed", "dropped"];
    return fits(one, other) ? ["kept", "added", "dropped"] : ["replaced", "added", "dropped"];
  }
}
