import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { loadTable } from "../../src/table/load.js";
import { told } from "./told.js";

const SLIPS: Readonly<Record<string, (line: string) => string>> = {
  "one blank too few": (line) => line.replace(/^ /, ""),
  "two blanks too few": (line) => line.replace(/^ {2}/, ""),
  "no blank at all": (line) => line.trimStart(),
  "one blank too many": (line) => ` ${line}`,
  "two blanks too many": (line) => `  ${line}`,
  "a tab": (line) => line.replace(/^ +/, "\t"),
  "no-break spaces": (line) => line.replace(/^ +/, (blanks) => "\u00a0".repeat(blanks.length)),
  "no hyphen": (line) => line.replace("- ", "  "),
  "a bracket not closed": (line) => line.replace(/[}\]]$/, ""),
  "a sign that is left over": (line) => line.replace(/[}\]]$/, "$&>-"),
};

function tableLines(name: string): string[] {
  return readFileSync(`tests/tables/${name}.yaml`, "utf8").split("\n");
}

/** A table with some lines spoilt, told by their positions. */
function spoilt(lines: readonly string[], slip: (line: string) => string, ...places: readonly number[]): string {
  return lines.map((line, place) => (places.includes(place) ? slip(line) : line)).join("\n");
}

for (const [name, slip] of Object.entries(SLIPS)) {
  test.each(["parking", "ferry"])(`${name}, on any line of the %s table, is one problem and no more`, (table) => {
    const lines = tableLines(table);
    const places = lines.flatMap((line, place) => (/^\s+[^\s#]/.test(line) && slip(line) !== line ? [place] : []));
    expect(places.length).toBeGreaterThan(3);
    for (const place of places) {
      const text = spoilt(lines, slip, place);
      const problems = told(text);
      expect([place, problems.slice(1)]).toEqual([place, []]);
      // what is YAML in spite of it is no table; what was left out here and what is too much there are told
      const loaded = problems.length === 0 ? loadTable({ name: "rules.yaml", text }) : undefined;
      if (loaded?.ok === false) expect([place, loaded.problems.slice(2)]).toEqual([place, []]);
    }
  });
}

const RULES = ["    verdict: refer", "    verdict: appears-lawful", "    because: A leaflet is not a ticket."];

test.each([
  "one blank too few",
  "two blanks too few",
  "no blank at all",
  "one blank too many",
  "a tab",
  "no-break spaces",
])("%s, twice or three times: each is told at its line", (name) => {
  const lines = tableLines("parking");
  const places = RULES.map((rule) => lines.indexOf(rule));
  const slip = SLIPS[name] as (line: string) => string;
  for (const some of [places.slice(0, 2), places.slice(1), places]) {
    const problems = told(spoilt(lines, slip, ...some));
    expect(problems.map((problem) => Number(/ (\d+):/.exec(problem)?.[1]))).toEqual(some.map((place) => place + 1));
  }
});

test("what is wrong for another reason is told beside it, wherever it stands", () => {
  const text = tableLines("parking")
    .join("\n")
    .replace("    verdict: appears-lawful", "   verdict: appears-lawful")
    .replace("because: Nobody has to pay twice", "because: Nobody: has to pay twice")
    .replace("find: On the market place.", "find: *market");
  expect(told(text).map((problem) => problem.slice(0, 5))).toEqual(["OT122", "OT120", "OT110"]);
});

test("a rule that was pasted at another column, or with tabs, is told once", () => {
  const text = tableLines("parking").join("\n");
  const [, rule = ""] = /( {2}- id: landlord-ticket\n(?: {4}.*\n)+)/.exec(text) ?? [];
  expect(rule.split("\n").length).toBeGreaterThan(8);
  for (const pasted of [
    rule.replaceAll(/^ {2}/gm, ""),
    rule.replaceAll(/^(?=.)/gm, " "),
    rule.replaceAll(/^ {4}/gm, "\t"),
  ])
    expect(told(text.replace(rule, pasted))).toHaveLength(1);
});

test("two fields that both stand twice are two slips", () => {
  expect(told("a: 1\na: 2\nb: 3\nb: 4")).toEqual([
    "OT114 2:1 the field `a` stands twice, first on line 1",
    "OT114 4:1 the field `b` stands twice, first on line 3",
  ]);
});
