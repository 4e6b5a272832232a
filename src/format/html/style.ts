import { type Colour, PAGE_COLOURS, VERDICT_COLOURS } from "./colours.js";
import STYLE from "./style.css" with { type: "text" };

/** The look of the page: its colours, `style.css`, and the title on every sheet of paper. */
export function styleSheet(title: string): string {
  const sheet = `@page { @top-left { content: "${cssText(title)}"; font: 8pt sans-serif; } }`;
  return [LIGHT, `@media (prefers-color-scheme: dark) { @media screen { ${DARK} } }`, ...VERDICTS, STYLE, sheet].join(
    "\n",
  );
}

const LIGHT = `:root { color-scheme: light dark; ${properties((colour) => colour.light)} }`;
const DARK = `:root { ${properties((colour) => colour.dark)} }`;
const VERDICTS = Object.keys(VERDICT_COLOURS).map((id) => `.verdict-${id} { --verdict: var(--${id}); }`);

function cssText(written: string): string {
  return written.replace(/[^A-Za-z0-9 .,-]/gu, (character) => `\\${character.codePointAt(0)?.toString(16)} `);
}

function properties(of: (colour: Colour) => string): string {
  const colours = Object.entries({ ...PAGE_COLOURS, ...VERDICT_COLOURS });
  return colours.map(([name, colour]) => `--${name}: ${of(colour)};`).join(" ");
}
