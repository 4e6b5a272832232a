import { type Colour, PAGE_COLOURS, VERDICT_COLOURS } from "./colours.js";

/** The look of the page: quiet, of high contrast, and the same words in light, in dark and on paper. */
export function styleSheet(title: string): string {
  return `${LIGHT}\n@media (prefers-color-scheme: dark) { @media screen { ${DARK} } }\n${PAGE}\n${ENTRY}\n${PICTURE}\n${WIDE}\n${printed(title)}`;
}

const LIGHT = `:root { color-scheme: light dark; ${properties((colour) => colour.light)} }`;
const DARK = `:root { ${properties((colour) => colour.dark)} }`;

const PAGE = `* { box-sizing: border-box; }
html { scroll-padding-top: 4rem; }
body { margin: 0 auto; padding: 1.5rem; max-width: 52rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", sans-serif; overflow-wrap: break-word; }
h1 { font-size: 1.7rem; line-height: 1.2; margin: 0 0 1rem; }
h2 { font-size: 1.35rem; line-height: 1.25; margin: 3rem 0 1rem; padding-top: 1rem; border-top: 3px solid var(--ink); }
h3 { font-size: 1.05rem; line-height: 1.35; margin: 0 0 .3rem; }
a { color: var(--link); }
a:focus-visible, input:focus-visible, .scroll:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
p, ul, ol, dl, dd { margin: 0; }
ul, ol { padding-left: 1.2rem; }
nav ul { list-style: none; padding: 0; }
nav li { padding: .15rem 0; }
nav li ul { padding-left: 1rem; }
form { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; gap: .5rem; align-items: baseline; padding: .6rem 0;
  background: var(--paper); border-bottom: 1px solid var(--rule); }
form[hidden] { display: none; }
input { font: inherit; color: inherit; background: var(--panel); border: 1px solid var(--quiet); padding: .2rem .5rem; flex: 1 1 12rem; min-width: 0; }
header { margin-bottom: 1.5rem; }`;

const ENTRY = `.entry { margin: 0; padding: 1.1rem 0; border-top: 1px solid var(--rule); }
.entry:target { background: var(--panel); outline: .5rem solid var(--panel); }
.marks { display: flex; flex-wrap: wrap; gap: .2rem .7rem; align-items: baseline; margin-bottom: .6rem; }
code { font: .85em/1.4 ui-monospace, "Cascadia Mono", Menlo, Consolas, "Liberation Mono", monospace; overflow-wrap: anywhere; }
.verdict { font-weight: 700; font-size: .85em; padding: 0 .5em; border: 1.5px solid; border-radius: 3px; color: var(--verdict); white-space: nowrap; }
.warning, .caution { color: var(--alarm); }
.note { color: var(--quiet); font-size: .88em; overflow-wrap: anywhere; }
.caution { font-size: .88em; }
dl > div { display: grid; grid-template-columns: 8.5rem minmax(0, 1fr); gap: 0 1rem; padding: .12rem 0; }
dt { color: var(--quiet); }
dd > ul { list-style: none; padding: 0; }
dd > ul > li { padding-left: 1em; text-indent: -1em; }
dd > ul > li + li, dd > ol > li + li { margin-top: .15rem; }
.blanks { margin: 2rem 0; }
.blanks > div { padding-top: 1.2rem; align-items: end; }
.blanks hr { border: 0; border-bottom: 1px solid var(--ink); margin: 0; }
@media (max-width: 38rem), (max-height: 30rem) { form { position: static; } }
@media (max-width: 38rem) { dl > div { grid-template-columns: minmax(0, 1fr); padding: .3rem 0; } body { padding: 1rem; } }`;

const PICTURE = `${Object.keys(VERDICT_COLOURS)
  .map((id) => `.verdict-${id} { --verdict: var(--${id}); }`)
  .join("\n")}
figure { margin: 1rem 0 1.5rem; }
.scroll { overflow-x: auto; }
figcaption { color: var(--quiet); font-size: .88em; margin-top: .5rem; }
.filtered figure { display: none; }
svg { display: block; margin: 0 auto; font-family: Arial, Helvetica, "Liberation Sans", sans-serif; }
svg text { fill: var(--ink); }
svg .box { fill: var(--paper); stroke: var(--quiet); stroke-width: 1; }
svg .question .box { fill: var(--panel); }
svg .end .box { stroke: var(--verdict, var(--quiet)); }
svg .bar { fill: var(--verdict, var(--quiet)); }
svg .label { fill: var(--verdict, var(--ink)); font-weight: 700; }
svg .line { fill: none; stroke: var(--quiet); stroke-width: 1; }
svg .head { fill: var(--quiet); }`;

const WIDE = `@media screen and (min-width: 74rem) {
  body { max-width: 72rem; display: grid; grid-template-columns: 16rem minmax(0, 50rem); gap: 0 3rem; align-items: start; }
  header { grid-column: 1 / -1; }
  nav { position: sticky; top: 1rem; max-height: calc(100vh - 2rem); overflow-y: auto; font-size: .92rem; }
}`;

/** For A4. What a filter hides is printed all the same: nobody signs for a part and takes it for the whole. */
function printed(title: string): string {
  return `@page { size: A4; margin: 18mm 15mm 16mm;
  @top-left { content: "${cssText(title)}"; font: 8pt sans-serif; }
  @bottom-right { content: "Page " counter(page) " of " counter(pages); font: 8pt sans-serif; }
}
@media print {
  body { max-width: none; padding: 0; font: 8.5pt/1.35 Arial, Helvetica, "Liberation Sans", sans-serif; }
  form { display: none; }
  .entry[hidden], .chapter[hidden], .filtered figure { display: block; }
  a { color: inherit; text-decoration: none; }
  .chapter:has(figure) { break-before: page; }
  .chapter { margin: 0; }
  h2 { margin-top: 1rem; }
  h2, h3, .marks, .chapter > dl { break-after: avoid; }
  h2, .entry, figure, .blanks, #sign-off, dl > div { break-inside: avoid; }
  .entry { padding: 7pt 0; }
  .scroll { overflow: visible; }
  svg { max-width: 100%; max-height: 200mm; height: auto; }
  dl > div { grid-template-columns: 25mm minmax(0, 1fr); padding: 0; }
}`;
}

function cssText(written: string): string {
  return written.replace(/[^A-Za-z0-9 .,-]/gu, (character) => `\\${character.codePointAt(0)?.toString(16)} `);
}

function properties(of: (colour: Colour) => string): string {
  const colours = Object.entries({ ...PAGE_COLOURS, ...VERDICT_COLOURS });
  return colours.map(([name, colour]) => `--${name}: ${of(colour)};`).join(" ");
}
