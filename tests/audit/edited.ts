import { readFileSync } from "node:fs";
import type { Flaw } from "../../src/audit/flaw.js";
import { findFlaws } from "../../src/audit/flaws.js";
import { readDocument } from "../../src/source/read.js";
import { lineOf } from "../../src/source/text.js";
import { examineTable } from "../../src/table/load.js";
import { findShapeFaults } from "../../src/table/shape.js";
import type { Table } from "../../src/table/table.js";

export const TODAY = "2026-11-22";
export const ferry = readFileSync("tests/tables/ferry.yaml", "utf8");
export const parking = readFileSync("tests/tables/parking.yaml", "utf8");

/** A text with each of some passages, which stand in it once, replaced by another. */
export function edited(text: string, ...edits: readonly (readonly [from: string, to: string])[]): string {
  return edits.reduce((before, [from, to]) => {
    if (before.split(from).length !== 2) throw new Error(`not once in the table: ${from}`);
    return before.replace(from, () => to);
  }, text);
}

/** Everything wrong with a table, or doubtful about it. */
export function flawsOf(text: string, today = TODAY): Flaw[] {
  return findFlaws(examineTable({ name: "rules.yaml", text }, today), today, today);
}

/** A table as plain data, whatever is wrong with its rules. */
export function tableOf(text: string): Table {
  const document = readDocument({ name: "rules.yaml", text });
  const shaped = document.ok ? findShapeFaults(document.value.value) : undefined;
  if (!shaped?.ok) throw new Error("not a table");
  return shaped.table;
}

/** A flaw as `OT310 12 "underlined text" message`, the number being that of the line. */
export function told({ problem: { code, at, message } }: Flaw): string {
  if (at === undefined) return `${code} ${message}`;
  const { source, span } = at;
  const underlined = source.text.slice(span.start, span.end).split("\n")[0];
  return `${code} ${lineOf(source, span.start)} "${underlined}" ${message}`;
}

/** The line of a passage that stands in a text once. */
export function lineIn(text: string, passage: string): number {
  const [before, ...others] = text.split(passage);
  if (before === undefined || others.length !== 1) throw new Error(`not once in the table: ${passage}`);
  return before.split("\n").length;
}
