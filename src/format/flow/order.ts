import type { Diagram, Item, Link } from "./items.js";
import { neighbours } from "./items.js";

/** The keys of the items of each row, from left to right. */
export type Rows = readonly Row[];
type Row = readonly string[];

/**
 * An order of each row in which few arrows cross: every item is moved towards the middle of those it hangs together
 * with, downwards and upwards in turn, and the best order seen is kept (Sugiyama, Tagawa and Toda 1981).
 */
export function orderRows({ items, links }: Diagram): Rows {
  const gaps = gapsOf(items, links);
  let rows = asVisited(items, links);
  let best = { rows, crossings: allCrossings(rows, gaps) };
  for (let sweep = 0; sweep < SWEEPS && best.crossings > 0; sweep++) {
    rows = exchanged(sorted(rows, gaps, sweep % 2 === 0), gaps);
    const crossings = allCrossings(rows, gaps);
    if (crossings < best.crossings) best = { rows, crossings };
  }
  return best.rows;
}

const SWEEPS = 24;

/** The links from each row to the next. */
type Gaps = readonly (readonly Link[])[];

function gapsOf(items: readonly Item[], links: readonly Link[]): Gaps {
  const rowOf = new Map(items.map(({ key, row }) => [key, row]));
  const last = Math.max(...rowOf.values());
  return Array.from({ length: last }, (_, row) => links.filter(({ from }) => rowOf.get(from) === row));
}

/** Depth first, so that what hangs together begins together. */
function asVisited(items: readonly Item[], links: readonly Link[]): Rows {
  const rowOf = new Map(items.map(({ key, row }) => [key, row]));
  const rows: string[][] = Array.from({ length: Math.max(...rowOf.values()) + 1 }, () => []);
  const seen = new Set<string>();
  const visit = (key: string): void => {
    if (seen.has(key)) return;
    seen.add(key);
    rows[rowOf.get(key) as number]?.push(key);
    for (const { from, to } of links) if (from === key) visit(to);
  };
  for (const { key } of items) visit(key);
  return rows;
}

function sorted(rows: Rows, gaps: Gaps, downwards: boolean): Rows {
  const result = rows.map((row) => [...row]);
  const order = [...result.keys()].slice(1);
  for (const row of downwards ? order : order.map((one) => one - 1).reverse()) {
    const place = placesIn(result[downwards ? row - 1 : row + 1] ?? []);
    const own = placesIn(result[row] ?? []);
    const links = gaps[downwards ? row - 1 : row] ?? [];
    const middle = (key: string): number =>
      mean(links.flatMap(({ from, to }) => (key === from ? [place.get(to)] : key === to ? [place.get(from)] : []))) ??
      (own.get(key) as number);
    result[row]?.sort((a, b) => middle(a) - middle(b));
  }
  return result;
}

/** The rows with neighbours exchanged wherever that leaves fewer crossings. */
function exchanged(rows: Rows, gaps: Gaps): Rows {
  const result = [...rows];
  for (const [at, row] of rows.entries()) {
    const sides = [
      placesLinked(gaps[at - 1] ?? [], "to", "from", result[at - 1] ?? []),
      placesLinked(gaps[at] ?? [], "from", "to", result[at + 1] ?? []),
    ];
    const crossed = (left: string, right: string): number =>
      sides.reduce((sum, side) => sum + pairsCrossed(side.get(left) ?? [], side.get(right) ?? []), 0);
    const order = [...row];
    for (let index = 0; index + 1 < order.length; index++) {
      const [left, right] = [order[index] as string, order[index + 1] as string];
      if (crossed(right, left) < crossed(left, right)) order.splice(index, 2, right, left);
    }
    result[at] = order;
  }
  return result;
}

/** For each item the places in another row that it is linked with. */
function placesLinked(links: readonly Link[], own: keyof Link, other: keyof Link, row: Row): Map<string, number[]> {
  const place = placesIn(row);
  const linked = [...neighbours(links, own, other)];
  return new Map(linked.map(([key, others]) => [key, others.map((one) => place.get(one) as number)]));
}

function pairsCrossed(left: readonly number[], right: readonly number[]): number {
  return left.reduce((sum, one) => sum + right.filter((other) => one > other).length, 0);
}

function allCrossings(rows: Rows, gaps: Gaps): number {
  return gaps.reduce((sum, links, row) => sum + crossings(rows[row] ?? [], rows[row + 1] ?? [], links), 0);
}

/** How many pairs of links between two rows cross. */
function crossings(upper: Row, lower: Row, links: readonly Link[]): number {
  const [above, below] = [placesIn(upper), placesIn(lower)];
  const ends = links.map(({ from, to }) => [above.get(from) as number, below.get(to) as number] as const);
  return ends.reduce(
    (sum, [from, to], index) =>
      sum + ends.slice(index + 1).filter((other) => (from - other[0]) * (to - other[1]) < 0).length,
    0,
  );
}

function placesIn(row: Row): ReadonlyMap<string, number> {
  return new Map(row.map((key, index) => [key, index]));
}

function mean(places: readonly (number | undefined)[]): number | undefined {
  const known = places.filter((place) => place !== undefined);
  return known.length === 0 ? undefined : known.reduce((sum, place) => sum + place, 0) / known.length;
}
