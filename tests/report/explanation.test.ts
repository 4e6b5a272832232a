import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { explainId } from "../../src/commands/explain.js";
import { formatMarkdown } from "../../src/format/markdown.js";
import { formatText } from "../../src/format/text.js";
import { type CompiledTable, loadTable } from "../../src/index.js";
import type { Page } from "../../src/report/page.js";
import { noPaint } from "../../src/report/paint.js";
import { explain, idsByKind } from "../../src/report/table/explanation.js";
import { reportTable } from "../../src/report/table/report.js";
import type { Condition, Rule, Table } from "../../src/table/table.js";
import { VERDICTS } from "../../src/table/verdict.js";
import { shippedTable } from "../law/shipped.js";

const DAY = "2026-11-22";
const shipped = shippedTable();
const parking = loaded("tests/tables/parking.yaml");

function loaded(file: string): CompiledTable {
  const table = loadTable({ name: file, text: readFileSync(file, "utf8") });
  if (!table.ok) throw new Error("the table has problems");
  return table.value;
}

/** What stands under a heading of the page about an id. */
function explained({ table }: CompiledTable, id: string, heading: string): string[] {
  const [found] = explain(table, id, DAY);
  const section = found?.page.sections.find((one) => one.heading === heading);
  return (section?.lines ?? []).map((line) => (typeof line === "string" ? line : line.text));
}

test("explain and the printed table name the same rules that each rule gives way to, and those that the overrides mean", () => {
  const { table } = shipped;
  const { document } = reportTable(shipped, { file: "rules.yaml", asOf: DAY, tool: "0.1.0" });
  const printed = new Map(document.chapters.flatMap(({ entries }) => entries).map((one) => [one.anchor, one.parts]));
  for (const rule of table.rules) {
    const winners = table.rules.filter((other) => displaces(other, rule) && canMeet(table, [other.when, rule.when]));
    const expected = winners.map(({ id }) => id);
    const part = printed.get(`rule-${rule.id}`)?.find(({ label }) => label === "Gives way to");
    expect(part?.lines.map(({ text }) => text) ?? [], rule.id).toEqual(expected);
    expect(explained(shipped, rule.id, "Gives way to").join(), rule.id).toBe(expected.join(", "));
  }
});

/** As docs/rules-file.md has it. */
function displaces(winner: Rule, loser: Rule): boolean {
  if (winner.overrides.includes(loser.id)) return true;
  const exempt = loser.overrides.includes("all") || loser.overrides.includes(winner.id);
  return winner.overrides.includes("all") && !exempt;
}

type Answers = Readonly<Record<string, string>>;

/** Whether some situation that can be meets all of these conditions: found by trying answer after answer. */
function canMeet(table: Table, wanted: readonly Condition[], known: Answers = {}): boolean {
  const ruledOut = table.impossible.map(({ when }) => when);
  if (wanted.some((one) => holds(table, one, known) === false)) return false;
  if (ruledOut.some((one) => holds(table, one, known) === true)) return false;
  const undecided = [...wanted, ...ruledOut].find((one) => holds(table, one, known) === undefined);
  if (undecided === undefined) return true;
  const fact = openFact(table, undecided, known) as string;
  return Object.keys(table.facts[fact]?.values ?? {}).some((value) =>
    canMeet(table, wanted, { ...known, [fact]: value }),
  );
}

/** Whether a condition holds as far as the answers tell. */
function holds(table: Table, { tests, any }: Condition, known: Answers): boolean | undefined {
  const passed = tests.map(({ subject, values, negated }) => {
    const finding = table.findings[subject];
    const concluded = finding && holds(table, finding.when, known);
    const value =
      finding === undefined ? known[subject] : concluded === undefined ? undefined : concluded ? "yes" : "no";
    return value === undefined ? undefined : values.includes(value) !== negated;
  });
  const some = any.map((one) => holds(table, one, known));
  const either = some.length === 0 || some.includes(true) ? true : some.includes(undefined) ? undefined : false;
  const all = [...passed, either];
  return all.includes(false) ? false : all.includes(undefined) ? undefined : true;
}

function openFact(table: Table, { tests, any }: Condition, known: Answers): string | undefined {
  for (const { subject } of tests) {
    const finding = table.findings[subject];
    const open = finding ? openFact(table, finding.when, known) : subject in known ? undefined : subject;
    if (open !== undefined) return open;
  }
  return any.map((one) => openFact(table, one, known)).find((one) => one !== undefined);
}

test("a rule that displaces all others says so in words, and what displaces it is named", () => {
  expect(explained(parking, "leaflet", "Displaces")).toEqual([
    "Every rule that applies as well, except those it gives way to.",
  ]);
  expect(explained(parking, "ticket", "Gives way to")).toEqual([
    "town-ticket-unpaid, ticket-although-paid, landlord-ticket",
  ]);
});

test("a deadline never ends in the air, whether a rule has it by itself or by a step", () => {
  expect(explained(parking, "town-ticket-unpaid", "Deadlines")).toEqual([
    "The money is due: 7 days after issued-on, or stated-day where it is given (payment)",
  ]);
  expect(explained(parking, "landlord-ticket", "Deadlines")).toEqual([
    "An objection is due: 10 business days after found-on, but not after stated-day (objection)",
  ]);
  expect(explained(parking, "objection", "Rules with it")).toEqual(["ticket-although-paid, landlord-ticket"]);
  expect(explained(parking, "object", "Deadline")).toEqual([
    "An objection is due: 10 business days after found-on, but not after stated-day (objection)",
  ]);
});

test("a rule tells its verdict, its exit code, what not to do, and that its review is late", () => {
  const { table } = shipped;
  const page = formatText(explain(table, "pace-order-before-charge", "2027-05-02")[0]?.page as Page, 200, noPaint);
  expect(page).toContain("Verdict: Likely unlawful (likely-unlawful, exit code 20)");
  expect(page).toContain("Review overdue since 1 May 2027");
  expect(page).toContain("What not to do\nDo not hand over the records, and do not disregard the paper either.");
});

test("an address stands once, and leads there where a format can link", () => {
  const url = "https://www.legislation.gov.uk/ukpga/1984/60/schedule/1";
  const [source] = explain(shipped.table, "pace-1984-sch1-para-2", DAY);
  const page = source?.page as Page;
  expect(formatMarkdown(page).split("\n")).toContain(`<${url}>`);
  expect(formatText(page, 80, noPaint).split("\n")).toContain(url);
});

test("everything that has an id can be explained", () => {
  const { table } = parking;
  const { verdicts, facts, particulars, findings, notices, steps, deadlines, contacts, sources } = table;
  const sections = [VERDICTS, verdicts, facts, particulars, findings, notices, steps, deadlines, contacts, sources];
  const ids = [...sections.flatMap(Object.keys), ...[...table.rules, ...table.invariants].map(({ id }) => id)];
  const known = idsByKind(table).flatMap((one) => one.ids);
  expect(known).toEqual(expect.arrayContaining(ids));
  for (const id of known) {
    const outcome = explainId(table, id, DAY);
    expect(outcome.kind === "answered" && outcome.report.page.sections.length, id).toBeGreaterThan(0);
  }
});

test("what a table takes for granted, has the holder judge, and says instead stands in explain and in the printed table", () => {
  const { table } = shipped;
  const { document } = reportTable(shipped, { file: "rules.yaml", asOf: DAY, tool: "0.1.0" });
  const printed = (anchor: string, heading: string): string[] | undefined =>
    document.chapters
      .flatMap(({ entries }) => entries)
      .find((one) => one.anchor === anchor)
      ?.parts.find(({ label }) => label === heading)
      ?.lines.map(({ text }) => text);
  for (const [id, { presume, values, "not-weighed": notWeighed }] of Object.entries(table.facts)) {
    const granted = presume === undefined ? [] : [`${presume.says} ${presume.because}`];
    const judged = notWeighed === undefined ? [] : [values[notWeighed]];
    expect(explained(shipped, id, "Taken for granted where nobody says otherwise"), id).toEqual(granted);
    expect(explained(shipped, id, "How to make sure"), id).toEqual(presume === undefined ? [] : [presume.check]);
    expect(explained(shipped, id, "While nobody has judged"), id).toEqual(judged);
    expect(printed(`fact-${id}`, "Taken for granted where nobody says otherwise") ?? [], id).toEqual(granted);
    expect(printed(`fact-${id}`, "While nobody has judged") ?? [], id).toEqual(judged);
    for (const source of presume?.cite ?? [])
      expect(explained(shipped, source, "Cited by").join(), source).toContain(id);
  }
  expect(explained(shipped, "maker", "That is")).toEqual(["Circuit judge, or the Crown Court (circuit-judge)"]);
  for (const [id, step] of Object.entries(table.steps)) {
    expect(explained(shipped, id, "Holds back").length > 0, id).toBe(step["holds-back"] === true);
  }
  const { "all-hold": hold, "all-bind": bind } = table.verdicts["cannot-say"] ?? {};
  const said = (agreed: string) =>
    explained(shipped, "cannot-say", `Said instead where every rule that is left ${agreed}`);
  expect(said("holds back")).toEqual([hold?.headline, hold?.["do-not"]]);
  expect(said("binds")).toEqual([bind?.headline, bind?.["do-not"]]);
});
