import { mapValues } from "../../table/map-values.js";
import { VERDICTS, type Verdict } from "../../table/verdict.js";
import STYLE from "./style.css" with { type: "text" };

/** The look of the page: its colours, `style.css`, and the title on every sheet of paper. */
export function styleSheet(title: string): string {
  const sheet = `@page { @top-left { content: "${cssText(title)}"; font: 8pt sans-serif; } }`;
  return [colours(), STYLE, sheet].join("\n");
}

/** The colours of every page, for light and dark, by name; `.verdict-…` has that of a verdict as `--verdict`. */
export function colours(): string {
  const dark = `@media (prefers-color-scheme: dark) { @media screen { ${DARK} } }`;
  return [LIGHT, dark, ...MARKS].join("\n");
}

interface Colour {
  readonly light: string;
  readonly dark: string;
}

export const PAGE_COLOURS = {
  paper: { light: "#ffffff", dark: "#16181b" },
  panel: { light: "#f5f5f3", dark: "#1f2226" },
  ink: { light: "#1b1b1b", dark: "#ececec" },
  quiet: { light: "#515151", dark: "#b3b3b3" },
  rule: { light: "#c9c9c9", dark: "#4a4d52" },
  link: { light: "#174ea6", dark: "#9cc3ff" },
  alarm: { light: "#9b1c1c", dark: "#ff9d94" },
} as const satisfies Record<string, Colour>;

/** Of the verdicts that have one of their own. It only repeats what the verdict's label says. */
const OWN_COLOURS: Readonly<Partial<Record<Verdict, Colour>>> = {
  "appears-lawful": { light: "#0b5d34", dark: "#7fd6a4" },
  "statutory-duty": { light: "#00596b", dark: "#74d3e6" },
  "likely-unlawful": { light: "#a3161b", dark: "#ff9d94" },
  refer: { light: "#744600", dark: "#f0bd6c" },
  "may-disclose": { light: "#1d4f91", dark: "#9cc3ff" },
  "consent-first": { light: "#6a2c91", dark: "#d9abf5" },
  "not-an-order-yet": { light: "#4a5200", dark: "#cfd873" },
};

const GREY: Colour = { light: "#4a4a4a", dark: "#c4c4c4" };

export const VERDICT_COLOURS = mapValues(VERDICTS, (_, id) => OWN_COLOURS[id as Verdict] ?? GREY);

const LIGHT = `:root { color-scheme: light dark; ${properties((colour) => colour.light)} }`;
const DARK = `:root { ${properties((colour) => colour.dark)} }`;
const MARKS = Object.keys(VERDICT_COLOURS).map((id) => `.verdict-${id} { --verdict: var(--${id}); }`);

function cssText(written: string): string {
  return written.replace(/[^A-Za-z0-9 .,-]/gu, (character) => `\\${character.codePointAt(0)?.toString(16)} `);
}

function properties(of: (colour: Colour) => string): string {
  const colours = Object.entries({ ...PAGE_COLOURS, ...VERDICT_COLOURS });
  return colours.map(([name, colour]) => `--${name}: ${of(colour)};`).join(" ");
}
