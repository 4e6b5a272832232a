import type { Item, Link } from "./items.js";
import { neighbours } from "./items.js";

/** The items of each row, from left to right. */
export type ItemRows = readonly (readonly Item[])[];

const GAP = { across: 8, down: 16 };
const ROUNDS = 12;

/** How much the middle of the picture, at zero, draws everything to itself, beside neighbours that each draw with one. */
const PULL = 0.1;

/** Between which heights each row lies. */
export function placeDown(rows: ItemRows): { readonly top: number; readonly bottom: number }[] {
  let top = 0;
  return rows.map((row) => {
    const placed = { top, bottom: top + Math.max(...row.map(({ height }) => height)) };
    top = placed.bottom + GAP.down;
    return placed;
  });
}

/** The middle of every item: as near as can be to those it hangs together with, without touching its neighbours. */
export function placeAcross(rows: ItemRows, links: readonly Link[]): ReadonlyMap<string, number> {
  const x = new Map<string, number>();
  const above = neighbours(links, "to", "from");
  const below = neighbours(links, "from", "to");
  const offsets = new Map(rows.map((row) => [row, offsetsOf(row)]));
  const settle = (row: readonly Item[], sides: readonly Neighbours[]): void => {
    const wanted = row.map(({ key }) => middleOf(key, sides, x));
    const places = spread(wanted, offsets.get(row) as number[]);
    for (const [index, { key }] of row.entries()) x.set(key, places[index] as number);
  };
  for (let round = 0; round < ROUNDS; round++) {
    for (const row of rows) settle(row, [above]);
    for (const row of rows.toReversed()) settle(row, [below]);
  }
  for (let round = 0; round < ROUNDS; round++) for (const row of rows) settle(row, [above, below]);
  return x;
}

/** The middle of what an item hangs together with, as far as that has a place. */
function middleOf(key: string, sides: readonly Neighbours[], x: ReadonlyMap<string, number>): number {
  let [sum, count] = [0, 0];
  for (const side of sides) {
    for (const other of side.get(key) ?? []) {
      const at = x.get(other);
      if (at !== undefined) [sum, count] = [sum + at, count + 1];
    }
  }
  return sum / (count + PULL);
}

type Neighbours = ReadonlyMap<string, readonly string[]>;

/**
 * The places nearest to those wanted, in the sense of least squares, that keep the order and the distances of a row:
 * pooling of adjacent violators.
 */
function spread(wanted: readonly number[], offsets: readonly number[]): number[] {
  const blocks: Block[] = [];
  for (const [index, at] of wanted.entries()) {
    let block: Block = { sum: at - (offsets[index] as number), count: 1 };
    for (let before = blocks.at(-1); before !== undefined && level(before) > level(block); before = blocks.at(-1)) {
      block = { sum: before.sum + block.sum, count: before.count + block.count };
      blocks.pop();
    }
    blocks.push(block);
  }
  const levels = blocks.flatMap((block) => Array<number>(block.count).fill(level(block)));
  return levels.map((at, index) => at + (offsets[index] as number));
}

interface Block {
  readonly sum: number;
  readonly count: number;
}

const level = ({ sum, count }: Block): number => sum / count;

/** How far the middle of each item is from that of the first where the row is as close as can be. */
function offsetsOf(row: readonly Item[]): number[] {
  let offset = 0;
  return row.map(({ width }, index) => {
    const before = row[index - 1];
    if (before !== undefined) offset += (before.width + width) / 2 + GAP.across;
    return offset;
  });
}
