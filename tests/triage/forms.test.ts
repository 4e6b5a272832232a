import fc from "fast-check";
import { expect, test } from "vitest";
import { formatMarkdown } from "../../src/format/markdown.js";
import { formatText } from "../../src/format/text.js";
import { type AnyCase, type Assessment, assess, readCase } from "../../src/index.js";
import { firstPage } from "../../src/report/assessment/first-page.js";
import { assessmentPage } from "../../src/report/assessment/page.js";
import { caseFileText } from "../../src/report/case-file.js";
import { noPaint } from "../../src/report/paint.js";
import { sayingsOf } from "../../src/table/behind.js";
import { flawsOf } from "../audit/edited.js";
import { runBatch } from "../batch/run-batch.js";
import { casesIn } from "../law/cases.js";
import { shippedTable } from "../law/shipped.js";
import { run } from "../program/run.js";
import { labelled, lostText, lostWithLabels } from "./label-form.js";

const shipped = shippedTable();
const TODAY = "2026-11-22";

function read(text: string, table = lostWithLabels): AnyCase {
  const given = readCase({ name: "a.yaml", text }, table);
  if (!given.ok) throw new Error(given.problems.map(({ message }) => message).join("; "));
  return given.value;
}

function answer(text: string, table = lostWithLabels, asOf = TODAY): Assessment {
  const answered = assess(table, read(text, table), asOf);
  if (!answered.ok) throw new Error(answered.problems.map(({ message }) => message).join("; "));
  return answered.value as Assessment;
}

function problems(text: string): unknown[] {
  const given = readCase({ name: "a.yaml", text }, lostWithLabels);
  return given.ok ? [] : given.problems.map(({ code, message, help }) => [code, message, help]);
}

const KEYS = "facts: { place: hall, thing: keys }";

test("a form's checks are shown where the paper is that form, each with its source", () => {
  const { forms } = answer(KEYS);
  expect(forms).toEqual([
    {
      id: "label",
      title: "Label",
      hasToSay: [
        { id: "day", says: "It gives the day.", askFor: "the day", missing: false, sources: ["house-rules"] },
        { id: "finder", says: "It says who found it.", askFor: "the finder", missing: false, sources: [] },
      ],
    },
  ]);
  expect(answer("facts: { place: hall, thing: coat }").forms).toEqual([]);
  // while it may be a coat, it is not certain
  expect(answer("facts: { place: hall }").forms).toEqual([]);
});

test("what is missing is asked for in one step, after what holds back, and is marked among the checks", () => {
  const asked = answer(`${KEYS}\nmissing: [finder, day]`);
  expect(asked.steps.map(({ id, do: text }) => [id, text])).toEqual([
    ["lock-up", "Lock it up."],
    ["ask-finder", "Ask whoever found it: the day and the finder."],
  ]);
  const text = formatText(assessmentPage(asked), 80, noPaint);
  expect(text).toContain("  [ ] It gives the day. Missing. (House rules.)\n  [ ] It says who found it. Missing.\n");
  expect(formatMarkdown(assessmentPage(asked))).toContain("\n- [ ] It gives the day. Missing. (House rules.)\n");
  expect(firstPage(asked).more([])).toContain("what the form has to say");
  expect(firstPage(answer("facts: { place: hall, thing: coat }")).more([])).not.toContain("form");
});

test("where something is to be done at once, what is missing is asked for last", () => {
  const { steps } = answer(
    "facts: { instrument: request, asker: police, police-question: records-or-other, risk: immediate, records-held: england, whose: victim, material: clinical, patient: has-capacity, consent: not-asked }\nmissing: period",
    shipped,
  );
  expect(steps.at(-1)?.id).toBe("ask-sender-for-the-rest");
});

test("what no form here has to say is stated without effect, and what no form ever says is a problem", () => {
  const { steps, withoutEffect } = answer("facts: { place: hall, thing: coat, owner: nameless }\nmissing: [day]");
  expect(steps.map(({ id }) => id)).toEqual(["lock-up"]);
  expect(withoutEffect).toEqual([{ id: "day", ask: "What is not on the paper?", says: "the day." }]);
  expect(problems(`${KEYS}\nmissing: [dayy]`)).toEqual([
    ["OT203", "`missing`: `dayy` is not one of `day`, `finder`", "did you mean `day`?"],
  ]);
  expect(problems(`${KEYS}\nmissing: [day, day]`)).toEqual([["OT114", "`day` stands twice", "keep one of the two"]]);
  expect(problems(`${KEYS}\nmissing:`)).toEqual([["OT204", "`missing` is left blank", "name it by its id"]]);
  expect(problems(`${KEYS}\nmissing: "day, finder"`)).toMatchObject([
    ["OT203", "`missing`: `day, finder` is not one of `day`, `finder`", expect.stringContaining("`[day, finder]`")],
  ]);
  expect(problems("facts: { missing: day }")).toEqual([
    ["OT202", "unknown field `missing` in `facts`", "what is missing stands beside `facts:`"],
  ]);
});

test("what has to be said of a form, and what to write instead, goes on from a sentence", () => {
  const told = (askFor: string): string[] =>
    flawsOf(lostText.replace("ask-for: the day,", `ask-for: ${askFor},`)).map(({ problem: { message } }) => message);
  expect(told("the day")).toEqual([]);
  for (const wrong of ["The day", "the day."]) expect(told(wrong)[0]).toContain("is to go on from a sentence");
});

test("in a table of cases that nobody knows what is missing is as if nothing were said of it", async () => {
  const csv =
    "instrument,power,missing\n" +
    ["", "unknown", "Don't know"].map((cell) => `court-order,pace-schedule-1,${cell}\n`).join("");
  const { records } = await runBatch(shipped, "a.csv", Buffer.from(csv));
  const [blank, ...unknown] = records.map(({ at: _, ...record }) => record);
  expect(unknown).toEqual([blank, blank]);
  expect(blank).toHaveProperty("verdict");
});

test("a table without forms knows of nothing that could be missing", () => {
  const given = readCase({ name: "a.yaml", text: "missing: [day]" }, labelled(""));
  expect(given.ok ? [] : given.problems.map(({ code }) => code)).toEqual(["OT202"]);
});

test("a case that is written down again says the same, in parts too", () => {
  const texts = [
    `${KEYS}\nmissing: [day]`,
    `${KEYS}\nmissing: []`,
    `${KEYS}\nmissing: [day]\nparts: [{ label: a }, { label: b }]`,
    `${KEYS}\nmissing: [day]\nparts: [{ label: a, missing: [] }, { label: b }, { label: c, missing: finder }]`,
  ];
  for (const text of texts) {
    const given = read(text);
    expect(read(caseFileText(given))).toEqual(given);
  }
});

test("whatever is missing, the verdict, the exit code, the rule and the dates are the same", () => {
  const cases = casesIn("tests/cases", shipped);
  const ids = Object.keys(sayingsOf(shipped.table));
  let seen = 0;
  fc.assert(
    fc.property(fc.constantFrom(...cases), fc.subarray(ids), ({ title: _, expect: __, ...given }, missing) => {
      const [before, after] = [{ ...given }, { ...given, missing }].map((one) => assess(shipped, one, TODAY));
      if (!before?.ok || !after?.ok) throw new Error("it is a case");
      const { steps, forms, withoutEffect, contacts, sources, ...rest } = after.value;
      const { steps: old, forms: _0, withoutEffect: _1, contacts: _2, sources: _3, ...same } = before.value;
      expect(rest).toEqual(same);
      const asking = Object.values(shipped.table.forms).map(({ step }) => step);
      expect(steps.filter(({ id }) => !asking.includes(id))).toEqual(old);
      const marked = forms.flatMap(({ hasToSay }) => hasToSay.filter((one) => one.missing).map(({ id }) => id));
      seen += marked.length;
      expect([...marked, ...withoutEffect.map(({ id }) => id)]).toEqual(expect.arrayContaining(missing));
    }),
    { numRuns: 300 },
  );
  expect(seen).toBeGreaterThan(0);
});

const VICTIM =
  "facts: { instrument: request, asker: police, police-question: records-or-other, risk: none, records-held: england, whose: victim, material: clinical, patient: has-capacity, consent: not-asked }";

test("each kind of paper has its own face, a Victim Information Request since it is law", () => {
  const formsOf = (text: string, asOf = TODAY): string[] => answer(text, shipped, asOf).forms.map(({ id }) => id);
  expect(formsOf(VICTIM)).toEqual(["victim-information-request"]);
  expect(formsOf(VICTIM, "2026-01-11")).toEqual([]);
  expect(formsOf(VICTIM.replace("whose: victim", "whose: witness-or-other"))).toEqual(["police-data-protection-form"]);
  expect(formsOf(VICTIM.replace("instrument: request", "instrument: spoken-request"))).toEqual([]);
  expect(formsOf("facts: { instrument: court-order, power: pace-schedule-1, records-held: england }")).toEqual([
    "pace-production-order",
  ]);
  expect(formsOf("facts: { instrument: witness-summons, power: crown-court-summons, records-held: england }")).toEqual([
    "crown-court-summons",
  ]);
  expect(
    formsOf(
      "facts: { instrument: notice, asker: death, death-office: coroner, right-section: yes, records-held: england }",
    ),
  ).toEqual(["coroners-notice"]);
  // another law may say otherwise there
  expect(formsOf("facts: { instrument: court-order, power: pace-schedule-1, records-held: scotland }")).toEqual([]);
});

test("flags say what is missing, and replace what the file says", async () => {
  const given = ["assess", "-", "--as-of", TODAY, "--format", "json", "--missing", "period, reason"];
  const { stdout, stderr } = await run(given, { input: `${VICTIM}\nmissing: [handling]`, stdin: "pipe" });
  expect(JSON.parse(String(stdout)).steps.map(({ do: text }: { do: string }) => text)).toContain(
    "Ask whoever sent it, in writing, for what the form does not say: the period and the reason.",
  );
  expect(stderr).toContain("missing: the flag says `period, reason` and replaces `handling` in standard input");
  const wrong = await run(["assess", "--instrument", "request", "--missing", "reason,perod"]);
  expect(wrong.exitCode).toBe(64);
  expect(wrong.stderr).toContain("did you mean `period`?");
});

test("a batch reads it in every format, and tells it with the whole assessment only", async () => {
  const csv = "instrument,power,missing\ncourt-order,pace-schedule-1,judge; time\ncourt-order,pace-schedule-1,judgee\n";
  const { records } = await runBatch(shipped, "a.csv", Buffer.from(csv), { explain: true });
  expect(records).toMatchObject([
    { assessment: { forms: [{ id: "pace-production-order" }] } },
    { errors: [{ code: "OT203", help: "did you mean `judge`?" }] },
  ]);
  const line = '{"facts":{"instrument":"court-order","power":"pace-schedule-1"}}\n';
  const short = await runBatch(shipped, "a.ndjson", Buffer.from(line + line.replace("}}", '},"missing":["judge"]}')));
  const [one, other] = short.records.map(({ at: _, ...record }) => record);
  expect(other).toEqual(one);
});

test("a table is told what is wrong with a form", () => {
  const told = (from: string, to: string): string[] =>
    flawsOf(lostText.replace(from, to)).map(({ problem: { code, message } }) => `${code} ${message}`);
  expect(told("", "")).toEqual([]);
  expect(told("step: ask-finder", "step: ask-fnder")).toContain("OT301 `ask-fnder` does not stand under `steps:`");
  expect(told("cite: [house-rules] }\n      finder", "cite: [house] }\n      finder")).toContain(
    "OT301 `house` does not stand under `sources:`",
  );
  expect(told("when: { thing: [phone, keys] }\n    step", "when: { thong: keys }\n    step")[0]).toMatch(
    /^OT301 .*thong/,
  );
  expect(told("when: { thing: [phone, keys] }\n    step", "when: { thing: keys, owner: named }\n    step")).toContain(
    "OT322 the form `label` turns on `owner` where nobody is asked for it",
  );
  expect(told("title: Label", "title: Label\n    review-by: 2026-01-02")).toEqual([
    "OT330 the form `label` was due for review by 2026-01-02",
  ]);
  expect(
    told("says: It gives the day.", `says: ${"It gives the day and the hour and ".repeat(6)}and no more.`)[0],
  ).toMatch(/^OT343/);
  expect(told("    step: ask-finder\n", "")[0]).toMatch(/^OT2/);
});
