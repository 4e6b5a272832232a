import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatHtml } from "../../src/format/html.js";
import { formatMarkdown } from "../../src/format/markdown.js";
import { formatText } from "../../src/format/text.js";
import { type CompiledTable, loadTable } from "../../src/index.js";
import { noPaint } from "../../src/report/paint.js";
import type { Entry, TableDocument } from "../../src/report/table-document.js";
import { groupRules } from "../../src/report/table-kinds.js";
import { reportTable } from "../../src/report/table-report.js";
import { ruleFacts } from "../../src/report/table-rules.js";
import { draftLaw } from "../../src/table/compile.js";
import type { Table } from "../../src/table/table.js";
import { shippedTable } from "../law/shipped.js";
import { canBe, deciding, everyFacts, holds, soundTable } from "../table/small-tables.js";

const parkingText = readFileSync("tests/tables/parking.yaml", "utf8");

function parking(change: (text: string) => string = (text) => text): CompiledTable {
  const loaded = loadTable({ name: "parking.yaml", text: change(parkingText) });
  if (!loaded.ok) throw new Error(loaded.problems.map(({ message }) => message).join("\n"));
  return loaded.value;
}

const documentOf = (table: CompiledTable, asOf = "2026-11-22"): TableDocument =>
  reportTable(table, asOf, "0.1.0").document;

function entryOf({ chapters }: TableDocument, anchor: string): Entry {
  const found = chapters.flatMap(({ entries }) => entries).find((entry) => entry.anchor === anchor);
  if (found === undefined) throw new Error(`no entry ${anchor}`);
  return found;
}

const partOf = (entry: Entry, label: string): string[] =>
  entry.parts.find((part) => part.label === label)?.lines.map(({ text }) => text) ?? [];

/** A page without its markup and its line breaks. */
const plain = (page: string): string =>
  page
    .replace(/<[^>]*>/g, " ")
    .replace(
      /&(amp|lt|gt|quot|#39);/g,
      (_, name: string) => ({ amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" })[name] ?? "",
    )
    .replace(/\\(.)/g, "$1")
    .replace(/\s+/g, " ");

describe.each([
  ["the shipped table", shippedTable()],
  ["a small table", parking()],
])("%s", (_, compiled) => {
  const { page, document } = reportTable(compiled, "2026-11-22", "0.1.0");
  test.each([
    ["text", formatText(page, 80, noPaint)],
    ["markdown", formatMarkdown(page)],
    ["html", formatHtml(document)],
  ])("is all there in %s", (_, printed) => {
    const text = plain(printed);
    for (const said of everythingIn(compiled.table)) expect(text).toContain(said.replace(/\s+/g, " "));
  });
});

/** Whatever a person wrote for people to read, and the ids that it goes by. */
function everythingIn(table: Table): string[] {
  const { facts, findings, notices, steps, deadlines, contacts, sources, particulars, verdicts } = table;
  return [
    table.table.jurisdiction,
    table.table.disclaimer,
    ...table.rules.flatMap(({ id, headline, because, "do-not": not }) => [
      id,
      headline,
      because,
      ...(not ? [not] : []),
    ]),
    ...Object.entries(facts).flatMap(([id, { ask, why, values }]) => [id, ask, why, ...Object.entries(values).flat()]),
    ...Object.entries(findings).flatMap(([id, { says }]) => [id, says]),
    ...Object.entries(notices).flatMap(([id, { says }]) => [id, says]),
    ...table.impossible.map(({ because }) => because),
    ...Object.entries(steps).flatMap(([id, step]) => [id, step.do]),
    ...Object.entries(deadlines).flatMap(([id, { says }]) => [id, says]),
    ...Object.entries(contacts).flatMap(([id, { name, find }]) => [id, name, find]),
    ...Object.entries(sources).flatMap(([id, source]) => [
      id,
      source.citation,
      source.establishes,
      ...(source.url === undefined ? [] : [source.url]),
    ]),
    ...Object.entries(particulars).flatMap(([id, { ask }]) => [id, ask]),
    ...Object.values(verdicts).flatMap(({ headline, "do-not": not }) => [headline, not]),
    ...table.invariants.map(({ id }) => id),
  ];
}

test("a rule stands with its reason, its steps in full, and what is known of its sources", () => {
  const entry = entryOf(
    documentOf(
      parking((text) =>
        text
          .replace(
            "establishes: Who has paid owes nothing., read-on: 2026-01-01, verified: yes",
            "establishes: Who has paid owes nothing., verified: no",
          )
          .replace("cite: [by-law-3]\n    steps", "cite: [by-law-1, by-law-3]\n    steps"),
      ),
    ),
    "rule-ticket-although-paid",
  );
  expect(entry.verdict).toEqual({ id: "likely-unlawful", label: "Likely unlawful" });
  expect(partOf(entry, "When")).toEqual([
    "paper: What was behind the wiper? “A ticket”",
    "paid-and-shown holds: “The place was paid for, and anybody could see it.”",
  ]);
  expect(partOf(entry, "Because")).toEqual(["Nobody has to pay twice for one place."]);
  expect(partOf(entry, "What not to do")).toEqual(["Do not pay yet."]);
  expect(entry.parts.find(({ label }) => label === "What to do")?.lines).toEqual([
    { text: "Write an objection.", note: "object; by: objection" },
  ]);
  expect(entry.parts.find(({ label }) => label === "Sources")?.lines).toEqual([
    { text: "By-laws, 1", to: "source-by-law-1", note: "by-law-1; verified on 1 January 2026" },
    { text: "By-laws, 3", to: "source-by-law-3", note: "by-law-3", caution: "not verified" },
  ]);
  expect(partOf(entry, "Displaces")).toEqual(["ticket"]);
  expect(partOf(entry, "Gives way to")).toEqual([]);
  expect(partOf(entry, "Decides")).toEqual(["2 situations, 16.66 % of those that can exist."]);
});

test("a review is overdue from the day after its date, and what is not in force on the day says so", () => {
  const table = parking((text) =>
    text
      .replace("  - id: ticket-although-paid\n", "  - id: ticket-although-paid\n    review-by: 2026-11-22\n")
      .replace("    says: Put the receipt", "    to: 2026-11-22\n    says: Put the receipt"),
  );
  const on = (day: string): string[][] => [
    [...entryOf(documentOf(table, day), "rule-ticket-although-paid").warnings],
    [...entryOf(documentOf(table, day), "notice-receipt-hidden").warnings],
    documentOf(table, day)
      .head.filter(({ label }) => label.startsWith("Reviews"))
      .flatMap(({ lines }) => lines.map(({ text }) => text)),
  ];
  expect(on("2026-11-22")).toEqual([[], [], ["None is overdue."]]);
  expect(on("2026-11-23")).toEqual([
    ["Review overdue since 22 November 2026"],
    ["Not in force on 23 November 2026"],
    ["ticket-although-paid"],
  ]);
});

test("rules stand under the answers for which they can apply, those of several kinds before them", () => {
  const { chapters } = documentOf(shippedTable());
  const rules = chapters.filter(({ tier }) => tier === "rules");
  expect(rules.map(({ anchor }) => anchor)).toEqual([
    "every-case",
    "several-kinds",
    "kind-request-spoken-request",
    "kind-application-notice",
    "kind-court-order",
    "kind-warrant",
    "kind-witness-summons",
    "kind-other-paper",
  ]);
  expect(rules.slice(0, 2).map(({ entries }) => entries.map(({ id }) => id))).toEqual([
    ["holder-outside-england-and-wales", "holder-named-is-wrong", "patient-named-is-wrong"],
    ["other-act-paper", "not-issued-yet"],
  ]);
  const all = rules.flatMap(({ entries }) => entries.map(({ id }) => id));
  expect(all.toSorted()).toEqual(
    shippedTable()
      .table.rules.map(({ id }) => id)
      .toSorted(),
  );
});

test("in any table each rule stands in one place, and under exactly the answers for which it can apply", () => {
  fc.assert(
    fc.property(soundTable, (table) => {
      const grouping = groupRules(table, draftLaw(table, "2026-11-22"));
      const possible = everyFacts(table).filter((facts) => canBe(table, facts));
      const placed = [...grouping.everywhere, ...grouping.several, ...grouping.kinds.flatMap(({ rules }) => rules)];
      expect(placed.toSorted((a, b) => a - b)).toEqual([...table.rules.keys()]);
      for (const [index, { when }] of table.rules.entries()) {
        const met = new Set(possible.filter((facts) => holds(table, when, facts)).map(({ f0 }) => f0));
        const under = grouping.kinds.filter(({ rules, shared }) => [...rules, ...shared].includes(index));
        const everywhere = met.size === 0 || met.size === Object.keys(table.facts["f0"]?.values ?? {}).length;
        expect(grouping.everywhere.includes(index)).toBe(everywhere);
        if (!everywhere) expect(new Set(under.flatMap(({ values }) => values))).toEqual(met);
      }
    }),
  );
});

test("what is said of a rule is what counting every situation comes to", () => {
  fc.assert(
    fc.property(soundTable, (table) => {
      const possible = everyFacts(table).filter((facts) => canBe(table, facts));
      for (const { rule, decides, possible: count, displaces, givesWayTo } of ruleFacts(
        table,
        draftLaw(table, "2026-11-22"),
      )) {
        expect(decides).toBe(BigInt(possible.filter((facts) => deciding(table, facts)[0]?.id === rule.id).length));
        expect(count).toBe(BigInt(possible.length));
        const meets = ({ when }: { readonly when: typeof rule.when }): boolean =>
          possible.some((facts) => holds(table, rule.when, facts) && holds(table, when, facts));
        expect(displaces).toEqual(
          table.rules.filter((other) => rule.overrides.includes(other.id) && meets(other)).map(({ id }) => id),
        );
        expect(givesWayTo).toEqual(
          table.rules.filter((other) => other.overrides.includes(rule.id) && meets(other)).map(({ id }) => id),
        );
      }
    }),
  );
});

test("the data can be written as JSON, with counts that no number would hold", () => {
  const { data } = reportTable(shippedTable(), "2026-11-22", "0.1.0");
  const { worked, situations } = JSON.parse(JSON.stringify(data)) as {
    worked: { rule: string; decides: string }[];
    situations: string;
  };
  expect(situations).toMatch(/^\d{11}$/);
  expect(worked.find(({ rule }) => rule === "holder-outside-england-and-wales")?.decides).toMatch(/^\d{11}$/);
  expect(worked.reduce((sum, { decides }) => sum + BigInt(decides), 0n)).toBeLessThan(BigInt(situations));
});

test("nothing in a text hides or reorders what a reader signs for", () => {
  const { document, page } = reportTable(
    parking((text) => text.replace("because: A leaflet is not a ticket.", 'because: "A leaflet \\u202e is a ticket."')),
    "2026-11-22",
    "0.1.0",
  );
  expect(partOf(entryOf(document, "rule-leaflet"), "Because")).toEqual(["A leaflet \\u202e is a ticket."]);
  expect(JSON.stringify(page)).not.toContain("\u202e");
});

test("a source names everything that rests on it", () => {
  const { parts } = entryOf(documentOf(parking()), "source-by-law-3");
  expect(parts.find(({ label }) => label === "Cited by")?.lines.map(({ to }) => to)).toEqual([
    "rule-ticket-although-paid",
    "finding-paid-and-shown",
    "deadline-objection",
  ]);
});
