import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Given, groupRules, type Kind } from "../../src/audit/outline/kinds.js";
import { outlineOf } from "../../src/audit/outline/outline.js";
import { ruleFacts } from "../../src/audit/outline/rule-facts.js";
import { formatSignOff } from "../../src/format/html/sign-off.js";
import { formatMarkdown } from "../../src/format/markdown.js";
import { formatText } from "../../src/format/text.js";
import { type CompiledTable, loadTable } from "../../src/index.js";
import type { Entry, SignOffDocument } from "../../src/report/document.js";
import { noPaint } from "../../src/report/paint.js";
import { coveredChapter } from "../../src/report/table/covered.js";
import { reportTable } from "../../src/report/table/report.js";
import { draftLaw } from "../../src/table/compile.js";
import type { Rule, Table } from "../../src/table/table.js";
import { VERDICTS } from "../../src/table/verdict.js";
import { shippedTable } from "../law/shipped.js";
import { canBe, deciding, everyFacts, type Facts, holds, soundTable } from "../table/small-tables.js";

const parkingText = readFileSync("tests/tables/parking.yaml", "utf8");

function parking(change: (text: string) => string = (text) => text): CompiledTable {
  const loaded = loadTable({ name: "parking.yaml", text: change(parkingText) });
  if (!loaded.ok) throw new Error(loaded.problems.map(({ message }) => message).join("\n"));
  return loaded.value;
}

const documentOf = (table: CompiledTable, asOf = "2026-11-22"): SignOffDocument =>
  reportTable(table, { file: "rules.yaml", asOf, tool: "0.1.0" }).document;

function entryOf({ chapters }: SignOffDocument, anchor: string): Entry {
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
  const { page, document } = reportTable(compiled, { file: "rules.yaml", asOf: "2026-11-22", tool: "0.1.0" });
  test.each([
    ["text", formatText(page, 80, noPaint)],
    ["markdown", formatMarkdown(page)],
    ["html", formatSignOff(document)],
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
    "sheet: What was behind the wiper? “A ticket”",
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
  expect(partOf(entry, "Decides")).toEqual(["2 situations, 16.66% of those that can exist."]);
});

test("a review is overdue from the day after its date, and what is not in force on the day says so", () => {
  const table = parking((text) =>
    text
      .replace("  - id: ticket-although-paid\n", "  - id: ticket-although-paid\n    review-by: 2026-11-22\n")
      .replace("    says: Put the receipt", "    to: 2026-11-22\n    says: Put the receipt")
      .replace("The town may fine., ", "The town may fine., review-by: 2026-11-22, "),
  );
  const on = (day: string): string[][] => [
    [...entryOf(documentOf(table, day), "rule-ticket-although-paid").warnings],
    [...entryOf(documentOf(table, day), "notice-receipt-hidden").warnings],
    [...entryOf(documentOf(table, day), "source-by-law-1").warnings],
    documentOf(table, day)
      .head.filter(({ label }) => label.startsWith("Reviews"))
      .flatMap(({ lines }) => lines.map(({ text }) => text)),
  ];
  expect(on("2026-11-22")).toEqual([[], [], [], ["None is overdue."]]);
  expect(on("2026-11-23")).toEqual([
    ["Review overdue since 22 November 2026"],
    ["Not in force on 23 November 2026"],
    ["Review overdue since 22 November 2026"],
    ["ticket-although-paid", "by-law-1"],
  ]);
});

test("each rule of the shipped table stands in one chapter, and nobody gets lost in one", () => {
  const compiled = shippedTable();
  const { chapters } = documentOf(compiled);
  const rules = chapters.filter(({ entries }) => entries.some(({ anchor }) => anchor.startsWith("rule-")));
  for (const { entries } of rules) expect(entries.length).toBeLessThanOrEqual(12);
  expect(rules.flatMap(({ entries }) => entries.map(({ id }) => id)).toSorted()).toEqual(
    compiled.table.rules.map(({ id }) => id).toSorted(),
  );
  const anchors = chapters.map(({ anchor }) => anchor);
  expect(anchors).toEqual([...new Set(anchors)]);
});

test("rules are numbered as they stand, and by their numbers wherever they are named", () => {
  const { head, chapters } = documentOf(
    parking((text) => text.replace("  - id: leaflet\n", "  - id: leaflet\n    review-by: 2026-01-01\n")),
  );
  const rules = chapters.flatMap(({ entries }) => entries.filter(({ anchor }) => anchor.startsWith("rule-")));
  expect(rules.map(({ number }) => number)).toEqual(rules.map((_, index) => index + 1));
  const number = new Map(rules.map((entry) => [entry.anchor, entry.number]));
  const lines = [
    ...head.flatMap((part) => part.lines),
    ...chapters.flatMap(({ intro, entries }) =>
      [...intro, ...entries.flatMap(({ parts }) => parts)].flatMap((part) => part.lines),
    ),
  ];
  expect(lines.filter(({ to }) => to !== undefined && number.has(to)).length).toBeGreaterThan(10);
  for (const line of lines) expect([line.to, line.number]).toEqual([line.to, number.get(line.to ?? "")]);
  const ends = chapters.flatMap(({ flow }) => flow?.ends ?? []);
  expect(ends.some(({ to }) => to !== undefined)).toBe(true);
  for (const end of ends) expect([end.to, end.number]).toEqual([end.to, number.get(end.to ?? "")]);
});

test("every format says the numbers of rules, with the chapters, the rules and what names them", () => {
  const { page, document } = reportTable(parking(), { file: "rules.yaml", asOf: "2026-11-22", tool: "0.1.0" });
  const { number } = entryOf(document, "rule-ticket-although-paid");
  const { number: other } = entryOf(document, "rule-ticket");
  for (const printed of [formatText(page, 80, noPaint), formatMarkdown(page)]) {
    expect(printed).toMatch(/\(rules \d+ to \d+\)|\(rule \d+\)/);
    expect(printed).toContain(`${number}. ticket-although-paid: `);
    expect(printed).toContain(`Displaces: ${other}. ticket`);
  }
  const html = plain(formatSignOff(document));
  expect(html).toMatch(/rules? \d+/);
  expect(html).toContain(`${number}. ${entryOf(document, "rule-ticket-although-paid").title}`);
  expect(html).toMatch(new RegExp(`Displaces\\s+${other}\\. ticket`));
});

describe.each([
  ["however many rules stand together", 12],
  ["each rule by itself where that is possible", 0],
])("in any table, %s,", (_, few) => {
  const grouped = (table: Table): Kind[] => groupRules(draftLaw(table, "2026-11-22"), few);
  const concerns = ({ given }: Kind, facts: Facts): boolean =>
    given.every(({ fact, values }) => values === undefined || values.includes(facts[fact] ?? ""));

  test("each rule stands in one place, and under exactly the answers for which it can apply", () => {
    fc.assert(
      fc.property(soundTable, (table) => {
        const kinds = grouped(table);
        expect(kinds.flatMap(({ rules }) => rules).toSorted((a, b) => a - b)).toEqual([...table.rules.keys()]);
        const possible = everyFacts(table).filter((facts) => canBe(table, facts));
        for (const kind of kinds) {
          for (const rule of kind.rules) {
            const applying = possible.filter((facts) => holds(table, (table.rules[rule] as Rule).when, facts));
            expect(applying.filter((facts) => !concerns(kind, facts))).toEqual([]);
          }
        }
      }),
    );
  });

  test("rules of several kinds can apply for answers of more than one, or for most answers", () => {
    fc.assert(
      fc.property(soundTable, (table) => {
        const kinds = grouped(table);
        const possible = everyFacts(table).filter((facts) => canBe(table, facts));
        for (const kind of kinds.filter(({ given }) => given.at(-1)?.values === undefined)) {
          const { fact } = kind.given.at(-1) as Given;
          const here = possible.filter((facts) => concerns(kind, facts));
          const all = new Set(here.map((facts) => facts[fact]));
          for (const rule of kind.rules) {
            const applying = here.filter((facts) => holds(table, (table.rules[rule] as Rule).when, facts));
            const met = new Set(applying.map((facts) => facts[fact]));
            expect(met.size === 0 || met.size * 2 > all.size || met.size > 1).toBe(true);
          }
        }
      }),
    );
  });

  test("every situation that can exist is of one kind", () => {
    fc.assert(
      fc.property(soundTable, (table) => {
        const kinds = grouped(table).filter(({ given }) => given.every(({ values }) => values !== undefined));
        for (const facts of everyFacts(table).filter((one) => canBe(table, one))) {
          expect(kinds.filter((kind) => concerns(kind, facts))).toHaveLength(1);
        }
      }),
    );
  });
});

test("the index names for each answer the verdicts that are possible there, those of rules that decide everywhere apart", () => {
  fc.assert(
    fc.property(soundTable, (table) => {
      const { intro } = coveredChapter(outlineOf(table, "2026-11-22"));
      const possible = everyFacts(table).filter((facts) => canBe(table, facts));
      const answers = [...new Set(possible.map(({ f0 = "" }) => f0))];
      const decidingFor = answers.map(
        (answer) =>
          new Set(possible.filter(({ f0 }) => f0 === answer).map((facts) => deciding(table, facts)[0] as Rule)),
      );
      const always = table.rules.filter((one) => answers.length > 1 && decidingFor.every((rules) => rules.has(one)));
      const linesOf = (label: string) => intro.find((part) => part.label === label)?.lines ?? [];
      expect(linesOf("In every case").map(({ to }) => to)).toEqual(always.map(({ id }) => `rule-${id}`));
      for (const [index, answer] of answers.entries()) {
        const rules = [...(decidingFor[index] as Set<Rule>)].filter((one) => !always.includes(one));
        const labels = new Set(rules.map(({ verdict }) => VERDICTS[verdict].label));
        const [said] = linesOf(table.facts["f0"]?.values[answer] as string);
        expect(new Set(said?.text.split(", "))).toEqual(labels.size === 0 ? new Set(["nothing else"]) : labels);
      }
    }),
  );
});

test("the index says where the shipped table stops, and leads to every chapter that is about one kind of answer", () => {
  const { table } = shippedTable();
  const [covered, ...others] = documentOf(shippedTable()).chapters;
  const leads = covered?.intro.flatMap(({ lines }) => lines.map(({ to }) => to)) ?? [];
  for (const { id, verdict } of table.rules) if (verdict === "out-of-scope") expect(leads).toContain(`rule-${id}`);
  const kinds = others.filter(({ anchor, heading }) => anchor.startsWith("kind-") && heading !== "In several cases");
  for (const { anchor } of kinds) expect(leads).toContain(anchor);
});

test("what is said of a rule is what counting every situation comes to", () => {
  fc.assert(
    fc.property(soundTable, (table) => {
      const possible = everyFacts(table).filter((facts) => canBe(table, facts));
      for (const { rule, decides, possible: count, displaces, givesWayTo } of ruleFacts(
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
  const { data } = reportTable(shippedTable(), { file: "rules.yaml", asOf: "2026-11-22", tool: "0.1.0" });
  const { worked, situations, groups } = JSON.parse(JSON.stringify(data)) as {
    worked: { rule: string; decides: string }[];
    situations: string;
    groups: { given: object[]; rules: string[] }[];
  };
  expect(BigInt(situations)).toBeGreaterThan(BigInt(Number.MAX_SAFE_INTEGER));
  expect(groups.flatMap(({ rules }) => rules).toSorted()).toEqual(worked.map(({ rule }) => rule).toSorted());
  expect(worked.reduce((sum, { decides }) => sum + BigInt(decides), 0n)).toBeLessThan(BigInt(situations));
});

test("nothing in a text hides or reorders what a reader signs for", () => {
  const { document, page } = reportTable(
    parking((text) => text.replace("because: A leaflet is not a ticket.", 'because: "A leaflet \\u202e is a ticket."')),
    { file: "rules.yaml", asOf: "2026-11-22", tool: "0.1.0" },
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
