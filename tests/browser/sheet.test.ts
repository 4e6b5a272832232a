import { afterAll, beforeAll, expect, test } from "vitest";
import { assessGiven } from "../../src/commands/assess.js";
import { formatSheet } from "../../src/format/html/sheet.js";
import { layoutOf } from "../../src/format/html/sheet-layout.js";
import type { Sheet } from "../../src/report/sheet.js";
import type { AnyCase } from "../../src/triage/case.js";
import { casesIn } from "../law/cases.js";
import { shippedTable } from "../law/shipped.js";
import { type Browser, type OpenPage, startChromium } from "./chromium.js";

let browser: Browser;
beforeAll(() => {
  browser = startChromium();
});
afterAll(() => browser?.close());

const shipped = shippedTable();
const contacts = { mdo: "020 7946 0958, day and night", "caldicott-guardian": "020 7946 0100" };

function sheetFor(given: AnyCase): Sheet {
  const practice = { name: "The Surgery", contacts, facts: {} };
  const outcome = assessGiven(shipped, { case: given, practice, remarks: [] }, { asOf: "2026-11-22", presume: true });
  if (outcome.kind === "failed" || outcome.report.sheet === undefined) throw new Error(given.title);
  return outcome.report.sheet();
}

const cases = [...casesIn("tests/cases", shipped), ...casesIn("examples", shipped)];
const sheets = cases.map((given) => ({ name: given.title ?? "", sheet: sheetFor(given) }));
const lengthOf = ({ sheet }: (typeof sheets)[number]): number => JSON.stringify([sheet.front, sheet.back]).length;
const frontOf = ({ sheet }: (typeof sheets)[number]): number => JSON.stringify(sheet.front).length;
const longest = [
  ...sheets.toSorted((a, b) => lengthOf(b) - lengthOf(a)).slice(0, 6),
  ...sheets.toSorted((a, b) => frontOf(b) - frontOf(a)).slice(0, 6),
  ...sheets.filter((_, index) => index % 200 === 0),
];
const inParts = {
  name: "a case in parts",
  sheet: sheetFor({
    parts: cases.slice(0, 3).map((given, index) => ({ label: `part ${index + 1}`, given })),
  }),
};

async function sidesOf(page: OpenPage): Promise<number> {
  const { data } = (await page.send("Page.printToPDF", { preferCSSPageSize: true })) as { data: string };
  const pdf = Buffer.from(data, "base64").toString("latin1");
  const sizes = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)];
  for (const [, width, height] of sizes) expect([width, height].map(Number).map(Math.round)).toEqual([595, 842]);
  return sizes.length;
}

test.each([...longest, inParts])("on paper it has a front and a back: $name", async ({ sheet }) => {
  const page = await browser.open(formatSheet(sheet));
  expect(await sidesOf(page)).toBe(2);
  expect(page.complaints).toEqual([]);
  expect(page.requests.map((url) => url.replace(/.*\//, ""))).toEqual(["page.html"]);
  await page.send("Emulation.setEmulatedMedia", { media: "print" });
  await page.resize(680, 1031);
  expect(
    await page.evaluate(
      "(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight)(document.querySelector('.front'))",
    ),
  ).toBeLessThanOrEqual(1);
});

test("no case of the table needs letters on the front that are smaller than 8.5 points, or leaves the verdict's steps out", () => {
  for (const { name, sheet } of sheets) {
    const { size, front } = layoutOf(sheet);
    const steps = (blocks: Sheet["front"]): number =>
      blocks.flatMap(({ lines }) => lines.filter(({ is }) => is === "step")).length;
    expect([name, size >= 8.5, steps(front)]).toEqual([name, true, steps(sheet.front)]);
  }
});

test("what finds no room on the front stands on the back, what is needed least first, and nothing is lost", async () => {
  const [{ sheet }] = longest as [(typeof sheets)[number]];
  const line = (is: "step" | "question", need: "first" | "little", index: number) => ({
    is,
    need,
    text: `${is} ${index} ${"word ".repeat(30)}end-${is}-${index}`,
  });
  const many = Array.from({ length: 40 }, (_, index) => index);
  const crowded: Sheet = {
    ...sheet,
    back: [],
    front: [
      { kind: "bulleted", heading: "Least", lines: many.map((index) => line("question", "little", index)) },
      { kind: "numbered", heading: "Most", lines: many.slice(0, 10).map((index) => line("step", "first", index)) },
    ],
  };
  const page = await browser.open(formatSheet(crowded));
  const [front, all] = await page.evaluate<[string, string]>(
    "[document.querySelector('.front').innerText, document.body.innerText]",
  );
  for (const index of many) expect(all).toContain(`end-question-${index}`);
  for (const index of many.slice(0, 10)) expect(front).toContain(`end-step-${index}`);
  expect(front).not.toContain("end-question-39");
  expect(await sidesOf(page)).toBe(2);
});

test.each([320, 768, 1280])("on a screen of %i pixels nothing is cut off or scrolled sideways", async (width) => {
  const page = await browser.open(formatSheet(inParts.sheet));
  await page.resize(width, 900);
  expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth")).toBeLessThanOrEqual(0);
  expect(
    await page.evaluate(
      "[...document.querySelectorAll('p, li, h1, h2, h3')].filter((one) => parseFloat(getComputedStyle(one).fontSize) < 14).length",
    ),
  ).toBe(0);
});

test("it has one heading of the first level, skips none, is in British English and has one main part", async () => {
  const page = await browser.open(formatSheet((longest[0] as (typeof sheets)[number]).sheet));
  const levels = await page.evaluate<number[]>(
    "[...document.querySelectorAll('h1, h2, h3, h4')].map((one) => Number(one.localName[1]))",
  );
  expect(levels.filter((level) => level === 1)).toHaveLength(1);
  expect(levels.every((level, index) => index === 0 || level <= (levels[index - 1] as number) + 1)).toBe(true);
  expect(await page.evaluate("[document.documentElement.lang, document.querySelectorAll('main').length].join()")).toBe(
    "en-GB,1",
  );
});

test("text that looks like markup stays text", async () => {
  const { sheet } = longest[0] as (typeof sheets)[number];
  const hostile = `</title></style><script>document.title = "taken"</script><img src=x onerror=alert(1)>`;
  const page = await browser.open(formatSheet({ ...sheet, title: hostile, head: hostile }));
  expect(page.complaints).toEqual([]);
  expect(await page.evaluate("document.scripts.length + document.images.length")).toBe(0);
  expect(await page.evaluate("document.title")).toBe(hostile);
});
