import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { auditTable } from "../../src/audit/audits.js";
import { assess, type Case, type CompiledTable } from "../../src/index.js";
import { draftLaw, packLaw } from "../../src/table/compile.js";
import { BEGINNING } from "../../src/table/in-force.js";
import { loadPlacedTable } from "../../src/table/load.js";
import type { Condition } from "../../src/table/table.js";
import { type Decision, decide, isContradiction } from "../../src/triage/decide.js";
import { findUnmet } from "../../src/triage/expectation.js";
import { casesIn, type WrittenCase } from "./cases.js";
import { shippedTable } from "./shipped.js";

const TODAY = "2026-11-22";
const shipped = shippedTable();
const { table } = shipped;
const cases = [...casesIn("tests/cases", shipped), ...casesIn("examples", shipped)];

function decisionOn(compiled: CompiledTable, given: Case): Decision {
  const decision = decide(compiled, given, TODAY);
  if (isContradiction(decision)) throw new Error(`${given.title}: ${decision.because.join(" ")}`);
  return decision;
}

function meetsExpectation(compiled: CompiledTable, given: WrittenCase): boolean {
  return given.expect !== undefined && findUnmet(given.expect, decisionOn(compiled, given)).length === 0;
}

test("every case has a sentence of its own for a title", () => {
  const titles = cases.map(({ title }) => title);
  expect(titles.filter((title, index) => title === undefined || titles.indexOf(title) !== index)).toEqual([]);
});

describe.each([...new Set(cases.map(({ file }) => file))])("%s", (file) => {
  test.each(cases.filter((one) => one.file === file).map((one) => [one.title, one] as const))("%s", (_, given) => {
    expect(given.expect).toBeDefined();
    if (given.expect !== undefined) expect(findUnmet(given.expect, decisionOn(shipped, given))).toEqual([]);
  });
});

test("the worked examples of this slice are all there, each with its verdict and, where one decides, its rule", () => {
  const worked = cases.filter(({ file }) => file.endsWith("worked-examples.yaml"));
  const numbers = worked.map(({ title }) => Number(title?.match(/^T(\d+):/)?.[1]));
  expect(numbers).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 12, 13, 14, 18, 19, 20]);
  const unruled = worked.filter(({ expect: expected }) => expected?.rule === undefined);
  expect(unruled.map(({ expect: expected }) => expected?.verdict)).toEqual(["cannot-say"]);
});

/** The table without a rule, as though nobody had ever written it. */
function without(id: string): CompiledTable {
  const rules = table.rules
    .filter((rule) => rule.id !== id)
    .map((rule) => ({ ...rule, overrides: rule.overrides.filter((other) => other !== id) }));
  const less = { ...table, rules };
  return { table: less, digest: "", laws: [{ from: BEGINNING, law: packLaw(draftLaw(less, TODAY)) }] };
}

test.each(table.rules.map(({ id }) => id))("some case notices when the rule %s is gone", (id) => {
  const less = without(id);
  const notices = (given: WrittenCase): boolean => {
    try {
      return !meetsExpectation(less, given);
    } catch {
      return true; // no rule is left to decide it
    }
  };
  expect(cases.some(notices)).toBe(true);
});

test.each(Object.keys(table.notices))("some case expects the notice %s", (id) => {
  expect(cases.filter(({ expect: expected }) => expected?.notices?.includes(id)).length).toBeGreaterThan(0);
});

test("whatever a court has made, or says it has, comes with a call to advisers and a step towards its date", () => {
  const court = table.rules.filter(({ when }) =>
    mentions(when, "instrument", ["court-order", "witness-summons", "warrant", "other-paper"]),
  );
  expect(court.length).toBeGreaterThan(15);
  for (const { id, steps } of court) {
    expect(
      steps.some((step) => /contact-mdo/.test(step)),
      id,
    ).toBe(true);
    expect(steps.length, id).toBeGreaterThanOrEqual(3);
    expect(steps.length, id).toBeLessThanOrEqual(6);
  }
});

function mentions({ tests, any }: Condition, subject: string, values: readonly string[]): boolean {
  return (
    tests.some((one) => one.subject === subject && one.values.some((value) => values.includes(value))) ||
    any.some((alternative) => mentions(alternative, subject, values))
  );
}

test("nothing about the table is doubtful: no wording, no idle condition, nothing unused", () => {
  const placed = loadPlacedTable({ name: "rules.yaml", text: readFileSync("rules.yaml", "utf8") });
  expect(placed.ok && auditTable(placed.value, TODAY).map(({ problem }) => problem.message)).toEqual([]);
});

test("the case it began with says what the advice says", () => {
  const given = cases.find(({ file }) => file.endsWith("pre-charge-production-order.yaml")) as WrittenCase;
  const answer = assess(shipped, given, TODAY);
  if (!answer.ok) throw new Error("no answer");
  const { headline, exitCode, rule, findings, steps, deadlines } = answer.value;
  expect(headline).toBe("Order likely unlawful pre-charge - seek discharge, contact MDO");
  expect(exitCode).toBe(20);
  expect(findings.map(({ says }) => says).join()).toMatch(/excluded material/);
  expect(rule?.because).toMatch(/made in error.*discharged.*cannot be disregarded.*witness summons/);
  expect(steps.map((step) => step.do).join()).toMatch(
    /defence organisation \(MDO\).*even where the paper looks valid.*whether anybody is charged.*police in writing.*discharged/,
  );
  expect(deadlines[0]?.day).toBe("2026-11-25");
});

test("a firm verdict never rests on unverified sources alone, on any day", () => {
  for (const { from } of shipped.laws) {
    const day = from === BEGINNING ? "2021-03-12" : from;
    for (const given of cases) {
      const answer = assess(shipped, given, day);
      if (!answer.ok || answer.value.rule === null || ["refer", "out-of-scope"].includes(answer.value.verdict))
        continue;
      const { rule, sources } = answer.value;
      const marks = sources.filter(({ id }) => rule.sources.includes(id)).map(({ verified }) => verified);
      expect(marks, `${rule.id} on ${day}`).toContain("yes");
    }
  }
});
