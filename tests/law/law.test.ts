import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { findFlaws } from "../../src/audit/flaws.js";
import { assess, type Case, type CompiledTable } from "../../src/index.js";
import { inFull } from "../../src/report/words.js";
import { BEGINNING, inForce } from "../../src/table/in-force.js";
import { examineTable } from "../../src/table/load.js";
import { type Decision, decide, isContradiction } from "../../src/triage/decide.js";
import { findUnmet } from "../../src/triage/expectation.js";
import { casesIn, type WrittenCase } from "./cases.js";
import { shippedTable } from "./shipped.js";

const TODAY = "2026-11-28";
const shipped = shippedTable();
const { table } = shipped;
const cases = [...casesIn("tests/cases", shipped), ...casesIn("examples", shipped)];

function decisionOn(compiled: CompiledTable, given: Case): Decision {
  const decision = decide(compiled, given, TODAY);
  if (isContradiction(decision)) throw new Error(`${given.title}: ${decision.because.join(" ")}`);
  return decision;
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

test("the worked examples are all there, each with its verdict and, where one decides, its rule", () => {
  const worked = cases.filter(({ file }) => file.endsWith("worked-examples.yaml"));
  const numbers = worked.map(({ title }) => Number(title?.match(/^T(\d+):/)?.[1]));
  expect(numbers).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
  const unruled = worked.filter(({ expect: expected }) => expected?.rule === undefined);
  expect(unruled.map(({ expect: expected }) => expected?.verdict)).toEqual(["cannot-say", "cannot-say"]);
});

test("every trap that a plain reading falls into has its case", () => {
  const traps = cases.filter(({ file }) => file.endsWith("traps.yaml"));
  const numbers = traps.map(({ title }) => Number(title?.match(/^Trap (\d+): /)?.[1]));
  expect(numbers).toEqual(Array.from({ length: 54 }, (_, index) => index + 1));
  expect(traps.filter(({ expect: expected }) => expected?.rule === undefined).map(({ title }) => title)).toEqual([]);
});

// what is noticed when a rule is gone or different, the mutants tell
test("every rule decides a case", () => {
  const decided = new Set(cases.map(({ expect: expected }) => expected?.rule));
  expect(table.rules.map(({ id }) => id).filter((id) => !decided.has(id))).toEqual([]);
});

test.each(Object.keys(table.notices))("some case expects the notice %s", (id) => {
  expect(cases.filter(({ expect: expected }) => expected?.notices?.includes(id)).length).toBeGreaterThan(0);
});

test("every rule says in two to six steps what to do", () => {
  expect(table.rules.filter(({ steps }) => steps.length < 2 || steps.length > 6).map(({ id }) => id)).toEqual([]);
});

test("nothing about the table is doubtful: no wording, no idle condition, nothing unused", () => {
  const examined = examineTable({ name: "rules.yaml", text: readFileSync("rules.yaml", "utf8") }, TODAY);
  expect(findFlaws(examined, TODAY, TODAY).map(({ problem }) => problem.message)).toEqual([]);
});

test("the case it began with says what the advice says", () => {
  const given = cases.find(({ file }) => file.endsWith("pre-charge-production-order.yaml")) as WrittenCase;
  const answer = assess(shipped, given, TODAY);
  if (!answer.ok) throw new Error("no answer");
  const { headline, exitCode, rule, findings, steps, deadlines } = answer.value;
  expect(headline).toBe("Order likely unlawful pre-charge - seek discharge, contact MDO");
  expect(exitCode).toBe(20);
  expect(findings.map(({ says }) => says).join()).toMatch(/excluded material/);
  expect(inFull(rule?.because ?? "", rule?.more)).toMatch(
    /made in error.*discharged.*cannot be disregarded.*witness summons/,
  );
  expect(steps.map((step) => inFull(step.do, step.more)).join()).toMatch(
    /defence organisation \(MDO\).*even where the paper looks valid.*whether anybody is charged.*police in writing.*discharged/,
  );
  expect(deadlines[0]?.day).toBe("2026-11-25");
});

test("a firm verdict never rests on unverified sources alone, and no verdict on what nobody has read, on any day", () => {
  for (const { from } of shipped.laws) {
    const day = from === BEGINNING ? "2015-01-01" : from;
    for (const rule of table.rules.filter((one) => inForce(one, day))) {
      const cited = rule.cite.flatMap((id) => table.sources[id] ?? []).filter((source) => inForce(source, day));
      const marks = cited.map(({ verified }) => verified);
      const isFirm = !["refer", "out-of-scope"].includes(rule.verdict);
      expect(
        marks.some((mark) => (isFirm ? mark === "yes" : mark !== "no")),
        `${rule.id} on ${day}`,
      ).toBe(true);
    }
  }
});

/** Cases under the law of the days before and after a change. */
describe("the law of the day", () => {
  const secondSet = {
    ...{ instrument: "court-order", power: "pace-schedule-1", "records-held": "england", maker: "circuit-judge" },
    ...{ "access-conditions": "second", "older-act": "official-secrets", material: "clinical" },
  };
  const victim = {
    ...{ instrument: "request", asker: "police", "records-held": "england", risk: "none" },
    ...{ material: "counselling", patient: "has-capacity", consent: "not-asked", whose: "victim" },
  };
  const assessed = (facts: Case["facts"], day: string) => {
    const answer = assess(shipped, { facts, particulars: {} }, day);
    if (!answer.ok) throw new Error("contradiction");
    return answer.value;
  };

  test("until 19 December 2023 the Official Secrets Act 1911 could carry a second set, and since then it cannot", () => {
    expect(assessed(secondSet, "2023-12-19").rule?.id).toBe("pace-second-set-on-older-act");
    expect(assessed(secondSet, "2023-12-20").rule?.id).toBe("pace-second-set-on-official-secrets");
  });

  test("an order under the National Security Act 2023 is known from the day it came into force", () => {
    const order = {
      ...{ instrument: "court-order", power: "investigation-act", "investigation-act": "national-security" },
      ...{ "records-held": "england", maker: "circuit-judge" },
    };
    expect(assessed(order, "2023-12-19").verdict).toBe("refer");
    expect(assessed(order, "2023-12-20").verdict).toBe("appears-lawful");
  });

  test("the Criminal Procedure Rules cited are those of 2020 until 5 October 2025 and those of 2025 from then on", () => {
    const rulesCited = (day: string) => {
      const cited = assessed({ ...secondSet, "access-conditions": "first", charged: "nobody" }, day).sources;
      return new Set(cited.flatMap(({ id }) => /^crimpr-\d+/.exec(id)?.[0] ?? []));
    };
    expect(rulesCited("2025-10-05")).toEqual(new Set(["crimpr-2020"]));
    expect(rulesCited("2025-10-06")).toEqual(new Set(["crimpr-2025"]));
  });

  test("what the police owe a victim whose records they ask for is told from 12 January 2026", () => {
    const noticesOn = (day: string) => assessed(victim, day).notices.map(({ id }) => id);
    expect(noticesOn("2026-01-11")).not.toContain("victim-information");
    expect(noticesOn("2026-01-12")).toEqual(expect.arrayContaining(["victim-information", "counselling-notes"]));
  });
});
