import { afterAll, beforeAll, expect, test } from "vitest";
import { assessGiven } from "../../src/commands/assess.js";
import { formatPaper } from "../../src/format/html/paper.js";
import type { Page } from "../../src/report/page.js";
import { type Paper, standingPapers } from "../../src/report/paper/paper.js";
import { casesIn } from "../law/cases.js";
import { shippedTable } from "../law/shipped.js";
import { type Browser, type OpenPage, startChromium } from "./chromium.js";

const shipped = shippedTable();
const cases = casesIn("tests/cases", shipped);

let browser: Browser;
beforeAll(() => {
  browser = startChromium();
});
afterAll(() => browser?.close());

/** Every paper that a case of the tests has, some of them being as long as any. */
let all: readonly Paper[];
beforeAll(() => {
  all = cases.flatMap((given): readonly Paper[] => {
    const outcome = assessGiven(shipped, { case: given, remarks: [] }, { asOf: "2026-11-22", presume: true });
    return outcome.kind === "failed" ? [] : (outcome.report.papers?.() ?? []);
  });
}, 120_000);

function longest(id: string): Page {
  const length = ({ page }: Paper): number => JSON.stringify(page).length;
  return all.filter((paper) => paper.id === id).reduce((one, other) => (length(other) > length(one) ? other : one))
    .page;
}

async function sheetsOf(page: OpenPage): Promise<number> {
  const { data } = (await page.send("Page.printToPDF", { preferCSSPageSize: true })) as { data: string };
  const sizes = [
    ...Buffer.from(data, "base64")
      .toString("latin1")
      .matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g),
  ];
  for (const [, width, height] of sizes)
    expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([595, 842]);
  return sizes.length;
}

const [wallSheet] = standingPapers(shipped.table);

test.each<[string, () => Page, number]>([
  ["sheet for the wall", () => wallSheet?.page as Page, 1],
  ["holding reply", () => longest("holding-reply"), 1],
  ["covering letter", () => longest("covering-letter"), 1],
  ["call sheet", () => longest("call-sheet"), 2],
  ["note for the record", () => longest("record-note"), 2],
])(
  "the longest %s is printed on so many sheets of A4, and asks for nothing",
  { timeout: 60_000 },
  async (_, made, most) => {
    const page = await browser.open(formatPaper(made()));
    expect(page.complaints).toEqual([]);
    expect(page.requests).toHaveLength(1);
    expect(await sheetsOf(page)).toBeLessThanOrEqual(most);
  },
);

test.each([320, 768, 1280])("on a screen %i wide no paper is wider than the screen", async (width) => {
  const page = await browser.open(formatPaper(wallSheet?.page as Page));
  await page.resize(width, 640);
  expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(width);
  expect(await page.evaluate("[...document.querySelectorAll('h1, h2')].map((one) => one.localName)[0]")).toBe("h1");
});
