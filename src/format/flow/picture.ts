import { type Colour, PAGE_COLOURS, VERDICT_COLOURS } from "../html/colours.js";
import { type Attributes, element, join, type Markup, text } from "../xml.js";
import { PADDING, SIZE } from "./items.js";
import type { Layout, Placed } from "./layout.js";
import { lineHeight, type SetText } from "./text.js";

/**
 * A flow as a picture that goes by a name. Its colours are for programs that drop style sheets, before which any style
 * goes. The blanks in it are for whoever copies or searches its words.
 */
export function flowPicture(layout: Layout, id: string, name: string): Markup {
  const { width, height, placed } = layout;
  return element(
    "svg",
    {
      id,
      role: "img",
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      "font-family": "Arial, Helvetica, sans-serif",
      "aria-label": name,
    },
    join([...arrows(layout), ...placed.map(drawn)], " "),
  );
}

const { paper, panel, ink, quiet } = PAGE_COLOURS;

function drawn({ shows, x, y, width, height }: Placed): Markup {
  const left = x - width / 2;
  switch (shows.kind) {
    case "question":
      return box("question", { left, y, width, height, radius: 10, fill: panel, stroke: quiet }, [
        lines(shows.text, { size: SIZE.box, x, y: y + PADDING, anchor: "middle", fill: ink }),
      ]);
    case "end": {
      const start = { size: SIZE.box, x: left + 2 * PADDING, anchor: "start" } as const;
      const { label, text: headline, end } = shows;
      const colour = (end.verdict && VERDICT_COLOURS[end.verdict.id]) ?? quiet;
      const verdict = end.verdict === undefined ? "on" : `verdict-${end.verdict.id}`;
      const bar = { class: "bar", x: round(left), y: round(y), width: 4, height: round(height), fill: colour.light };
      return box(`end ${verdict}`, { left, y, width, height, radius: 0, fill: paper, stroke: colour }, [
        element("rect", bar),
        lines(label, { ...start, y: y + PADDING, fill: colour }, { class: "label", "font-weight": 700 }),
        lines(headline, { ...start, y: y + PADDING + label.height, fill: ink }),
      ]);
    }
    case "answer":
      return element(
        "g",
        { class: "answer" },
        lines(shows.text, { size: SIZE.answer, x, y: y + 2, anchor: "middle", fill: ink }),
      );
    case "bend":
      return join([]);
  }
}

interface Frame {
  readonly left: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly radius: number;
  readonly fill: Colour;
  readonly stroke: Colour;
}

function box(
  kind: string,
  { left, y, width, height, radius, fill, stroke }: Frame,
  content: readonly Markup[],
): Markup {
  const place = { x: round(left), y: round(y), width: round(width), height: round(height), rx: radius };
  const frame = element("rect", { class: "box", ...place, fill: fill.light, stroke: stroke.light });
  return element("g", { class: kind }, frame, join(content, " "));
}

interface Setting {
  readonly size: number;
  readonly x: number;
  readonly y: number;
  readonly anchor: "start" | "middle";
  readonly fill: Colour;
}

function lines(set: SetText, { size, x, y, anchor, fill }: Setting, attributes: Attributes = {}): Markup {
  const step = lineHeight(size);
  const spans = set.lines.map((line, index) =>
    element("tspan", { x: round(x), y: round(y + step * index + size) }, text(line)),
  );
  if (spans.length === 0) return join([]);
  const look = { "font-size": size, "text-anchor": anchor, fill: fill.light, ...attributes };
  return element("text", look, join(spans, " "));
}

/** Lines from each item to those it leads to, with a head where they arrive at a box. */
function arrows({ placed, links }: Layout): Markup[] {
  const at = new Map(placed.map((one) => [one.key, one]));
  return links.map(({ from, to }) => {
    const siblings = links.filter((link) => link.from === from).map((link) => at.get(link.to) as Placed);
    const [start, goal] = [at.get(from) as Placed, at.get(to) as Placed];
    const x = start.x + portOf(siblings, goal, start.width);
    return arrow({ x, y: start.y + start.height, below: start.below }, goal);
  });
}

/** Where on the lower edge of a box the way to one of its answers begins. */
function portOf(siblings: readonly Placed[], goal: Placed, width: number): number {
  const order = siblings.toSorted((a, b) => a.x - b.x).indexOf(goal);
  const step = Math.min(24, (width - 24) / siblings.length);
  return (order - (siblings.length - 1) / 2) * step;
}

/** Bends only between the rows, where nothing stands. */
function arrow(start: { readonly x: number; readonly y: number; readonly below: number }, goal: Placed): Markup {
  const { shows, x, y, below } = goal;
  const arrives = shows.kind === "question" || shows.kind === "end";
  const end = arrives ? y - HEAD : y;
  const middle = (start.below + end) / 2;
  const curve = [start.x, middle, x, middle, x, end].map(round).join(" ");
  const line = `M${round(start.x)} ${round(start.y)}V${round(start.below)}C${curve}`;
  const head = `M${round(x - 4)} ${round(end)}h8l-4 ${HEAD}z`;
  const through = shows.kind === "bend" ? `V${round(below)}` : "";
  return join([
    element("path", { class: "line", d: `${line}${through}`, fill: "none", stroke: quiet.light }),
    ...(arrives ? [element("path", { class: "head", d: head, fill: quiet.light })] : []),
  ]);
}

const HEAD = 6;

const round = (number: number): number => Math.round(number * 10) / 10;
