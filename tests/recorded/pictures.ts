/** The colours of the page that `rules table` prints, by what a terminal calls them. */
const COLOURS = {
  paper: ["#ffffff", "#16181b"],
  ink: ["#1b1b1b", "#ececec"],
  quiet: ["#515151", "#b3b3b3"],
  red: ["#9b1c1c", "#ff9d94"],
  yellow: ["#744600", "#f0bd6c"],
  cyan: ["#00596b", "#74d3e6"],
} as const;
const [CELL, ROW, FONT, MARGIN, COLUMNS] = [7.8, 18, 13, 16, 80];

/** What a terminal of 80 columns shows, as a picture in light and dark; its colours are told by escape sequences. */
export function terminalPicture(title: string, screen: string): string {
  const rows = screen.trimEnd().split("\n");
  const [width, height] = [COLUMNS * CELL + 2 * MARGIN, rows.length * ROW + 2 * MARGIN];
  return `<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">
<title>${escaped(title)}</title>
<style>
:root { ${properties(0)} }
@media (prefers-color-scheme: dark) { :root { ${properties(1)} } }
rect { fill: var(--paper); stroke: var(--quiet); }
text { fill: var(--ink); white-space: pre; font: ${FONT}px ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", "Liberation Mono", monospace; }
.bold { font-weight: 700; }
.dim { fill: var(--quiet); }
${["red", "yellow", "cyan"].map((name) => `.${name} { fill: var(--${name}); }`).join("\n")}
</style>
<rect x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="6"/>
${rows.map(rowMarkup).join("")}</svg>
`;
}

function properties(scheme: 0 | 1): string {
  return Object.entries(COLOURS)
    .map(([name, colours]) => `--${name}: ${colours[scheme]};`)
    .join(" ");
}

/** As wide as in a terminal, whatever the letters are. */
function rowMarkup(row: string, index: number): string {
  const spans = spansOf(row);
  const length = spans.reduce((sum, { text }) => sum + text.length, 0);
  if (length === 0) return "";
  const y = MARGIN + index * ROW + FONT;
  const content = spans.map(({ text, looks }) => {
    return looks.length === 0 ? escaped(text) : `<tspan class="${looks.join(" ")}">${escaped(text)}</tspan>`;
  });
  return `<text x="${MARGIN}" y="${y}" textLength="${Math.round(length * CELL * 10) / 10}">${content.join("")}</text>\n`;
}

interface Span {
  readonly text: string;
  readonly looks: readonly string[];
}

const LOOKS: Readonly<Record<string, string>> = { 1: "bold", 2: "dim", 31: "red", 33: "yellow", 36: "cyan" };
const ENDS: Readonly<Record<string, readonly string[]>> = { 22: ["bold", "dim"], 39: ["red", "yellow", "cyan"] };

function spansOf(row: string): Span[] {
  let looks: readonly string[] = [];
  return row.split(/(\u001b\[\d+m)/).flatMap((part) => {
    const [, code] = /^\u001b\[(\d+)m$/.exec(part) ?? [];
    if (code === undefined) return part === "" ? [] : [{ text: part, looks }];
    const [begun, ended] = [LOOKS[code], ENDS[code]];
    if (begun === undefined && ended === undefined) throw new Error(`a look that pictures do not know: ${code}`);
    looks = begun === undefined ? looks.filter((look) => !ended?.includes(look)) : [...looks, begun];
    return [];
  });
}

/** A picture of the page that `rules table --format html` prints, as a file of its own: told by the id of its chapter. */
export function flowPicture(page: string, chapter: string): string {
  const pictures = page.match(/<svg .*?<\/svg>/gs) ?? [];
  const found = pictures.find((picture) => picture.includes(`id="${chapter}-flow"`));
  if (found === undefined) throw new Error(`no picture of ${chapter} on the page`);
  const [, sheet = ""] = /<style>(.*?)<\/style>/s.exec(page) ?? [];
  const style = `<style>\n${[...pictureRules(sheet), "#paper { fill: var(--paper); }"].join("\n")}\n</style>`;
  const paper = '<rect id="paper" width="100%" height="100%"/>';
  return `${found.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ').replace(">", `>\n${style}\n${paper}\n`)}\n`;
}

/** What a style sheet says of pictures, in light and dark, however it is laid out. */
function pictureRules(sheet: string): string[] {
  const [, dark = ""] = /@media \(prefers-color-scheme: dark\)[^:]*(:root[^{}]*\{[^{}]*\})/.exec(sheet) ?? [];
  const rules = sheet.match(/^(:root|svg|\.verdict-)[^{}]*\{[^{}]*\}/gm) ?? [];
  return [...rules, `@media (prefers-color-scheme: dark) { ${dark} }`].map((rule) => rule.replaceAll(/\s+/g, " "));
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
