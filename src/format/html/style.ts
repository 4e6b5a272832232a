import { type Chapter, fullHeading, holdsText } from "../../report/document.js";
import BASE from "./base.css" with { type: "text" };
import { type Colour, PAGE_COLOURS, VERDICT_COLOURS } from "./colours.js";
import STYLE from "./style.css" with { type: "text" };

/** The look of the page: its colours, `style.css`, and on every sheet of paper the title and the chapter. */
export function styleSheet(title: string, chapters: readonly Chapter[]): string {
  // changes are few: each of their chapters on a sheet of its own would only waste paper
  const footers = chapters.filter(({ tier }) => tier !== "changes").map(footer);
  return [baseStyle(), STYLE, margin("", "top-left", title), ...footers].join("\n");
}

/** What every page begins with, and the colours by name, for light and dark; `.verdict-…` has that of a verdict as `--verdict`. */
export function baseStyle(): string {
  const dark = `@media (prefers-color-scheme: dark) { @media screen { ${DARK} } }`;
  return [LIGHT, dark, ...MARKS, BASE].join("\n");
}

const LIGHT = `:root { color-scheme: light dark; ${properties((colour) => colour.light)} }`;
const DARK = `:root { ${properties((colour) => colour.dark)} }`;
const MARKS = Object.keys(VERDICT_COLOURS).map((id) => `.verdict-${id} { --verdict: var(--${id}); }`);

/** No browser prints the page that a heading is on, so each sheet says in which chapter it belongs. */
function footer(chapter: Chapter, index: number): string {
  const sheet = `chapter-${index + 1}`;
  const held = chapter.entries.length === 0 ? "" : ` (${holdsText(chapter)})`;
  const told = margin(sheet, "bottom-left", `${fullHeading(chapter)}${held}`);
  return `${told} [id="${cssText(chapter.anchor)}"] { page: ${sheet}; }`;
}

/** A text in the margin of the sheets with a name; without one, of all. */
function margin(sheet: string, place: string, written: string): string {
  return `@page ${sheet} { @${place} { content: "${cssText(written)}"; } }`;
}

function cssText(written: string): string {
  return written.replace(/[^A-Za-z0-9 .,-]/gu, (character) => `\\${character.codePointAt(0)?.toString(16)} `);
}

function properties(of: (colour: Colour) => string): string {
  const colours = Object.entries({ ...PAGE_COLOURS, ...VERDICT_COLOURS });
  return colours.map(([name, colour]) => `--${name}: ${of(colour)};`).join(" ");
}
