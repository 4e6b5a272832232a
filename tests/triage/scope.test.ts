import { expect, test } from "vitest";
import { type Assessment, assess, readCase } from "../../src/index.js";
import { caseSchema } from "../../src/report/case-schema.js";
import { flawsOf } from "../audit/edited.js";
import { runBatch } from "../batch/run-batch.js";
import { casesIn } from "../law/cases.js";
import { shippedTable } from "../law/shipped.js";
import { lostText } from "./label-form.js";

const shipped = shippedTable();
const TODAY = "2026-11-22";

const CONSENTED =
  "facts: { instrument: request, asker: police, police-question: records-or-other, risk: none, records-held: england, whose: victim, material: clinical, patient: has-capacity, consent: given }";
const REFUSED = CONSENTED.replace("given", "refused");

function answer(text: string): Assessment {
  const given = readCase({ name: "a.yaml", text }, shipped);
  if (!given.ok) throw new Error(given.problems.map(({ message }) => message).join("; "));
  const answered = assess(shipped, given.value, TODAY);
  if (!answered.ok) throw new Error(answered.problems.map(({ message }) => message).join("; "));
  return answered.value as Assessment;
}

function problems(particulars: string): unknown[] {
  const given = readCase({ name: "a.yaml", text: `particulars: ${particulars}` }, shipped);
  return given.ok ? [] : given.problems.map(({ code, message }) => `${code} ${message}`);
}

const DISCLOSES = "Disclose only the relevant entries, in copies and without other people's details";

test("what goes out, from when to when and to whom stands in the steps by which it goes out, and in no other", () => {
  const disclosing = (particulars: string): string[] =>
    answer(`${CONSENTED}\nparticulars: ${particulars}`)
      .steps.filter(({ discloses }) => discloses)
      .map(({ do: text }) => text);
  expect(disclosing("{}")).toEqual([`${DISCLOSES}.`]);
  const all = "{ records-from: 2020-01-01, records-to: 2024-12-31, records-named: GP notes, recipient: Barset CID }";
  expect(disclosing(all)).toEqual([
    `${DISCLOSES}: GP notes, from 1 January 2020 to 31 December 2024, to Barset CID only.`,
  ]);
  expect(disclosing("{ records-from: 1998-01-01 }")).toEqual([`${DISCLOSES}: from 1 January 1998 on.`]);
  expect(disclosing("{ records-to: 1998-01-01 }")).toEqual([`${DISCLOSES}: up to 1 January 1998.`]);
  expect(disclosing("{ recipient: 7 }")).toEqual([`${DISCLOSES}: to 7 only.`]);
  expect(disclosing("{ recipient: the Barset CID only. }")).toEqual([`${DISCLOSES}: to the Barset CID only.`]);
  expect(disclosing("{ records-named: the entries of 3 May., recipient: CID. }")).toEqual([
    `${DISCLOSES}: the entries of 3 May, to CID only.`,
  ]);
  const others = (text: string): string[] => answer(text).steps.flatMap((one) => (one.discloses ? [] : [one.do]));
  expect(others(`${CONSENTED}\nparticulars: ${all}`)).toEqual(others(CONSENTED));
});

test("where a paper or the law says to whom, nobody else is added, and whoever was named is told as without effect", () => {
  const fixed = Object.entries(shipped.table.steps).filter(([, { discloses }]) => discloses === "to-whom-it-says");
  for (const { facts } of casesIn("tests/cases", shipped)) {
    const given = { facts, particulars: { "records-named": "GP notes", recipient: "Barset CID" } };
    const answered = assess(shipped, given, TODAY);
    if (!answered.ok) continue;
    const { steps, withoutEffect, possibleRules } = answered.value as Assessment;
    for (const { id, do: text } of steps) if (fixed.some(([one]) => one === id)) expect(text).toMatch(/: GP notes\.$/);
    const all = [...steps, ...possibleRules.flatMap((rule) => rule.steps)];
    const says = (what: string): boolean => all.some(({ do: text }) => text.includes(what));
    const idle = withoutEffect.map(({ id }) => id);
    expect([idle.includes("recipient"), idle.includes("records-named")]).toEqual([
      !says("to Barset CID only"),
      !says(": GP notes"),
    ]);
  }
});

test("where nothing goes out it is stated without effect", () => {
  const { withoutEffect, steps } = answer(
    `${REFUSED}\nparticulars: { records-from: 2020-01-01, recipient: Barset CID, reference: A }`,
  );
  expect(steps.some(({ discloses }) => discloses)).toBe(false);
  expect(withoutEffect.map(({ id, says }) => [id, says])).toEqual([
    ["records-from", "Wednesday 1 January 2020"],
    ["recipient", "Barset CID"],
  ]);
  expect(answer(`${CONSENTED}\nparticulars: { recipient: Barset CID }`).withoutEffect).toEqual([]);
});

test("no verdict that nothing has to go out under has a step by which something does", () => {
  for (const { expect: _, title: __, ...given } of casesIn("tests/cases", shipped)) {
    const answered = assess(shipped, given, TODAY);
    if (!answered.ok) throw new Error("it is a case");
    const { verdict, steps } = answered.value;
    if (verdict === "likely-unlawful") expect(steps.filter(({ discloses }) => discloses)).toEqual([]);
  }
});

test("a period that ends before it begins, what is too long, and a day that is none are problems at their places", () => {
  expect(problems("{ records-from: 2025-01-01, records-to: 2024-12-31 }")).toEqual([
    "OT209 `records-to`: `2024-12-31` is before `records-from`, which is `2025-01-01`",
  ]);
  expect(problems("{ records-from: 2025-01-01, records-to: 2025-01-01 }")).toEqual([]);
  expect(problems(`{ recipient: ${"x".repeat(61)}, records-named: ${"x".repeat(60)} }`)).toEqual([
    "OT205 `recipient` is longer than 60 characters",
  ]);
  const unprintable = ["a\\nb", "a\\eb", "a\\u2028b"].map((text) => problems(`{ recipient: "${text}" }`));
  const told = "OT205 `recipient` has a line break or another sign that cannot be printed";
  expect(unprintable).toEqual([[told], [told], [told]]);
  expect(problems('{ records-named: " ., " }')).toEqual(["OT205 `records-named` has no word in it"]);
  expect(problems("{ records-from: 1/1/2020, records-to: 1899-12-31 }")).toEqual([
    "OT207 `records-from`: `1/1/2020` is not a date",
    "OT207 `records-to`: `1899-12-31` is outside 1900 to 2099",
  ]);
  expect(problems("{ records-from: [2020-01-01] }")).toEqual(["OT205 `records-from` is to be a date"]);
  const parts =
    "particulars: { records-from: 2025-01-01 }\nparts:\n  - { label: a }\n  - { label: b, particulars: { records-to: 2020-01-01 } }";
  const given = readCase({ name: "a.yaml", text: parts }, shipped);
  expect(given.ok ? [] : given.problems.map(({ code }) => code)).toEqual(["OT209"]);
});

test("a batch refuses the same, line by line", async () => {
  const line = (particulars: object): string =>
    `${JSON.stringify({ facts: { instrument: "request" }, particulars })}\n`;
  const lines = [
    line({ "records-from": "1998-01-01", "records-to": "2024-12-31", recipient: "Barset CID" }),
    line({ "records-from": "2025-01-01", "records-to": "2024-12-31" }),
    line({ recipient: "x".repeat(61) }),
  ];
  const { records } = await runBatch(shipped, "a.ndjson", Buffer.from(lines.join("")));
  expect(records).toMatchObject([
    { verdict: "cannot-say" },
    { errors: [{ code: "OT209" }] },
    { errors: [{ code: "OT205" }] },
  ]);
});

test("the schema of a case knows how long it may be and how old", () => {
  const { properties } = caseSchema(shipped.table) as never as {
    properties: { particulars: { properties: Record<string, { maxLength?: number; pattern: string }> } };
  };
  const shown = new RegExp((properties.particulars.properties["recipient"] as { pattern: string }).pattern, "u");
  expect(["CID", "a\nb", "a\u001b", "."].map((one) => shown.test(one))).toEqual([true, false, false, false]);
  const { recipient, reference, "records-from": from, "order-date": order } = properties.particulars.properties;
  expect([recipient?.maxLength, reference?.maxLength]).toEqual([60, undefined]);
  expect([from, order].map((one) => new RegExp(one?.pattern ?? "").test("1904-02-29"))).toEqual([true, false]);
});

test("a table is told of a scope that cannot be", () => {
  const told = (scopes: string): string[] =>
    flawsOf(lostText.replace("kind: date }", `kind: date${scopes} }`)).map(({ problem: { message } }) => message);
  expect(told(", scope: from")).toEqual([]);
  expect(told(", scope: what")[0]).toContain("has the wrong kind for its `scope`");
  expect(told(", scope: from }\n  lost-on: { ask: When?, kind: date, scope: from")[0]).toBe(
    "`from` is the `scope` of `found-on` already",
  );
  expect(told(", not-before: found-on")[0]).toContain("is to name another date");
});
