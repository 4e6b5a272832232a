import type { Flow } from "../../report/document.js";
import { type Diagram, diagramOf, type Item, type Link } from "./items.js";
import { orderRows, type Rows } from "./order.js";
import { placeAcross, placeDown } from "./place.js";

/** A picture with every item in its place. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly placed: readonly Placed[];
  readonly links: readonly Link[];
}

/** `x` is the middle of the item, `y` its upper edge; everything in its row ends above `below`. */
export interface Placed extends Item {
  readonly x: number;
  readonly y: number;
  readonly below: number;
}

/** What fits on an A4 sheet under a heading, in CSS pixels; the style sheet has the same height. */
const SHEET = { width: 680, height: 755 };
const BOX_WIDTHS = [168, 150, 136, 124, 112, 104] as const;
const ANSWER_WIDTHS = [130, 105, 85, 70] as const;
const MARGIN = 4;

/** Of several widths of boxes and answers those with which the picture is legible on a sheet; the widest that are. */
export function layOut(flow: Flow): Layout {
  const order = orderRows(diagramOf(flow, { box: BOX_WIDTHS[0], answer: ANSWER_WIDTHS[0] }));
  let best: Layout | undefined;
  for (const box of BOX_WIDTHS) {
    for (const answer of ANSWER_WIDTHS) {
      const layout = place(diagramOf(flow, { box, answer }), order);
      if (best === undefined || scaleOf(layout) > scaleOf(best)) best = layout;
      if (scaleOf(best) === 1) return best;
    }
  }
  return best as Layout;
}

/** Whether it can be read on a sheet: smaller than this its least letters are no longer five and a half points high. */
export function isLegible(layout: Layout): boolean {
  return scaleOf(layout) >= 0.75;
}

/** By how much a picture has to be made smaller to fit on a sheet. */
function scaleOf({ width, height }: Layout): number {
  return Math.min(1, SHEET.width / width, SHEET.height / height);
}

function place({ items, links }: Diagram, order: Rows): Layout {
  const byKey = new Map(items.map((item) => [item.key, item]));
  const rows = order.map((row) => row.map((key) => byKey.get(key) as Item));
  const across = placeAcross(rows, links);
  const down = placeDown(rows);
  const left = Math.min(...items.map(({ key, width }) => (across.get(key) as number) - width / 2));
  const placed = items.map((item) => ({
    ...item,
    x: (across.get(item.key) as number) - left + MARGIN,
    y: (down[item.row]?.top as number) + MARGIN,
    below: (down[item.row]?.bottom as number) + MARGIN,
  }));
  return {
    width: Math.ceil(Math.max(...placed.map(({ x, width }) => x + width / 2)) + MARGIN),
    height: Math.ceil(Math.max(...placed.map(({ y, height }) => y + height)) + MARGIN),
    placed,
    links,
  };
}
