import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { indexOf } from "./coverage-index.js";
import { KIND_OF_PAPER } from "./kind-of-paper.js";
import { shippedTable } from "./shipped.js";

const TODAY = "2026-11-22";
const { table } = shippedTable();
const readme = readFileSync("README.md", "utf8");

/** The rows of the README's table about a question. */
function rowsBelow(question: string): string[] {
  const [, rows = ""] = readme.split(`\n| ${question} | What it can come to |\n|---|---|\n`);
  return rows.slice(0, rows.indexOf("\n\n")).split("\n");
}

test.each([
  ...KIND_OF_PAPER,
  "records-held",
])("the README lists every answer about %s, with the verdicts that its rules can give", (fact) => {
  expect(rowsBelow(table.facts[fact]?.ask as string)).toEqual(indexOf(table, fact, TODAY));
});
