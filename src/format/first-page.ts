import type { Paint } from "../report/paint.js";
import { type Block, type FirstPage, NEEDS, type ScreenLine } from "../report/screen.js";
import { printable } from "../source/printable.js";
import { wrap } from "./wrap.js";

/** What a terminal of 24 lines shows beside the line on which somebody types. */
const SCREEN = 23;
/** No first page has more lines, whatever there is to say. */
const MOST = 40;

/** A first page for a terminal of `width` columns: what is needed most, and a line about what has not found room. */
export function formatFirstPage(page: FirstPage, width: number, paint: Paint): string {
  const drawn = page.blocks.map((block) => block.lines.map((line, index) => drawLine(line, block, index, width)));
  const all = drawn.flat();
  const told = (left: readonly Drawn[]): string => wrapped(page.more(left.map(({ line }) => line)), width);
  const title = wrapped(page.title, width);
  const last = wrapped(page.last, width);
  const fixed = [title, told(all), last, ...page.blocks.flatMap(({ heading }) => heading ?? [])].map(height);
  const shown = fitting(all, sum(fixed), page.blocks.length + 1);
  const blocks = page.blocks.flatMap((block, index) => {
    const kept = (drawn[index] ?? []).filter((one) => shown.has(one));
    return kept.length === 0 ? [] : [blockText(block, kept, paint)];
  });
  const end = `${paint.quiet(told(all.filter((one) => !shown.has(one))))}\n${paint.title(last)}`;
  return `${joined([paint.title(title), ...blocks, end])}\n`;
}

interface Drawn {
  readonly line: ScreenLine;
  readonly text: string;
}

function drawLine(line: ScreenLine, { kind }: Block, index: number, width: number): Drawn {
  const mark = kind === "numbered" ? `${index + 1}. `.padStart(5) : "";
  const text = line.label === undefined ? line.text : `${line.label} ${line.text}`;
  return { line, text: wrap(printable(text), width, mark) };
}

/**
 * The lines that find room beside so many that have theirs: those that are needed most come first, and those that are
 * needed little come after the gaps between the parts.
 */
function fitting(all: readonly Drawn[], fixed: number, gaps: number): ReadonlySet<Drawn> {
  const shown = new Set<Drawn>();
  let used = fixed;
  for (const one of NEEDS.flatMap((need) => all.filter(({ line }) => line.need === need))) {
    const room = one.line.need === "little" ? SCREEN - gaps : MOST;
    if (used + height(one.text) > room) continue;
    used += height(one.text);
    shown.add(one);
  }
  return shown;
}

function blockText({ heading, tone }: Block, kept: readonly Drawn[], paint: Paint): string {
  const toned = tone === "urgent" ? paint.urgent : (text: string): string => text;
  const texts = kept.map(({ line: { label = "" }, text }) => {
    // colours do not wrap
    return text.startsWith(label) ? `${paint.heading(label)}${toned(text.slice(label.length))}` : toned(text);
  });
  return [...(heading === undefined ? [] : [paint.heading(heading)]), ...texts].join("\n");
}

/** Parts with empty lines between them, as far as there is room: behind the title first, then before the end. */
function joined(parts: readonly string[]): string {
  const lines = sum(parts.map(height));
  const free = (lines > SCREEN ? MOST : SCREEN) - lines;
  const places = parts.map((_, index) => index).slice(1);
  const wide = [...places.slice(0, 1), ...places.slice(1).toReversed()].slice(0, free);
  return parts.map((part, index) => (wide.includes(index) ? `\n${part}` : part)).join("\n");
}

function wrapped(text: string, width: number): string {
  return wrap(printable(text), width, "");
}

function height(text: string): number {
  return text.split("\n").length;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
