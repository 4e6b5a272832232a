import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { AssessedRecord } from "../../src/batch/record.js";
import { newBatchText } from "../../src/format/batch/text.js";
import { type Case, readCase } from "../../src/index.js";
import { caseFileText } from "../../src/report/case-file.js";
import { noPaint } from "../../src/report/paint.js";
import { runBatch } from "../batch/run-batch.js";
import { shippedTable } from "../law/shipped.js";
import { run } from "../program/run.js";

const table = shippedTable();
const MAKERS = ["circuit-judge", "magistrate", "higher-court", "other-court", "nobody-yet", "someone-else"];

function makerIn(text: string): unknown {
  const read = readCase({ name: "a.yaml", text: `facts:\n  maker: ${text}\n` }, table);
  return read.ok
    ? ((read.value as Case).facts["maker"] ?? "unknown")
    : read.problems.map(({ code, message }) => [code, message]);
}

test.each([
  ["[circuit-judge, other-court]", ["circuit-judge", "other-court"]],
  ["[other-court, circuit-judge]", ["circuit-judge", "other-court"]], // in the table's order
  ["[magistrate]", "magistrate"],
  ["{ not: nobody-yet }", MAKERS.filter((one) => one !== "nobody-yet")],
  ["{ not: [nobody-yet, someone-else] }", ["circuit-judge", "magistrate", "higher-court", "other-court"]],
  ["{ not: [circuit-judge, magistrate, higher-court, other-court, nobody-yet] }", "someone-else"],
  [`[${MAKERS}]`, "unknown"],
])("a fact may be one of several: %s", (written, known) => {
  expect(makerIn(written)).toEqual(known);
});

const REFUSED = {
  "OT204 `maker` is left blank": ["[]", "{}", "{ not: }", "{ not: [] }"],
  "OT204 one of several values of `maker` is missing": [
    '[magistrate, ""]',
    "[null, magistrate]",
    "{ not: [magistrate, null] }",
  ],
  "OT114 `magistrate` stands twice": ["[magistrate, magistrate]", "{ not: [magistrate, magistrate] }"],
  "OT203 `maker`: `unknown` is not one of": ["[magistrate, unknown]", "{ not: unknown }"],
  'OT203 `maker`: `["magistrate"]` is not one of': ["[[magistrate]]"],
  "OT203 `maker` has none of its values": [`{ not: [${MAKERS}] }`],
  "OT202 unknown field `or` in `facts.maker`": ["{ not: magistrate, or: nobody-yet }"],
  "OT202 unknown field `any` in `facts.maker`": ["{ any: [magistrate] }"],
};
const refused = Object.entries(REFUSED).flatMap(([told, all]) => all.map((written) => [told, written] as const));

test.each(refused)("what says nothing, or too much, is refused: %s: %s", (told, written) => {
  const [problem] = makerIn(written) as [string, string][];
  expect(problem?.join(" ").slice(0, told.length)).toBe(told);
});

const HALF = { instrument: "court-order", power: "pace-schedule-1", charged: "nobody", material: "clinical" };

test.each([
  ["--maker", "circuit-judge;other-court"],
  ["--maker", "circuit-judge other-court"],
  ["--maker", "circuit-judge | other-court"],
  ["--maker", "not:circuit-judge or other-court"],
])("several answers are separated by commas: %s %s", async (flag, value) => {
  const { stderr, exitCode } = await run(["assess", flag, value]);
  expect([exitCode, stderr]).toEqual([64, expect.stringContaining("not one of `circuit-judge`")]);
  expect(stderr).toContain(
    "help: separate several answers by commas: `circuit-judge,other-court`, or in a case file `[circuit-judge, other-court]`",
  );
});

test.each([
  "circuit-judge,",
  ",circuit-judge",
  "circuit-judge,,magistrate",
  "not:circuit-judge,",
])("a comma too many is told, and only that: --maker %s", async (written) => {
  const { stderr, exitCode } = await run(["assess", "--maker", written]);
  expect(exitCode).toBe(64);
  expect((stderr as string).match(/error\[.*|help: .*/g)).toEqual([
    "error[OT204]: one of several values of `maker` is missing",
    "help: write it, or take out what is left over, such as a comma at the end",
  ]);
});

test("so they are in a case file, as a list", () => {
  const read = readCase({ name: "a.yaml", text: "facts:\n  maker: circuit-judge, other-court\n" }, table);
  const help = read.ok ? undefined : read.problems.map((problem) => problem.help).join();
  expect(help).toContain("or in a case file `[circuit-judge, other-court]`");
  const misspelt = readCase({ name: "a.yaml", text: "facts:\n  maker: circuit-judg\n" }, table);
  expect(misspelt.ok ? undefined : misspelt.problems[0]?.help).toBe("did you mean `circuit-judge`?");
});

describe("however it is written, the answer is the same", () => {
  const facts = { ...HALF, maker: ["circuit-judge", "other-court"], "access-conditions": { not: "second" } };
  const flags = Object.entries({ ...HALF, maker: "other-court, circuit-judge", "access-conditions": "not: second" });

  test("in a file, as flags, in a saved case, and in each form of a batch", async () => {
    const read = readCase({ name: "a.json", text: JSON.stringify({ facts }) }, table);
    if (!read.ok) throw new Error("not read");
    const saved = caseFileText(read.value as Case);
    expect(parse(saved).facts.maker).toEqual(["circuit-judge", "other-court"]);
    const json = ["--format", "json", "--as-of", "2026-11-22"];
    const one = async (args: readonly string[], input: string) => {
      const { stdout, exitCode } = await run(["assess", ...args, ...json], { stdin: "pipe", input });
      return [exitCode, JSON.parse(stdout as string)];
    };
    const [exitCode, told] = await one(["-"], JSON.stringify({ facts }));
    expect([exitCode, told.verdict, told.rule.id]).toEqual([20, "likely-unlawful", "pace-order-before-charge"]);
    expect(told.takenForGranted.map(({ fact }: { fact: string }) => fact)).toEqual(["records-held"]);
    expect(await one(["-"], saved)).toEqual([exitCode, told]);
    expect(
      await one(
        flags.flatMap(([id, value]) => [`--${id}`, value]),
        "",
      ),
    ).toEqual([exitCode, told]);

    const cells = flags.map(([, value]) => `"${value.replace("circuit-judge", "Circuit Judge")}"`);
    const batches = [
      ["a.ndjson", `${JSON.stringify({ facts })}\n`],
      ["a.json", JSON.stringify([{ facts }])],
      ["a.yaml", saved],
      ["a.csv", `${flags.map(([id]) => id)}\n${cells}\n`],
    ] as const;
    for (const [name, text] of batches) {
      const { records } = await runBatch(table, name, Buffer.from(text));
      expect(records, name).toMatchObject([{ rule: "pace-order-before-charge", presumed: ["records-held"] }]);
    }
  });
});

test("a flag that is half known replaces what the file says, and both are told", async () => {
  const { stderr } = await run([
    ...["assess", "examples/pre-charge-production-order.yaml", "--maker", "circuit-judge,other-court"],
    ...["--as-of", "2026-11-22"],
  ]);
  expect(stderr).toContain("note: maker: the flag says `circuit-judge,other-court` and replaces `circuit-judge`");
});

test("without presumptions the answer is the strict one, and says what it would take", async () => {
  const flags = Object.entries(HALF).flatMap(([id, value]) => [`--${id}`, value]);
  const { stdout, exitCode } = await run(["assess", ...flags, "--no-presumptions", "--format", "json"]);
  const { verdict, takenForGranted, notKnown } = JSON.parse(stdout as string);
  expect([exitCode, verdict, takenForGranted]).toEqual([30, "cannot-say", []]);
  expect(notKnown.map(({ fact }: { fact: string }) => fact)).toEqual(["records-held", "maker", "access-conditions"]);
});

test("an answer that would bind is not given on what is taken for granted, and says what it would be and what to check", async () => {
  const duty = { instrument: "notice", asker: "police", "police-question": "driver" };
  const flags = Object.entries({ ...duty, "demand-form": "written", risk: "none" }).flatMap(([id, value]) => [
    `--${id}`,
    value,
  ]);
  const { stdout, exitCode } = await run(["assess", ...flags, "--format", "json"]);
  const told = JSON.parse(stdout as string);
  expect([exitCode, told.verdict, told.rule]).toEqual([30, "cannot-say", null]);
  expect(told.wouldBind.map(({ id }: { id: string }) => id)).toEqual(["driver-information"]);
  expect(told.headline).toBe(
    `Cannot say yet - it would be “${told.wouldBind[0].headline}”. Check first: ${told.takenForGranted[0].check}`,
  );
  const stated = await run(["assess", ...flags, "--records-held", "england"]);
  expect(stated.exitCode).toBe(0);
});

test("a batch marks what is presumed, for people too", () => {
  const line = {
    at: "a.csv:2",
    reference: "A",
    presumed: ["maker", "records-held"],
    unknown: ["power"],
    deadlines: [],
  };
  const told = { verdict: "cannot-say", exitCode: 30, headline: "Cannot say", rule: null };
  expect(newBatchText(noPaint).record({ ...line, ...told } as AssessedRecord)).toMatch(
    /^A +cannot-say +- +presumed: maker, records-held; not known: power\n$/,
  );
});

test("what was stated and had no part in the answer is listed, consent above all", async () => {
  const { stdout } = await run([
    ...["assess", "examples/pre-charge-production-order.yaml", "--as-of", "2026-11-22", "--format", "json"],
  ]);
  const { withoutEffect } = JSON.parse(stdout as string);
  expect(withoutEffect.map(({ id, says }: { id: string; says: string }) => [id, says])).toEqual([
    ["patient", "Able to decide, whatever their age"],
    ["consent", "Refused"],
    ["whose", "Suspect or defendant who knows of the investigation"],
    ["served-on", "Friday 20 November 2026"],
  ]);
});

test("beside an answer that would bind stand its steps and dates, each matter to make sure of, and what follows if it is not so", async () => {
  const facts = { ...HALF, "records-held": "england", material: "accounts", risk: "none" };
  const flags = Object.entries(facts).flatMap(([id, value]) => [`--${id}`, value]);
  const when = ["--order-date", "2026-11-16", "--served-on", "2026-11-18", "--as-of", "2026-11-22"];
  const { stdout } = await run(["assess", ...flags, ...when]);
  const page = (stdout as string).replace(/\s+/g, " ");
  expect(page).toContain("Check first: Look for the court's name");
  expect(page).toContain("find yourself. And 1 more below.");
  const would = page.slice(page.indexOf("If that is so"), page.indexOf("Where the law says so"));
  expect(would).toContain("produce only what it names (Appears lawful.)");
  expect(page).toMatch(/Rules still possible: [^.]*\bpace-order-other-material\b/);
  expect(page).toContain(
    "- If that is so: The order has to be complied with, varied or discharged by: Monday 23 November 2026 (tomorrow).",
  );
  expect(would.split("varied or discharged by:").length).toBe(2); // told once
  expect(page).toContain("If not: “Nobody yet”: A draft, not an order yet");
  expect(page).toContain("If not: “Yes, the second set (Schedule 1 paragraph 3)”");
});

test("what an answer that would bind takes the place of is not told, nor what that and the other rules rest on", async () => {
  const paper = { instrument: "court-order", power: "pace-schedule-1", charged: "nobody", material: "accounts" };
  const facts = { ...paper, "records-held": "england", "access-conditions": "not-stated", risk: "none" };
  const flags = Object.entries(facts).flatMap(([id, value]) => [`--${id}`, value]);
  const answer = async (more: readonly string[]) => (await run(["assess", ...flags, ...more])).stdout as string;
  const told = JSON.parse(await answer(["--format", "json"]));
  const [would, ...more] = told.wouldBind;
  expect([would.id, more]).toEqual(["pace-order-other-material", []]);
  const others = told.possibleRules.filter(({ id }: { id: string }) => id !== would.id);
  const first = table.table.rules.find(({ id }) => id === would.id)?.cite[0];
  const relied = [...told.takenForGranted, ...told.findings, ...told.deadlines].flatMap(({ sources }) => sources);
  expect(others.length).toBeGreaterThan(0);
  expect(new Set(told.authorities)).toEqual(new Set([first, ...relied]));
  expect(
    others.map(({ sources }: { sources: string[] }) => sources[0]).some((id: string) => !told.authorities.includes(id)),
  ).toBe(true);
  expect(told.displacedRules).not.toEqual([]);
  expect(await answer([])).not.toContain("It goes before the more general");
  expect(await answer(["--maker", "circuit-judge"])).toContain("It goes before the more general");
});

test("a register shows the day by which to act on what would bind, and what is to be made sure of first", async () => {
  const facts = { ...HALF, "records-held": "england", material: "accounts", risk: "none" };
  const particulars = { "order-date": "2026-11-16" };
  const line = `${JSON.stringify({ facts, particulars })}\n`;
  const due = { id: "pace-compliance", day: "2026-11-23", ifSo: true };
  for (const [name, text] of [
    ["a.ndjson", line],
    ["a.json", `[${line}]`],
  ] as const) {
    const { records } = await runBatch(table, name, Buffer.from(text));
    const { deadlines, presumed } = records[0] as AssessedRecord;
    expect([presumed, deadlines]).toEqual([
      ["maker", "access-conditions"],
      [{ id: "stated-date", day: null }, due],
    ]);
  }
  const file = ["--as-of", "2026-11-22", "--format"];
  const { stdout: csv } = await run(["batch", "-", ...file, "csv"], { stdin: "pipe", input: line });
  const [head, row] = (csv as string).slice(1).split("\r\n");
  expect(head).toBe("at,reference,verdict,exit-code,rule,headline,due,presumed,unknown,parts,unmet,error");
  expect(row).toContain('below.",2026-11-23,"maker access-conditions","maker access-conditions",,');
  const { stdout: whole } = await run(["assess", "-", ...file, "json"], { stdin: "pipe", input: line });
  expect(JSON.parse(whole as string).deadlines).toMatchObject([{ id: "stated-date" }, due]);
});

test("that it binds either way is not said on what is taken for granted", async () => {
  const paper = { instrument: "notice", asker: "death", "right-section": "yes" };
  const flags = Object.entries({ ...paper, risk: "none" }).flatMap(([id, value]) => [`--${id}`, value]);
  const answer = async (more: readonly string[]) => {
    const { stdout } = await run(["assess", ...flags, ...more, "--format", "json"]);
    return JSON.parse(stdout as string);
  };
  const stated = await answer(["--records-held", "england,wales"]);
  expect([stated.agreement, stated.takenForGranted]).toEqual(["all-bind", []]);
  const told = await answer([]);
  expect([told.agreement, told.verdict]).toEqual(["all-hold", "cannot-say"]);
  expect(told.headline).toContain(`Cannot say yet - it would be “${stated.headline.split(":")[0]}”. Check first:`);
  expect(told.wouldBind.map(({ id }: { id: string }) => id)).toEqual(
    stated.possibleRules.map(({ id }: { id: string }) => id),
  );
});
