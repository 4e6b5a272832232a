import { describe, expect, test } from "vitest";
import { assess, type Case, loadTable, type Problem, readCase } from "../../src/index.js";
import { explain } from "../../src/report/table/explanation.js";
import { edited, flawsOf, parking, tableOf, told } from "../audit/edited.js";
import { runBatch } from "../batch/run-batch.js";

const FACTS = `    values: { ticket: A ticket, leaflet: A leaflet }
`;
const renamed = edited(
  parking,
  [FACTS, `${FACTS}    former-values: { card: "write \`sheet: ticket\`, and \`issuer: landlord\` beside it" }\n`],
  [
    "particulars:\n",
    'former-facts:\n  patient-parked: { instead: "leave it out, or write `paid: yes`" }\n\nparticulars:\n',
  ],
);
const loaded = loadTable({ name: "rules.yaml", text: renamed });
if (!loaded.ok) throw new Error(loaded.problems.map(({ message }) => message).join("\n"));
const table = loaded.value;

const VALUE = "`sheet`: `card` is no longer one of its values";
const WRITE = "write `sheet: ticket`, and `issuer: landlord` beside it";
const FACT = "`patient-parked` is no longer a fact of this table";
const INSTEAD = "leave it out, or write `paid: yes`";

function problemsIn(name: string, text: string): string[] {
  const read = readCase({ name, text }, table);
  return read.ok ? [] : read.problems.map(line);
}

function line({ code, message, help, at }: Problem): string {
  return `${code} ${at?.source.text.slice(at.span.start, at.span.end)} ${message}; ${help}`;
}

describe("what the table had before is told by name, with what to write instead", () => {
  test.each([
    ["a value", "facts: { sheet: card }"],
    ["among several", "facts: { sheet: [leaflet, card] }"],
    ["among those that it is not", "facts: { sheet: { not: [card] } }"],
    ["in a part", "facts: {}\nparts: [{ label: A, facts: { sheet: card } }, { label: B }]"],
  ])("in a case file: %s", (_, text) => {
    expect(problemsIn("a.yaml", text)).toEqual([`OT208 card ${VALUE}; ${WRITE}`]);
  });

  test.each([
    ["among the facts", "facts: { patient-parked: yes }"],
    ["beside them", "patient-parked: yes\nfacts: {}"],
    ["of a part", "parts: [{ label: A, facts: { patient-parked: yes } }, { label: B }]"],
  ])("a fact, and be it one whose name might be a patient's: %s", (_, text) => {
    expect(problemsIn("a.yaml", text)).toEqual([`OT208 patient-parked ${FACT}; ${INSTEAD}`]);
  });

  test("a value that is misspelt", () => {
    expect(problemsIn("a.yaml", "facts: { sheet: Carrd }")).toEqual([`OT208 Carrd ${VALUE}; ${WRITE}`]);
  });

  test("and what is still there, misspelt, is not taken for what was", () => {
    expect(problemsIn("a.yaml", "facts: { sheet: tickt }")[0]).toContain("did you mean `ticket`?");
  });

  test.each([
    ["a value in a line of JSON", "a.ndjson", '{"facts":{"sheet":"card"}}\n', VALUE, WRITE],
    ["a fact in a line of JSON", "a.ndjson", '{"facts":{"patient-parked":"yes"}}\n', FACT, INSTEAD],
    ["a value in a cell", "a.csv", "sheet,paid\nCARD,yes\n", VALUE, WRITE],
    ["a column", "a.csv", "sheet,Patient parked\nticket,yes\n", `${FACT}; no row was read`, INSTEAD],
  ])("in a batch: %s", async (_, name, text, message, help) => {
    const { records } = await runBatch(table, name, Buffer.from(text));
    expect(records).toMatchObject([{ errors: [{ code: "OT208", message, help }] }]);
  });

  test("a column that is passed over", async () => {
    const ignoreColumns = ["patient-parked"];
    const { records } = await runBatch(table, "a.csv", Buffer.from("sheet,patient-parked\nleaflet,yes\n"), {
      ignoreColumns,
    });
    expect(records).toMatchObject([{ verdict: "refer" }]);
  });

  test("by the library", () => {
    const given: Case = { facts: { sheet: "card" }, particulars: {} };
    const answer = assess(table, given, "2026-11-22");
    expect(answer.ok ? [] : answer.problems.map(({ code, message, help }) => [code, message, help])).toEqual([
      ["OT208", VALUE, WRITE],
    ]);
  });

  test("to whoever asks what it is", () => {
    const [{ page } = { page: undefined }] = explain(tableOf(renamed), "patient-parked", "2026-11-22");
    expect(JSON.stringify(page)).toContain(INSTEAD);
    expect(JSON.stringify(explain(tableOf(renamed), "sheet", "2026-11-22"))).toContain(WRITE);
  });

  test.each([
    ["a value", "{ sheet: leaflet }", "{ sheet: card }", `OT208 # "card" ${VALUE}`, WRITE],
    [
      "a fact",
      "{ sheet: leaflet }",
      "{ sheet: leaflet, patient-parked: yes }",
      `OT208 # "patient-parked" ${FACT}`,
      INSTEAD,
    ],
  ])("in a condition of the table itself: %s", (_, from, to, fault, help) => {
    const text = edited(renamed, [`when: ${from}`, `when: ${to}`]);
    const [flaw, ...others] = flawsOf(text);
    const at = text.split(`when: ${to}`)[0]?.split("\n").length;
    expect([flaw && told(flaw), flaw?.problem.help, others]).toEqual([fault.replace("#", String(at)), help, []]);
  });
});

test.each([
  [
    "a value that is there",
    "former-values: { card:",
    "former-values: { leaflet:",
    'OT302 # "leaflet" the id `leaflet` is already taken by a value',
  ],
  [
    "what nobody knows",
    "former-values: { card:",
    "former-values: { unknown:",
    'OT312 # "unknown" `unknown` cannot be the id of a former value: every fact has it, for what nobody knows',
  ],
  [
    "a fact that is there",
    "  patient-parked: {",
    "  paid: {",
    'OT302 # "paid" the id `paid` is already taken by a fact',
  ],
  [
    "a particular",
    "  patient-parked: {",
    "  found-on: {",
    'OT302 # "found-on" the id `found-on` is already taken by a particular',
  ],
  [
    "an option of the program",
    "  patient-parked: {",
    "  no-plain: {",
    'OT312 # "no-plain" `no-plain` cannot be the id of a former fact: `--no-plain` would take back the option `--plain`',
  ],
])("what is there cannot be what was there before: %s", (_, from, to, fault) => {
  const text = edited(renamed, [from, to]);
  const at = text.split(to)[0]?.split("\n").length;
  expect(flawsOf(text).map(told)).toEqual([fault.replace("#", String(at))]);
});
