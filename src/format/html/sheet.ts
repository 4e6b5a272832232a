import type { Block, ScreenLine } from "../../report/screen.js";
import type { Sheet } from "../../report/sheet.js";
import { element, empty, join, type Markup, text } from "../xml.js";
import { VERDICT_COLOURS } from "./colours.js";
import { htmlDocument } from "./document.js";
import { sectionMarkup, sectionOf } from "./reading.js";
import STYLE from "./sheet.css" with { type: "text" };
import { type Layout, layoutOf } from "./sheet-layout.js";

/** A result on the two sides of a sheet of A4; on a screen, one below the other. */
export function formatSheet(sheet: Sheet): string {
  const layout = layoutOf(sheet);
  const body = [element("main", {}, frontMarkup(sheet, layout), backMarkup(sheet, layout))];
  return htmlDocument({ title: sheet.title, style: styleOf(sheet, layout), body });
}

function styleOf({ verdict }: Sheet, { size, backSize }: Layout): string {
  const sizes = `@media print { .front { font-size: ${size}pt; } .back { font-size: ${backSize}pt; } }`;
  return `:root { --verdict: ${VERDICT_COLOURS[verdict.id]?.light ?? "#111"}; }\n${STYLE}\n${sizes}`;
}

function frontMarkup(sheet: Sheet, { front, left, also }: Layout): Markup {
  const { head, title, verdict, blanks, foot } = sheet;
  return element(
    "div",
    { class: "front" },
    ...(head === undefined ? [] : [element("p", { class: "head" }, text(head))]),
    element("h1", {}, text(title)),
    element("p", { class: "verdict" }, text(verdict.label)),
    ...front.map(blockMarkup),
    ...also.map((section) => sectionMarkup(section, 2)),
    element("footer", {}, signing(blanks), ...[...foot, sheet.more(left)].map((line) => element("p", {}, text(line)))),
  );
}

function signing(blanks: readonly string[]): Markup {
  const fields = blanks.map((blank) =>
    element("div", {}, element("dt", {}, text(blank)), element("dd", {}, empty("hr", {}))),
  );
  return element("dl", {}, ...fields);
}

function blockMarkup(block: Block): Markup {
  return sectionOf(block, 2, block.lines.map(lineMarkup));
}

function lineMarkup({ label, text: words, more, under = [] }: ScreenLine): Markup {
  const told = join(
    [
      ...(label === undefined ? [] : [element("strong", {}, text(label))]),
      text(words),
      ...(more === undefined ? [] : [element("span", { class: "more" }, text(more))]),
    ],
    " ",
  );
  if (under.length === 0) return told;
  return join([told, element("ul", {}, ...under.map((one) => element("li", {}, text(one))))]);
}

function backMarkup({ backTitle, leftHeading }: Sheet, { left, back }: Layout): Markup {
  const over = { heading: leftHeading, kind: "bulleted", lines: left } as const;
  return element(
    "div",
    { class: "back" },
    element("h2", {}, text(backTitle)),
    ...(left.length === 0 ? [] : [blockMarkup(over)]),
    ...back.map((section) => sectionMarkup(section, 3)),
  );
}
