import type { Flow } from "../../report/table/document.js";
import { flowLines } from "../../report/table/flow-words.js";
import { element, join, type Markup, text } from "../xml.js";
import { PADDING, SIZE } from "./items.js";
import { type Layout, layOut, type Placed } from "./layout.js";
import { lineHeight, type SetText } from "./text.js";

/** A flow as a picture, and in words for those who do not see it. */
export function flowPicture(flow: Flow, anchor: string, heading: string): Markup {
  const layout = layOut(flow);
  const { width, height, placed } = layout;
  return element(
    "svg",
    {
      role: "img",
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      "aria-labelledby": `${anchor}-title`,
      "aria-describedby": `${anchor}-words`,
    },
    element("title", { id: `${anchor}-title` }, text(`Decision flow: ${heading}`)),
    element("desc", { id: `${anchor}-words` }, text(inWords(flow))),
    ...arrows(layout),
    ...placed.map(drawn),
  );
}

function inWords(flow: Flow): string {
  return flowLines(flow)
    .map((line, index) => `Question ${index + 1}: ${line.text} ${line.answers.join("; ")}.`)
    .join(" ");
}

function drawn({ item, x, y }: Placed): Markup {
  const { shows, width, height } = item;
  const left = x - width / 2;
  switch (shows.kind) {
    case "question":
      return box("question", { left, y, width, height, radius: 10 }, [
        lines(shows.text, SIZE.box, x, y + PADDING, "middle"),
      ]);
    case "end": {
      const start = left + 2 * PADDING;
      const { label, text: headline, end } = shows;
      const verdict = end.verdict === undefined ? "on" : `verdict-${end.verdict.id}`;
      return box(`end ${verdict}`, { left, y, width, height, radius: 0 }, [
        element("rect", { class: "bar", x: round(left), y: round(y), width: 4, height: round(height) }),
        lines(label, SIZE.box, start, y + PADDING, "start", "label"),
        lines(headline, SIZE.box, start, y + PADDING + label.height, "start"),
      ]);
    }
    case "answer":
      return element("g", { class: "answer" }, lines(shows.text, SIZE.answer, x, y + 2, "middle"));
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
}

function box(kind: string, { left, y, width, height, radius }: Frame, content: readonly Markup[]): Markup {
  const frame = { class: "box", x: round(left), y: round(y), width: round(width), height: round(height), rx: radius };
  return element("g", { class: kind }, element("rect", frame), ...content);
}

function lines(set: SetText, size: number, x: number, y: number, anchor: "start" | "middle", kind?: string): Markup {
  const step = lineHeight(size);
  const spans = set.lines.map((line, index) =>
    element("tspan", { x: round(x), y: round(y + step * index + size) }, text(line)),
  );
  return spans.length === 0
    ? join([])
    : element("text", { class: kind, "font-size": size, "text-anchor": anchor }, ...spans);
}

/** Lines from each item to those it leads to, with a head where they arrive at a box. */
function arrows({ placed, links }: Layout): Markup[] {
  const at = new Map(placed.map((one) => [one.item.key, one]));
  return links.map(({ from, to }) => {
    const siblings = links.filter((link) => link.from === from).map((link) => at.get(link.to) as Placed);
    const [start, goal] = [at.get(from) as Placed, at.get(to) as Placed];
    const x = start.x + portOf(siblings, goal, start.item.width);
    return arrow({ x, y: start.y + start.item.height, below: start.below }, goal);
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
  const { item, x, y, below } = goal;
  const arrives = item.shows.kind === "question" || item.shows.kind === "end";
  const end = arrives ? y - HEAD : y;
  const middle = (start.below + end) / 2;
  const curve = [start.x, middle, x, middle, x, end].map(round).join(" ");
  const line = `M${round(start.x)} ${round(start.y)}V${round(start.below)}C${curve}`;
  const head = `M${round(x - 4)} ${round(end)}h8l-4 ${HEAD}z`;
  const through = item.shows.kind === "bend" ? `V${round(below)}` : "";
  return join([
    element("path", { class: "line", d: `${line}${through}` }),
    ...(arrives ? [element("path", { class: "head", d: head })] : []),
  ]);
}

const HEAD = 6;

const round = (number: number): number => Math.round(number * 10) / 10;
