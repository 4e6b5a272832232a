import { type Line, rich, type Section } from "../../report/page.js";
import { type Block, NEEDS, type ScreenLine } from "../../report/screen.js";
import type { Sheet } from "../../report/sheet.js";
import { linesOf } from "./measure.js";

/** How a sheet is laid out: the size of its letters in points, and what stands where. */
export interface Layout extends Front {
  readonly size: number;
  readonly backSize: number;
  /** What stands on the front of what belongs on the back, where that would be hard to read there. */
  readonly also: readonly Section[];
  readonly back: readonly Section[];
}

interface Front {
  readonly front: readonly Block[];
  /** What has found no room there, or not in full. */
  readonly left: readonly ScreenLine[];
}

/** A4 without its margins, in points. What is reckoned here stands in `sheet.css`, too. */
const PAPER = { width: 510, height: 765 };
const SIZES = [11, 10.5, 10, 9.5, 9, 8.5];
const BACK_SIZES = [9, 8.5, 8, 7.5, 7, 6.5, 6];
const [READABLE, SMALLEST] = [8, 6];
const LEADING = 1.25;
const [GAP, ITEM_GAP, INDENT, BOLD] = [6, 1.5, 16, 1.08];
/** The lines to sign on, and the small print. */
const [SIGNING, SMALL] = [30, 7.5];

/**
 * The largest letters with which all finds room on the front; else without what goes on from the lines that are needed
 * less, then from any; else the smallest letters, and the lines that are needed most.
 */
export function layoutOf(sheet: Sheet): Layout {
  for (const isShort of SHORTENED) {
    const front = shortened(sheet.front, isShort);
    const sizes = SIZES.filter((one) => heightOf(sheet, front, one) <= PAPER.height);
    if (sizes.length > 0) return mostReadable(sizes, (size) => withBack(sheet, size, front));
  }
  return crowded(sheet);
}

/** The first with a back that can be read, else that with the largest letters there. */
function mostReadable(sizes: readonly number[], layoutWith: (size: number) => Layout): Layout {
  let best: Layout | undefined;
  for (const size of sizes) {
    const layout = layoutWith(size);
    if (best === undefined || layout.backSize > best.backSize) best = layout;
    if (best.backSize >= READABLE) break;
  }
  return best as Layout;
}

const SHORTENED: readonly ((line: ScreenLine) => boolean)[] = [
  () => false,
  ({ need }) => need === "much" || need === "little",
  () => true,
];

function shortened(front: readonly Block[], isShort: (line: ScreenLine) => boolean): Front {
  const isCut = (line: ScreenLine): boolean => isShort(line) && (line.more !== undefined || line.under !== undefined);
  return {
    front: front.map((block) => ({ ...block, lines: block.lines.map((line) => (isCut(line) ? cut(line) : line)) })),
    left: front.flatMap(({ lines }) => lines.filter(isCut)),
  };
}

function cut({ more: _, under: __, ...line }: ScreenLine): ScreenLine {
  return line;
}

/** The lines that are needed most, as far as there is room; of the others each stands on the back. */
function crowded(sheet: Sheet): Layout {
  const size = SIZES.at(-1) as number;
  const all = sheet.front.flatMap(({ lines }) => lines);
  const kept = new Set<ScreenLine>();
  const shown = (): Block[] =>
    sheet.front.map((block) => ({ ...block, lines: block.lines.filter((one) => kept.has(one)).map(cut) }));
  for (const line of NEEDS.flatMap((need) => all.filter((one) => one.need === need))) {
    kept.add(line);
    if (heightOf(sheet, { front: shown(), left: all }, size) > PAPER.height) kept.delete(line);
  }
  const isWhole = (line: ScreenLine): boolean => kept.has(line) && line.more === undefined && line.under === undefined;
  return withBack(sheet, size, { front: shown(), left: all.filter((line) => !isWhole(line)) });
}

/** The first lines of the back stand on the front for as long as the letters of the others would be too small. */
function withBack(sheet: Sheet, size: number, { front, left }: Front): Layout {
  const free = PAPER.height - heightOf(sheet, { front, left }, size);
  const lines = sheet.back.flatMap((section) => section.lines.map((line) => ({ section, line })));
  const layoutWith = (moved: number): Layout => {
    const [also, back] = [sectionsOf(lines.slice(0, moved)), sectionsOf(lines.slice(moved))];
    const backSize = BACK_SIZES.find((one) => backHeight(sheet, back, left, one) <= PAPER.height) ?? SMALLEST;
    return { size, backSize, front: front.filter((block) => block.lines.length > 0), left, also, back };
  };
  let layout = layoutWith(0);
  for (let moved = 1; layout.backSize < READABLE && moved <= lines.length; moved += 1) {
    const next = layoutWith(moved);
    if (sectionsHeight(next.also, size) > free) break;
    layout = next;
  }
  return layout;
}

interface PlacedLine {
  readonly section: Section;
  readonly line: Line;
}

/** Lines under the headings of their sections. */
function sectionsOf(lines: readonly PlacedLine[]): Section[] {
  const sections = new Set(lines.map(({ section }) => section));
  return [...sections].map((section) => ({
    ...section,
    lines: lines.filter((one) => one.section === section).map(({ line }) => line),
  }));
}

/** What a line says, with what goes on from it. */
function lineText({ label, text, more }: ScreenLine): string {
  return [label, text, more].filter((part) => part !== undefined).join(" ");
}

function heightOf(sheet: Sheet, { front, left }: Front, size: number): number {
  const heights = front.filter(({ lines }) => lines.length > 0).map((block) => blockHeight(block, size));
  const small = [...sheet.foot, sheet.more(left)].map((text) => height(text, SMALL, PAPER.width));
  const head = sheet.head === undefined ? 0 : height(sheet.head, SMALL, PAPER.width);
  const title =
    height(sheet.title, 1.4 * size, PAPER.width / BOLD) + height(sheet.verdict.label, size, PAPER.width / BOLD);
  return sum([head, title, 2 * GAP, ...heights, SIGNING, ...small, 2 * GAP]);
}

function blockHeight({ heading, kind, tone, lines }: Block, size: number): number {
  const room = kind === "paragraphs" ? PAPER.width : PAPER.width - INDENT;
  const bold = tone === "urgent" ? BOLD : 1;
  const texts = lines.flatMap((line) => [
    height(lineText(line), size, room / bold) + ITEM_GAP,
    ...(line.under ?? []).map((text) => itemHeight(text, size)),
  ]);
  return sum([GAP, heading === undefined ? 0 : size * LEADING + ITEM_GAP, ...texts]);
}

function backHeight(sheet: Sheet, back: readonly Section[], left: readonly ScreenLine[], size: number): number {
  const title = height(sheet.backTitle, 1.4 * size, PAPER.width / BOLD);
  const over = left.length === 0 ? [] : [GAP + size * LEADING, ...left.map((line) => lineHeight(line, size))];
  return sum([title, ...over, sectionsHeight(back, size)]);
}

function sectionsHeight(sections: readonly Section[], size: number): number {
  return sum(sections.map((section) => sectionHeight(section, size)));
}

function lineHeight(line: ScreenLine, size: number): number {
  return sum([lineText(line), ...(line.under ?? [])].map((text) => itemHeight(text, size)));
}

function sectionHeight({ heading, lines }: Section, size: number): number {
  const texts = lines.map((line) => sum(textsOf(line).map((text) => itemHeight(text, size))));
  return sum([GAP, heading === undefined ? 0 : size * LEADING + ITEM_GAP, ...texts]);
}

function textsOf(line: Line): string[] {
  const { text, under = [] } = rich(line);
  return [text, ...under];
}

function itemHeight(text: string, size: number): number {
  return height(text, size, PAPER.width - 2 * INDENT) + ITEM_GAP;
}

function height(text: string, size: number, width: number): number {
  return linesOf(text, width / size) * size * LEADING;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
