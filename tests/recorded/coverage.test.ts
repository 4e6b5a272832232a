import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { KIND_OF_PAPER } from "../law/kind-of-paper.js";
import { shippedTable } from "../law/shipped.js";
import { rowsOf } from "./coverage-rows.js";
import { expectRecorded } from "./recorded.js";

const TODAY = "2026-11-22";
const DOCUMENT = "docs/coverage.md";
const { table } = shippedTable();

/** A Markdown text with these rows in the table about a question. */
function withRows(markdown: string, question: string, rows: readonly string[]): string {
  const head = `\n| ${question} | What it can come to |\n|---|---|\n`;
  const [before, after, ...more] = markdown.split(head);
  if (after === undefined || more.length > 0) throw new Error(`${DOCUMENT} has not one table about: ${question}`);
  return [before, head, ...rows.map((row) => `${row}\n`), after.slice(after.indexOf("\n\n") + 1)].join("");
}

test("every answer about the kind of paper is listed, with the verdicts that its rules can give", async () => {
  const questions = [...KIND_OF_PAPER, "records-held"];
  const document = questions.reduce(
    (text, fact) => {
      return withRows(text, table.facts[fact]?.ask as string, rowsOf(table, fact, TODAY));
    },
    readFileSync(DOCUMENT, "utf8"),
  );
  expect(document).toContain("| What it can come to |");
  await expectRecorded(document, DOCUMENT);
});
