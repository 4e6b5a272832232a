import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { brokenLinks, markdownIn } from "./links.js";

test("every link of a document leads to a file and a heading of this repository", () => {
  expect(markdownIn(".")).toContain("README.md");
  expect(brokenLinks(".")).toEqual([]);
});

test("a link to no file, no heading, or out of the folder is found", () => {
  const folder = mkdtempSync(join(tmpdir(), "order-triage-"));
  mkdirSync(join(folder, "docs"));
  writeFileSync(
    join(folder, "README.md"),
    "# Front page\n\n## What it is `not`, now?\n\n```md\n[an example](none.md)\n```\n",
  );
  const links = [
    "../README.md",
    "../README.md#what-it-is-not-now",
    "https://example.org/none.md",
    "#here",
    "../README.md#there",
    "none.md",
    "../../out.md",
  ];
  writeFileSync(join(folder, "docs/page.md"), links.map((link) => `[a link](${link})\n`).join(""));
  expect(brokenLinks(folder)).toEqual(
    ["#here", "../README.md#there", "none.md", "../../out.md"].map((link) => `docs/page.md: ${link}`),
  );
});
