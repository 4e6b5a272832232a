import fc from "fast-check";
import { expect, test } from "vitest";
import { outlineOf } from "../../src/audit/outline/outline.js";
import { layOut, type Placed } from "../../src/format/flow/layout.js";
import type { Chapter, Flow } from "../../src/report/document.js";
import { ruleChapters } from "../../src/report/table/chapters.js";
import { flowLines } from "../../src/report/table/flow-words.js";
import type { Condition, Table } from "../../src/table/table.js";
import { shippedTable } from "../law/shipped.js";
import { canBe, deciding, emptyTable, everyFacts, type Facts, rule, soundTable } from "../table/small-tables.js";

const day = "2026-11-22";

const chaptersOf = (table: Table): Chapter[] => ruleChapters(outlineOf(table, day));

/** The rule that the pictures lead to, read in their order; nothing where a chapter has nothing to ask. */
function ruleByPictures(chapters: readonly Chapter[], facts: Facts): string | undefined {
  for (const { anchor, flow, entries } of chapters) {
    if (!concerns(anchor, facts)) continue;
    if (flow === undefined) return entries.length === 0 ? undefined : "unasked";
    const end = endOf(flow, facts);
    if (end !== undefined) return end;
  }
  return undefined;
}

/** Whether a chapter is about such a situation, as its anchor says. */
function concerns(anchor: string, facts: Facts): boolean {
  const given = anchor.replace("kind-", "").split(".");
  return given.every((one) => {
    const [fact = "", ...values] = one.split("_");
    return values.length === 0 || values.includes(facts[fact] ?? "");
  });
}

function endOf(flow: Flow, facts: Facts): string | undefined {
  let at = flow.questions[0]?.key;
  for (;;) {
    const question = flow.questions.find(({ key }) => key === at);
    if (question === undefined) break;
    const ways = question.answers.filter(({ values }) => values.includes(facts[question.fact] ?? ""));
    expect(ways).toHaveLength(1);
    at = ways[0]?.leads;
  }
  return flow.ends.find(({ key }) => key === at)?.to?.replace("rule-", "");
}

test("whoever follows the pictures, chapter by chapter, comes to the rule that decides", () => {
  fc.assert(
    fc.property(soundTable, (table) => {
      const chapters = chaptersOf(table);
      for (const facts of everyFacts(table).filter((one) => canBe(table, one))) {
        const end = ruleByPictures(chapters, facts);
        if (end !== "unasked") expect(end).toBe(deciding(table, facts)[0]?.id);
      }
    }),
    { numRuns: 60 },
  );
});

test("the shipped table has a picture for every kind of paper about which something is asked, none of them crowded", () => {
  for (const { anchor, flow, entries } of chaptersOf(shippedTable().table)) {
    const isOneKind = anchor.split(".").every((given) => given.includes("_"));
    if (isOneKind && flow === undefined) expect([anchor, entries.length]).toEqual([anchor, 1]);
    expect(flow?.questions.length ?? 0).toBeLessThanOrEqual(15);
  }
});

test("in words a flow names every question it leads to by its number, and every end by its verdict and headline", () => {
  const flow: Flow = {
    questions: [
      {
        key: "q1",
        fact: "sheet",
        text: "Which?",
        to: "fact-sheet",
        answers: [
          { values: ["a", "b"], texts: ["One", "Two"], leads: "q2" },
          { values: ["c", "d", "e"], texts: [], leads: "e1" },
        ],
      },
      {
        key: "q2",
        fact: "other",
        text: "Why?",
        to: "fact-other",
        answers: [{ values: ["d"], texts: ["So"], leads: "e2" }],
      },
    ],
    ends: [
      { key: "e1", text: "Pay", verdict: { id: "appears-lawful", label: "Appears lawful" }, to: "rule-pay" },
      { key: "e2", text: "Read on" },
    ],
  };
  expect(flowLines(flow)).toEqual([
    { text: "Which?", answers: ["“One” or “Two” → question 2", "Any other answer → Appears lawful: Pay"] },
    { text: "Why?", answers: ["“So” → Read on"] },
  ]);
});

test("no two things of a picture lie on each other, each row is below the one before, and all lie on the sheet", () => {
  fc.assert(
    fc.property(soundTable, (table) => {
      for (const { flow } of chaptersOf(table)) {
        if (flow === undefined) continue;
        const { placed, width, height, links } = layOut(flow);
        for (const [index, one] of placed.entries()) {
          expect(inside(one, width, height)).toBe(true);
          for (const other of placed.slice(index + 1)) expect(apart(one, other)).toBe(true);
        }
        const at = new Map(placed.map((one) => [one.key, one]));
        for (const { from, to } of links) expect(at.get(to)?.y).toBeGreaterThan(at.get(from)?.below ?? Number.NaN);
      }
    }),
    { numRuns: 60 },
  );
});

function inside(one: Placed, width: number, height: number): boolean {
  return one.x - one.width / 2 >= 0 && one.x + one.width / 2 <= width && one.y >= 0 && one.y + one.height <= height;
}

function apart(one: Placed, other: Placed): boolean {
  const beside = Math.abs(one.x - other.x) >= (one.width + other.width) / 2;
  const above = one.y + one.height <= other.y || other.y + other.height <= one.y;
  return beside || above;
}

test("where a picture would be too crowded, the chapter says so instead", () => {
  // whether an odd number of eighteen facts is true depends on every one of them
  const numbers = [...Array(18).keys()];
  const is = (subject: string, value: string): Condition => ({
    tests: [{ subject, values: [value], negated: false }],
    any: [],
  });
  const both = (one: Condition, other: Condition): Condition => ({ tests: [...one.tests, ...other.tests], any: [] });
  const oddUpTo = (number: number): Condition =>
    number === 0
      ? is("f0", "v1")
      : {
          tests: [],
          any: [
            both(is(`f${number}`, "v1"), is(`odd${number - 1}`, "no")),
            both(is(`f${number}`, "v0"), is(`odd${number - 1}`, "yes")),
          ],
        };
  const fact = { ask: "?", why: "because", values: { v0: "0", v1: "1" } };
  const table: Table = {
    ...emptyTable(),
    facts: Object.fromEntries(["first", ...numbers.map((number) => `f${number}`)].map((id) => [id, fact])),
    findings: Object.fromEntries(
      numbers.map((number) => [`odd${number}`, { says: "odd", when: oddUpTo(number), cite: [] }]),
    ),
    rules: [rule("even", { tests: [], any: [] }), rule("odd", is("odd17", "yes"), { overrides: ["even"] })],
  };
  const [chapter] = chaptersOf(table);
  expect(chapter?.flow).toBe(undefined);
  expect(chapter?.intro.flatMap(({ lines }) => lines.map(({ text }) => text)).at(-1)).toBe(
    "None: it would show more than 15 questions, which is too many for one sheet.",
  );
});

test("a diagram that no order makes small ends in no picture, not in an error", () => {
  // which of forty rules decides depends on every one of nine facts
  const facts = [...Array(9).keys()].map((number) => `f${number}`);
  const fact = { ask: "?", why: "because", values: { v0: "0", v1: "1", v2: "2" } };
  const numbers = fc.sample(fc.array(fc.nat({ max: 2 }), { minLength: 9, maxLength: 9 }), { numRuns: 40, seed: 7 });
  const rules = numbers.map((values, index) =>
    rule(
      `r${index}`,
      {
        tests: values.slice(1).map((value, at) => ({ subject: `f${at + 1}`, values: [`v${value}`], negated: true })),
        any: [],
      },
      { overrides: [...Array(index).keys()].map((other) => `r${other}`) },
    ),
  );
  const table: Table = { ...emptyTable(), facts: Object.fromEntries(facts.map((id) => [id, fact])), rules };
  const chapters = chaptersOf(table);
  expect(chapters.flatMap(({ entries }) => entries)).toHaveLength(rules.length);
  expect(chapters.flatMap(({ intro }) => intro.map(({ label }) => label))).toContain("Picture");
});
