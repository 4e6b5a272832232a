import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { printTable } from "../../src/commands/rules/table.js";
import { formatSignOff } from "../../src/format/html/sign-off.js";
import { type CompiledTable, loadTable } from "../../src/index.js";
import { shippedTable } from "../law/shipped.js";
import { CHANGED, changesBetween } from "../report/changed-tables.js";
import { type Browser, type OpenPage, startChromium } from "./chromium.js";

const parkingText = readFileSync("tests/tables/parking.yaml", "utf8");

let browser: Browser;
beforeAll(() => {
  browser = startChromium();
});
afterAll(() => browser?.close());

function compiled(text: string): CompiledTable {
  const loaded = loadTable({ name: "table.yaml", text });
  if (!loaded.ok) throw new Error(loaded.problems.map(({ message }) => message).join("\n"));
  return loaded.value;
}

const html = (table: CompiledTable): string =>
  formatSignOff(printTable({ file: "rules.yaml", compiled: table }, "2026-11-22").report.document);

const shipped = shippedTable();
const parking = compiled(parkingText);
const pages = [
  ["the shipped table", html(shipped)],
  ["a small one", html(parking)],
] as const;
const [[, shippedPage], [, parkingPage]] = pages;
const changesPage = formatSignOff(await changesBetween(parkingText, CHANGED));
const signed = [...pages, ["what changes", changesPage]] as const;

const shown = (page: OpenPage): Promise<string[]> =>
  page.evaluate("[...document.querySelectorAll('.entry')].filter((one) => one.checkVisibility()).map((one) => one.id)");

const type = (page: OpenPage, words: string): Promise<void> =>
  page.evaluate(
    `{ const box = document.querySelector("input"); box.value = ${JSON.stringify(words)}; box.dispatchEvent(new Event("input")); }`,
  );

test.each(signed)("the page of %s opens without a complaint and asks for nothing but itself", async (_, html) => {
  const page = await browser.open(html);
  expect(page.complaints).toEqual([]);
  expect(page.requests.map((url) => url.replace(/.*\//, ""))).toEqual(["page.html"]);
});

test.each(signed)("the page of %s is well-formed, and every link within it leads somewhere", async (_, html) => {
  const page = await browser.open(html, { scripts: false });
  const text = JSON.stringify(html);
  const broken = `new DOMParser().parseFromString(${text}, "application/xml").querySelector("parsererror")?.textContent ?? ""`;
  expect(await page.evaluate(broken)).toBe("");
  const elements = `new DOMParser().parseFromString(${text}, "application/xml").querySelectorAll("*").length`;
  expect(await page.evaluate("document.querySelectorAll('*').length")).toBe(await page.evaluate(elements));
  expect(
    await page.evaluate(
      "[...document.querySelectorAll('a[href^=\"#\"]')].map((a) => a.hash.slice(1)).filter((id) => document.getElementById(id) === null)",
    ),
  ).toEqual([]);
  const ids = await page.evaluate<string[]>("[...document.querySelectorAll('[id]')].map((one) => one.id)");
  expect(ids).toEqual([...new Set(ids)]);
});

test.each(signed)("the page of %s has one heading of the first level and skips no level", async (_, html) => {
  const page = await browser.open(html);
  const levels = await page.evaluate<number[]>(
    "[...document.querySelectorAll('h1, h2, h3, h4')].map((one) => Number(one.localName[1]))",
  );
  expect(levels.filter((level) => level === 1)).toHaveLength(1);
  expect(levels[0]).toBe(1);
  expect(levels.every((level, index) => index === 0 || level <= (levels[index - 1] as number) + 1)).toBe(true);
  expect(await page.evaluate("document.documentElement.lang")).toBe("en-GB");
});

test("the filter leaves only the entries with every word, and all of them once it is empty again", async () => {
  const page = await browser.open(parkingPage);
  const all = await shown(page);
  await type(page, "LANDLORD pay");
  const left = await shown(page);
  expect(left).not.toContain("rule-leaflet");
  expect(left).not.toContain("rule-town-ticket-unpaid");
  expect(left).toContain("rule-landlord-ticket");
  expect(await page.evaluate("document.querySelector('output').textContent")).toBe(`${left.length} of ${all.length}`);
  expect(
    await page.evaluate(
      "[...document.querySelectorAll('.chapter')].filter((one) => one.checkVisibility() && one.querySelector('.entry:not([hidden])') === null).length",
    ),
  ).toBe(0);
  await type(page, " ");
  expect(await shown(page)).toEqual(all);
});

test("what a filter hides is printed all the same", async () => {
  const page = await browser.open(parkingPage);
  const all = await shown(page);
  await type(page, "nothing has these words");
  expect(await shown(page)).toEqual([]);
  await page.send("Emulation.setEmulatedMedia", { media: "print" });
  expect(await shown(page)).toEqual(all);
});

test("without scripts everything is there to read, and no filter that would not work", async () => {
  const page = await browser.open(shippedPage, { scripts: false });
  const text = await page.evaluate<string>("document.body.innerText");
  for (const { id, because } of shipped.table.rules) {
    expect(text).toContain(id);
    expect(text).toContain(because);
  }
  expect(await page.evaluate("document.querySelectorAll('form, input').length")).toBe(0);
});

const WIDTHS = [
  ["screen", 1280],
  ["screen", 768],
  ["screen", 320],
  ["print", 680],
] as const;

test.each(
  [shippedPage, changesPage].flatMap((html) => WIDTHS.map((width) => [...width, html] as const)),
)("on %s, %i wide, nothing is wider than the page", async (media, width, html) => {
  const page = await browser.open(html);
  await page.resize(width, 900);
  await page.send("Emulation.setEmulatedMedia", { media });
  expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(width);
});

const SCREENS = [
  [1280, 900],
  [1280, 400],
  [640, 500],
  [320, 640],
  [320, 256],
] as const;

test.each(
  [shippedPage, changesPage].flatMap((html) => SCREENS.map((screen) => [...screen, html] as const)),
)("on a screen of %i by %i nothing that is reached by the keyboard lies behind the filter", async (width, height, html) => {
  const page = await browser.open(html);
  await page.resize(width, height);
  expect(await page.evaluate(HIDDEN_STOPS)).toEqual([]);
});

/** Backwards, as Shift and Tab go: each stop is scrolled to at the upper edge. */
const HIDDEN_STOPS = `[...document.querySelectorAll("main :is(a, summary)")].reverse().filter((stop) => {
  stop.focus();
  const filter = document.querySelector("form").getBoundingClientRect();
  return stop.getBoundingClientRect().top < filter.bottom && stop.getBoundingClientRect().bottom > filter.top;
}).map((stop) => stop.textContent)`;

test.each(pages)("in the pictures of %s no text leaves its box and nothing lies on anything else", async (_, html) => {
  const page = await browser.open(html);
  const pictures = await page.evaluate<Picture[]>(MEASURE);
  expect(pictures.length).toBeGreaterThan(0);
  for (const { width, height, name, told, faults } of pictures) {
    expect(width * height).toBeGreaterThan(10_000);
    expect(name).toMatch(/^Decision flow: ./);
    expect(told).toMatch(/^In words.+ → /s);
    expect(faults).toEqual([]);
  }
});

interface Picture {
  readonly width: number;
  readonly height: number;
  readonly name: string;
  readonly told: string;
  readonly faults: readonly string[];
}

const MEASURE = `[...document.querySelectorAll("svg[role=img]")].map((svg) => {
  const within = (a, b) => a.x >= b.x && a.y >= b.y && a.x + a.width <= b.x + b.width && a.y + a.height <= b.y + b.height;
  const apart = (a, b) => a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
  const { width, height } = svg.getBoundingClientRect();
  const sheet = { x: 0, y: 0, width: svg.viewBox.baseVal.width, height: svg.viewBox.baseVal.height };
  const boxes = [...svg.querySelectorAll("g")];
  const faults = boxes.flatMap((box, index) => {
    const frame = box.querySelector(".box");
    const texts = [...box.querySelectorAll("text")];
    return [
      ...(within(box.getBBox(), sheet) ? [] : ["outside: " + box.textContent]),
      ...(frame === null ? [] : texts.filter((text) => !within(text.getBBox(), frame.getBBox())).map((text) => "overflows: " + text.textContent)),
      ...boxes.slice(index + 1).filter((other) => !apart(box.getBBox(), other.getBBox())).map((other) => "overlap: " + box.textContent + " / " + other.textContent),
    ];
  });
  const told = svg.closest("figure").querySelector("details");
  return { width, height, name: svg.getAttribute("aria-label"), told: told.textContent, faults };
})`;

/** As no table is that was loaded: the page does not rely on it. */
function withScriptForAddress(compiled: CompiledTable): CompiledTable {
  const sources = Object.entries(compiled.table.sources).map(([id, source]) => [
    id,
    source.url === undefined ? source : { ...source, url: "javascript:document.title='taken'" },
  ]);
  return { ...compiled, table: { ...compiled.table, sources: Object.fromEntries(sources) } };
}

test("text that looks like markup stays text, and an address that runs something is no link", async () => {
  const hostile = parkingText
    .replace(
      "What was behind the wiper?",
      `</title><script>document.title = "taken"</script><img src=x onerror=alert(1)>`,
    )
    .replace("headline: Object to the ticket", `headline: "\\"><script>document.title = 'taken'</script>"`)
    .replace("establishes: The town may fine.,", `establishes: "&lt;b&gt;", url: "https://example.org/taken",`)
    .replace('edition: "1"', `edition: "1\\"; } </style><script>document.title = 'taken'</script>"`);
  const page = await browser.open(html(withScriptForAddress(compiled(hostile))));
  expect(page.complaints).toEqual([]);
  expect(await page.evaluate("document.scripts.length + document.images.length")).toBe(1);
  expect(await page.evaluate("document.title")).toContain("</style><script>");
  expect(await page.evaluate("document.querySelectorAll('a[href^=javascript]').length")).toBe(0);
  const text = await page.evaluate<string>("document.body.innerText");
  for (const written of [`<img src=x onerror=alert(1)>`, `"><script>`, "&lt;b&gt;", "javascript:document"]) {
    expect(text).toContain(written);
  }
});

test("the page's own policy forbids the network and every script but the filter", async () => {
  const page = await browser.open(
    parkingPage.replace("</main>", `<img src="http://localhost:9/" /><script>document.title = "taken"</script></main>`),
  );
  expect(page.complaints).toHaveLength(2);
  expect(page.complaints.every((one) => one.includes("Content Security Policy"))).toBe(true);
  expect(await page.evaluate("document.title")).not.toBe("taken");
});

test.each(pages)("whoever copies, searches or lists the words of %s in a picture finds them apart", async (_, html) => {
  const page = await browser.open(html);
  const glued = await page.evaluate<string[]>(`[...document.querySelectorAll("svg")].flatMap((svg) => {
    const words = new Set(svg.textContent.split(/\\s+/));
    return [...svg.querySelectorAll("tspan")].flatMap((line) => line.textContent.split(/\\s+/)).filter((word) => !words.has(word));
  })`);
  expect(glued).toEqual([]);
});

test("a picture can be read where style sheets are dropped, and a style goes before its own colours", async () => {
  const page = await browser.open(shippedPage);
  await page.send("Emulation.setEmulatedMedia", { features: [{ name: "prefers-color-scheme", value: "dark" }] });
  const inDark = await page.evaluate<string>(PAINTED);
  await page.evaluate("document.querySelector('style').remove()");
  const bare = await page.evaluate<string>(PAINTED);
  expect(inDark).not.toContain("rgb(245, 245, 243)");
  expect(JSON.parse(bare)).toEqual({
    "question box": ["rgb(245, 245, 243)", "rgb(81, 81, 81)"],
    "question text": ["rgb(27, 27, 27)", "none"],
    line: ["none", "rgb(81, 81, 81)"],
    head: ["rgb(81, 81, 81)", "none"],
    "end box": ["rgb(255, 255, 255)", "rgb(116, 70, 0)"],
    bar: ["rgb(116, 70, 0)", "none"],
    label: ["rgb(116, 70, 0)", "none"],
  });
});

const PAINTED = `JSON.stringify(Object.fromEntries(Object.entries({
  "question box": ".question .box", "question text": ".question text", "line": ".line", "head": ".head",
  "end box": ".verdict-refer .box", "bar": ".verdict-refer .bar", "label": ".verdict-refer .label",
}).map(([what, where]) => {
  const { fill, stroke } = getComputedStyle(document.querySelector("svg " + where));
  return [what, [fill, stroke]];
})))`;

test("on a narrow screen a picture opens where its first question is", async () => {
  const page = await browser.open(shippedPage);
  await page.resize(320, 640);
  await page.send("Page.reload");
  await page.evaluate(
    "new Promise((loaded) => document.readyState === 'complete' ? loaded() : addEventListener('load', loaded))",
  );
  const hidden = await page.evaluate<string[]>(`[...document.querySelectorAll(".scroll")].filter((frame) => {
    const question = frame.querySelector(".question").getBoundingClientRect();
    return question.left < frame.getBoundingClientRect().left || question.right > frame.getBoundingClientRect().right;
  }).map((frame) => frame.textContent)`);
  expect(hidden).toEqual([]);
});

/** A page as it is laid out on sheets of A4 without their margins. */
async function onPaper(html: string): Promise<OpenPage> {
  const page = await browser.open(html);
  await page.resize(680, 994);
  await page.send("Emulation.setEmulatedMedia", { media: "print" });
  return page;
}

test("on paper every picture stands on one sheet with its heading, and can be read or gives way to its words", async () => {
  const page = await onPaper(shippedPage);
  const figures = await page.evaluate<{ together: number; scale: number | null; words: boolean }[]>(FIGURES);
  expect(figures.some(({ scale }) => scale === null)).toBe(true);
  for (const { together, scale, words } of figures) {
    expect(words).toBe(scale === null);
    if (scale === null) continue;
    expect(together).toBeLessThanOrEqual(994);
    expect(scale).toBeGreaterThanOrEqual(0.75);
  }
});

const FIGURES = `[...document.querySelectorAll("figure")].map((figure) => {
  const svg = figure.querySelector("svg");
  const heading = figure.closest(".chapter").querySelector("h2");
  return {
    together: figure.getBoundingClientRect().bottom - heading.getBoundingClientRect().top,
    scale: svg.checkVisibility() ? svg.getBoundingClientRect().width / svg.viewBox.baseVal.width : null,
    words: figure.querySelector("ol").checkVisibility(),
  };
})`;

test("on paper every sheet says which chapter it is of, and of which rules", async () => {
  const page = await onPaper(parkingPage);
  const chapters = await page.evaluate<{ heading: string; rules: string[]; said: string }[]>(FOOTERS);
  expect(chapters.length).toBeGreaterThan(5);
  for (const { heading, rules, said } of chapters) {
    const [first, last] = [rules[0], rules.at(-1)].map((title) => title?.split(".")[0]);
    const held = rules.length === 0 ? heading : `${heading} (rule`;
    expect(said.startsWith(held)).toBe(true);
    if (rules.length > 0) expect(said).toMatch(new RegExp(`${first === last ? first : `${first} to ${last}`}\\)$`));
  }
});

const FOOTERS = `[...document.querySelectorAll(".chapter")].map((chapter) => {
  const name = getComputedStyle(chapter).page;
  const sheet = document.querySelector("style").textContent.split("@page " + name + " {")[1];
  return {
    heading: chapter.querySelector("h2").textContent,
    rules: [...chapter.querySelectorAll("[id^=rule-] h3")].map((title) => title.textContent),
    said: /@bottom-left { content: "(.*?)"; }/.exec(sheet)[1].replace(/\\\\([0-9a-f]+) /g, (_, code) => String.fromCodePoint(parseInt(code, 16))),
  };
})`;

test.each([
  ["a table", parkingPage],
  ["what changes", changesPage],
])("on paper %s runs on A4 sheets, and no entry and no heading is torn in two", async (_, html) => {
  const page = await browser.open(html);
  const { data } = (await page.send("Page.printToPDF", { preferCSSPageSize: true })) as { data: string };
  const pdf = Buffer.from(data, "base64").toString("latin1");
  const sizes = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, width, height]) => [
    Math.round(Number(width)),
    Math.round(Number(height)),
  ]);
  expect(sizes.length).toBeGreaterThan(2);
  // A4 in points
  for (const [width, height] of sizes) expect([width, height]).toEqual([595, 842]);
  await page.send("Emulation.setEmulatedMedia", { media: "print" });
  expect(
    await page.evaluate(
      "[...document.querySelectorAll('h2, .entry')].every((one) => getComputedStyle(one).breakInside === 'avoid')",
    ),
  ).toBe(true);
});

test.each(signed)("the printed contents of %s say on which sheet each chapter begins", async (_, html) => {
  const page = await browser.open(html);
  const screen = await page.evaluate(`scrollTo(0, 700), ${LOOK}`);
  const { data } = (await page.send("Page.printToPDF", { preferCSSPageSize: true })) as { data: string };
  const begins = sheetsWithin(Buffer.from(data, "base64").toString("latin1"));
  const told = await page.evaluate<[string, string][]>(
    "[...document.querySelectorAll('nav a')].map((link) => [link.hash.slice(1), link.parentElement.dataset.sheet])",
  );
  expect(told.length).toBeGreaterThan(5);
  expect(told).toEqual(told.map(([anchor]) => [anchor, `${begins.get(anchor)}`]));
  expect(await page.evaluate(LOOK)).toEqual(screen);
});

/** What shows how a page is laid out, and where it is scrolled to. */
const LOOK =
  "[scrollY, document.documentElement.className, ...[...document.styleSheets[0].cssRules].map(({ media }) => media?.mediaText)]";

/** The sheet on which each of the places begins to which links of a printed page lead. */
function sheetsWithin(pdf: string): ReadonlyMap<string, number> {
  const objects = new Map(
    [...pdf.matchAll(/^(\d+) 0 obj\n(.*?)\nendobj/gms)].map(([, number, body]) => [number, body]),
  );
  const found = (pattern: RegExp, text = pdf): string => pattern.exec(text)?.[1] ?? "";
  const references = (list: string): string[] => [...list.matchAll(/(\d+) 0 R/g)].map(([, number]) => `${number}`);
  const sheets = (number: string): string[] => {
    const body = objects.get(number) ?? "";
    return body.includes("/Type /Pages") ? references(found(/\/Kids \[(.*?)\]/s, body)).flatMap(sheets) : [number];
  };
  const order = sheets(found(/\/Pages (\d+) 0 R/));
  const places = objects.get(found(/\/Dests (\d+) 0 R/)) ?? "";
  return new Map(
    [...places.matchAll(/\/(\S+) \[(\d+) 0 R/g)].map(([, anchor, sheet]) => [
      `${anchor}`,
      order.indexOf(`${sheet}`) + 1,
    ]),
  );
}

test("what is gone and what is new is told by marks and not by colour alone, and field by field on one sheet", async () => {
  const page = await onPaper(changesPage);
  const look = await page.evaluate<Record<string, string>>(
    `Object.fromEntries(["del", "ins"].map((name) => [name, getComputedStyle(document.querySelector(name)).textDecorationLine]))`,
  );
  expect(look).toEqual({ del: "line-through", ins: "underline" });
  const said = await page.evaluate<string[]>(
    `[...document.querySelectorAll("#rules-ticket .compared tr")].map((row) => [...row.cells].map((cell) => cell.textContent).join(" | "))`,
  );
  expect(said).toEqual([
    "Before | Now",
    "Because",
    "A ticket may have reasons that the table does not know. | A ticket may have grounds that this table does not know.",
  ]);
  expect(
    await page.evaluate(
      `[...document.querySelectorAll(".compared tbody, #sign-off")].every((one) => getComputedStyle(one).breakInside === "avoid")`,
    ),
  ).toBe(true);
});

test("the decision is ticked, and there are lines for notes and a signature", async () => {
  const page = await browser.open(changesPage);
  const blanks = await page.evaluate<[string, number, number][]>(
    `[...document.querySelector(".blanks").children].map((one) => [one.querySelector("dt").textContent, one.querySelectorAll("hr").length, one.querySelectorAll(".tick").length])`,
  );
  expect(blanks).toEqual([
    ["Read by", 1, 0],
    ["Role", 1, 0],
    ["Date", 1, 0],
    ["Decision", 0, 2],
    ["Notes, with the numbers of changes", 4, 0],
    ["Signature", 1, 0],
  ]);
});

test("where nothing changes there is nothing to search, and only that to sign", async () => {
  const page = await browser.open(formatSignOff(await changesBetween(parkingText, parkingText)));
  expect(page.complaints).toEqual([]);
  expect(await page.evaluate("document.querySelectorAll('form, .entry, .tick').length")).toBe(0);
  expect(await page.evaluate("document.querySelector('#sign-off p').textContent")).toContain("says the same");
});
