import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parseAllDocuments } from "yaml";
import { evaluate, type Given, mostSerious } from "./evaluator.js";
import { codesOf, library } from "./program.js";
import { oneOf, pickFrom, randomCase } from "./random.js";
import { agreedOn, DATES, DAY, daysOf, kindOf, lawOn, SEED, shipped, TIMES, tell } from "./trials.js";

test("cases of the shipped table, told by halves, come to the same", () => {
  const pick = pickFrom(SEED);
  const days = [...daysOf(shipped), DAY];
  const kinds = [...Array(200 * TIMES)].map((_, index) => {
    const day = index % 2 === 0 ? DAY : oneOf(days, pick);
    const given = randomCase(lawOn(day), DATES, (index % 5) / 5, pick);
    return kindOf(agreedOn(library.shippedTable(), lawOn(day), given, day));
  });
  tell("random cases of the shipped table", kinds);
});

interface CaseFile extends Given {
  readonly expect?: { readonly verdict?: string; readonly rule?: string };
}

test("the cases that the table is tested with come to the same, and to what they expect", () => {
  const files = readdirSync("tests/cases", { recursive: true, encoding: "utf8" }).filter((name) => /ya?ml$/.test(name));
  const cases = files.flatMap((name) =>
    parseAllDocuments(readFileSync(join("tests/cases", name), "utf8")).map((one) => one.toJS() as CaseFile),
  );
  const kinds = cases.map(({ facts, particulars = {}, expect: expected = {} }) => {
    const given = { facts, particulars };
    const own = agreedOn(library.shippedTable(), lawOn(DAY), given, DAY);
    const { verdict, rule } = { ...own, ...expected };
    expect({ given, ...own }).toMatchObject({ given, verdict, rule });
    return kindOf(own);
  });
  tell("cases of tests/cases", kinds);
});

test("a case in parts comes to the most serious of what they come to", () => {
  const pick = pickFrom(SEED);
  const law = lawOn(DAY);
  const kinds = [...Array(40 * TIMES)].map(() => {
    const { facts } = randomCase(law, DATES, 0.5, pick);
    const parts = ["A", "B", "C"].slice(0, 2 + Math.floor(pick() * 2)).map((label) => {
      return { label, facts: randomCase(law, DATES, 0.7, pick).facts };
    });
    const answers = parts.map((part) => evaluate(law, { facts: { ...facts, ...part.facts } }));
    const read = library.readCase({ name: "case", text: JSON.stringify({ facts, parts }) }, library.shippedTable());
    if (!read.ok) throw new Error(codesOf(read.problems));
    const answered = library.assess(library.shippedTable(), read.value, DAY);
    if (answers.includes(undefined)) {
      expect(answered.ok).toBe(false);
      return "that cannot be";
    }
    const verdicts = answers.map((answer) => answer?.verdict as string);
    expect(answered).toMatchObject({
      value: { ...mostSerious(verdicts), parts: verdicts.map((verdict) => ({ assessment: { verdict } })) },
    });
    return "answered";
  });
  tell("cases in parts", kinds);
});
