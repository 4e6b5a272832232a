import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { newBatchCsv } from "../../src/format/batch/csv.js";
import { formatText } from "../../src/format/text.js";
import { type AssessmentInParts, assess, type Case, type CaseInParts, readCase } from "../../src/index.js";
import { pageInParts } from "../../src/report/assessment/in-parts-page.js";
import { merge } from "../../src/report/assessment/merge.js";
import { caseFileText } from "../../src/report/case-file.js";
import { noPaint } from "../../src/report/paint.js";
import { positionOf } from "../../src/source/text.js";
import { VERDICTS } from "../../src/table/verdict.js";
import { runBatch } from "../batch/run-batch.js";
import { casesIn } from "../law/cases.js";
import { shippedTable } from "../law/shipped.js";
import { run } from "../program/run.js";

const table = shippedTable();
const TODAY = "2026-11-22";

function inParts(text: string): CaseInParts {
  const read = readCase({ name: "a.yaml", text }, table);
  if (!read.ok) throw new Error(read.problems.map(({ message }) => message).join("; "));
  if (!("parts" in read.value)) throw new Error("no parts");
  return read.value;
}

function answer(text: string): AssessmentInParts {
  const answered = assess(table, inParts(text), TODAY);
  if (!answered.ok) throw new Error(answered.problems.map(({ message }) => message).join("; "));
  return answered.value;
}

/** The verdict of the whole with its exit code, and that of each part with its rule. */
function verdicts({ verdict, exitCode, parts }: AssessmentInParts): string[] {
  return [
    `${verdict} ${exitCode}`,
    ...parts.map(({ label, assessment }) => `${label}: ${assessment.verdict} ${assessment.rule?.id}`),
  ];
}

const POLICE = "facts: { instrument: request, asker: police, records-held: england, risk: none }";

const CHILDREN = `${POLICE}
parts:
  - label: child A
    facts: { material: clinical, patient: has-capacity, consent: given }
  - label: child B
    facts: { material: clinical, patient: child, child-agreement: no, whose: victim }
`;

const DRIVER = `
facts: { instrument: notice, asker: police, records-held: england, risk: none }
parts:
  - label: driver
    facts: { police-question: driver, demand-form: written }
  - label: notes
    facts: { police-question: records-or-other, statute-named: data-protection, whose: victim, material: clinical, patient: has-capacity, consent: not-asked }
particulars: { reference: GP-2026-052, served-on: 2026-11-20 }
`;

const PATIENTS = `
facts:
  instrument: request
  asker: police
  police-question: records-or-other
  records-held: england
  risk: none
  whose: victim
  crime-gravity: lesser
  consent: given
parts:
  - { label: patient A, facts: { material: clinical, patient: has-capacity } }
  - { label: patient B, facts: { material: clinical, patient: has-capacity, consent: refused } }
`;

describe("the law, in parts", () => {
  test.each([
    [
      "of two children one can decide, and of the other somebody else has to",
      CHILDREN,
      ["refer 31", "child A: may-disclose request-with-consent", "child B: refer request-for-child"],
    ],
    [
      "one patient consents, and that goes for no other",
      PATIENTS,
      [
        "consent-first 41",
        "patient A: may-disclose request-with-consent",
        "patient B: consent-first request-consent-refused",
      ],
    ],
  ])("%s", (_, text, expected) => {
    expect(verdicts(answer(text))).toEqual(expected);
  });

  test("a demand for who drove and for the notes as well binds for the one, and the other needs consent", () => {
    const told = answer(DRIVER);
    expect(verdicts(told)).toEqual([
      "consent-first 41",
      "driver: statutory-duty driver-information",
      "notes: consent-first request-consent-not-asked",
    ]);
    expect(told.headline).toMatch(/^Not one answer for all parts - .* for notes: .*\. It binds for driver\.$/);
    expect(told.deadlines).toMatchObject([{ day: "2026-12-17", parts: ["driver"] }]);
    const call = told.steps.filter(({ id }) => id === "call-mdo");
    expect(call).toMatchObject([{ parts: ["driver", "notes"] }]);
    expect(told.doNot.map(({ parts }) => parts)).toEqual([["driver"], ["notes"]]);
  });

  test("what is common and unknown of one part is unknown there", () => {
    const [a, b] = inParts(PATIENTS.replace("consent: refused", "consent: unknown")).parts;
    expect([a?.given.facts["consent"], b?.given.facts["consent"]]).toEqual(["given", undefined]);
  });

  test("nobody reads in the answer to one part what is said to another", () => {
    const text = formatText(pageInParts(answer(DRIVER)), 1000, noPaint);
    expect(text).toContain("- driver: A statute asks for this. ");
    expect(text).toContain("- notes: Not without consent. ");
    expect(text.match(/Call your medical defence organisation/g)).toHaveLength(1);
    expect(text).toMatch(/For driver: Once you know that the chief officer .* \(By Thursday 17 December 2026\.\)/);
    expect(text).toMatch(/For notes: Do not treat a request as an order/);
    expect(text).not.toMatch(/^ *(\d+\.|-)? *Once you know that the chief officer/m);
  });

  test("the last line is one, the verdict of the whole with its first day", () => {
    const text = formatText(pageInParts(answer(DRIVER)), 1000, noPaint);
    expect(text.match(/^.* - by .*$/gm)).toEqual([
      "Not without consent - by Thursday 17 December 2026 (25 days left).",
    ]);
    expect(text.trimEnd().endsWith("(25 days left).")).toBe(true);
  });
});

const cases: readonly Case[] = casesIn("tests/cases", table).filter((given) => assess(table, given, TODAY).ok);
const someCase = fc.constantFrom(...cases);
const some = (parts: readonly Case[]): CaseInParts => ({
  parts: parts.map((given, index) => ({ label: `part ${index}`, given })),
});
const whole = (given: CaseInParts): AssessmentInParts => {
  const answered = assess(table, given, TODAY);
  if (!answered.ok) throw new Error("not answered");
  return answered.value;
};

describe("whatever the parts are", () => {
  test("where they are alike the answer is that to one of them", () => {
    fc.assert(
      fc.property(someCase, fc.integer({ min: 2, max: 4 }), (given, many) => {
        const alone = assess(table, given, TODAY);
        if (!alone.ok) throw new Error("not answered");
        const { verdict, exitCode, headline, steps, deadlines, notices, doNot, asOf } = alone.value;
        const told = whole(some(Array.from({ length: many }, () => given)));
        const labels = { parts: told.parts.map(({ label }) => label) };
        expect(told).toMatchObject({ verdict, exitCode, headline, asOf });
        expect(told.steps).toEqual(steps.map((step) => ({ ...step, ...labels })));
        expect(told.deadlines).toEqual(deadlines.map((due) => ({ ...due, ...labels })));
        expect(told.notices).toEqual(notices.map((notice) => ({ ...notice, ...labels })));
        expect(told.doNot).toEqual([{ says: doNot, ...labels }]);
      }),
      { numRuns: 150 },
    );
  });

  test("nobody may comply with the whole who may not with each part; nothing that is said to one is lost", () => {
    fc.assert(
      fc.property(fc.array(someCase, { minLength: 2, maxLength: 4 }), (given) => {
        const told = whole(some(given));
        const codes = told.parts.map(({ assessment }) => assessment.exitCode);
        expect(told.exitCode === 0).toBe(codes.every((code) => code === 0));
        expect(told.exitCode).toBe(VERDICTS[told.verdict].exitCode);
        expect(codes).toContain(told.exitCode);
        for (const { label, assessment } of told.parts) {
          const own = (all: readonly { readonly parts: readonly string[] }[]): unknown[] =>
            all.flatMap(({ parts, ...one }) => (parts.includes(label) ? [one] : []));
          for (const key of ["steps", "deadlines", "notices"] as const) {
            expect(own(told[key])).toEqual(expect.arrayContaining([...assessment[key]]));
            expect(own(told[key])).toHaveLength(assessment[key].length);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  test("in every form of a batch the answer is that of assess", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(someCase, { minLength: 2, maxLength: 3 }), async (given) => {
        const told = whole(some(given.map(({ facts, particulars }) => ({ facts, particulars }))));
        const parts = given.map(({ facts, particulars }, index) => ({ label: `part ${index}`, facts, particulars }));
        for (const name of ["a.ndjson", "a.json", "a.yaml"]) {
          const { records } = await runBatch(table, name, Buffer.from(JSON.stringify({ parts })), { explain: true });
          expect(records).toHaveLength(1);
          const { assessment, ...short } = records[0] as { assessment?: AssessmentInParts };
          expect(assessment).toEqual(JSON.parse(JSON.stringify(told)));
          const { verdict, exitCode, headline } = told;
          expect(short).toMatchObject({ verdict, exitCode, headline });
          const each = told.parts.map(({ label, assessment: one }) => ({
            ...{ label, verdict: one.verdict, exitCode: one.exitCode, headline: one.headline },
            rule: one.rule?.id ?? null,
            deadlines: one.deadlines.map(({ id, day }) => ({ id, day })),
            presumed: one.takenForGranted.map(({ fact }) => fact),
            unknown: one.notKnown.map(({ fact }) => fact),
          }));
          expect(short).toMatchObject({ parts: each });
        }
      }),
      { numRuns: 40 },
    );
  });
});

test("a case in parts is the same once it has been saved and read", () => {
  const text = fc.record({ reference: fc.constant("GP-1"), "served-on": fc.constantFrom("2026-11-20", "2026-11-21") });
  const dated = fc.record({ given: someCase, particulars: text });
  fc.assert(
    fc.property(fc.array(dated, { minLength: 2, maxLength: 3 }), fc.boolean(), (given, isReferred) => {
      const parts = given.map(({ given: { facts }, particulars }, index) => {
        const { reference, ...rest } = particulars;
        return { label: `part ${index}`, given: { facts, particulars: isReferred ? { reference, ...rest } : rest } };
      });
      const known = { ...(isReferred ? { reference: "GP-1" } : {}), parts };
      expect(inParts(caseFileText(known))).toEqual(known);
    }),
    { numRuns: 100 },
  );
});

test("what stands in several lists keeps the order of each, where they have one", () => {
  const merged = (...lists: string[]): string =>
    merge(lists.map((list) => [...list]))
      .map(({ one, lists: having }) => `${one}${having.join("")}`)
      .join(" ");
  expect(merged("abd", "acbd")).toBe("a01 c1 b01 d01");
  expect(merged("ab", "ba")).toBe("a01 b01");
  expect(merged("", "x", "xy")).toBe("x12 y2");
});

/** The same, as it is defined. */
function plainly(lists: readonly (readonly string[])[]): string[] {
  const heads = lists.flatMap(([head]) => head ?? []);
  const next = heads.find((head) => lists.every((list) => list.indexOf(head) <= 0)) ?? heads[0];
  return next === undefined ? [] : [next, ...plainly(lists.map((list) => list.filter((key) => key !== next)))];
}

test("and be they as they may, it is the one order of that kind", () => {
  const list = fc.array(fc.constantFrom(..."abcdefg"), { maxLength: 7 });
  fc.assert(
    fc.property(fc.array(list, { maxLength: 5 }), (lists) => {
      const merged = merge(lists);
      expect(merged.map(({ one }) => one)).toEqual(plainly(lists));
      for (const { one, lists: having } of merged)
        expect(having).toEqual(lists.flatMap((some, index) => (some.includes(one) ? [index] : [])));
    }),
    { numRuns: 2_000 },
  );
});

test("of thousands of parts with days of their own it is found as well", () => {
  const lists = Array.from({ length: 5_000 }, (_, index) => ["call", `by day ${index}`, "note"]);
  const merged = merge(lists);
  expect(merged.map(({ one }) => one)).toEqual(["call", ...lists.map(([, day]) => day), "note"]);
});

describe("a batch", () => {
  const ndjson = JSON.stringify({
    facts: { instrument: "request", asker: "police", "records-held": "england", risk: "none" },
    parts: [
      {
        label: "child A",
        facts: { material: "clinical", patient: "has-capacity", consent: "given" },
        expect: { verdict: "may-disclose" },
      },
      { label: "child B", facts: { material: "clinical", patient: "child" }, expect: { verdict: "consent-first" } },
    ],
    particulars: { reference: "GP-2026-053" },
    expect: { verdict: "refer" },
  });

  test("has one record for a paper in parts, with the parts in it, and says whose expectation is not met", async () => {
    const lines = [ndjson, '{"facts":{}}'].join("\n");
    const { records, summary } = await runBatch(table, "a.ndjson", Buffer.from(lines));
    expect(records).toMatchObject([
      {
        reference: "GP-2026-053",
        rule: null,
        parts: [{ label: "child A", rule: "request-with-consent" }, { label: "child B" }],
        unmet: expect.arrayContaining([expect.objectContaining({ part: "child B", expected: "consent-first" })]),
      },
      { at: "a.ndjson:2" },
    ]);
    expect(records[1]).not.toHaveProperty("parts");
    expect(summary).toMatchObject({ records: 2, expecting: 1, unmet: 1 });
  });

  test("as CSV has one row, with a column that tells of parts", async () => {
    const lines = [ndjson, '{"facts":{}}'].join("\n");
    const { text } = await runBatch(table, "a.ndjson", Buffer.from(lines), { format: newBatchCsv() });
    const [head = "", first = "", second = ""] = text.split("\r\n");
    expect(head.split(",")).toContain("parts");
    expect(first).toMatch(/child A: may-disclose; child B: [a-z-]+.*verdict of child B: expected consent-first/);
    expect(second).not.toContain("child");
  });
});

describe("what is wrong with parts is told at its place", () => {
  const two = "  - { label: a, facts: {} }\n";
  test.each([
    ["parts: { a: 1 }", "1:8 OT205 `parts` is to be a list"],
    ["parts:", "1:7 OT205 `parts` is to be a list"],
    ["parts: []", "1:8 OT205 `parts` has fewer than two parts"],
    ["parts:\n  - { label: a }", "2:3 OT205 `parts` has fewer than two parts"],
    [`parts: [${"{},".repeat(50)}]`, "1:9 OT201 a part has no `label`"],
    [`parts: [${"{},".repeat(51)}]`, "1:8 OT205 `parts` has more than 50 parts"],
    [`parts:\n${two}  - { label: " a" }`, "3:14 OT114 the label `a` stands twice"],
    [`parts:\n${two}  - { label: A }`, "3:14 OT114 the label `A` stands twice"],
    [`parts:\n${two}  - { facts: {} }`, "3:5 OT201 a part has no `label`"],
    [`parts:\n${two}  - { label: }`, "3:14 OT204 `label` is left blank"],
    [`parts:\n${two}  - { label: ${"b".repeat(61)} }`, "3:14 OT205 `label` is longer than 60 characters"],
    [`parts:\n${two}  - { label: [b] }`, "3:14 OT205 `label` is to be text"],
    [`parts:\n${two}  - none`, "3:5 OT205 a part is to be a map of fields"],
    [`parts:\n${two}  - { label: b, parts: [] }`, "3:17 OT202 unknown field `parts`"],
    [`parts:\n${two}  - { label: b, facts: { chargd: nobody } }`, "3:26 OT202 unknown field `chargd` in `facts`"],
    [`parts:\n${two}  - { label: b, consent: given }`, "3:17 OT202 unknown field `consent`"],
    [`parts:\n${two}  - { label: b, patient-name: x }`, "3:17 OT206 `patient-name` is not a field of a part"],
    [`parts:\n${two}  - { label: b, facts: { charged: maybe } }`, "3:35 OT203 `charged`: `maybe` is not one of"],
    [`parts:\n${two}  - { label: b, facts: { charged: [] } }`, "3:35 OT204 `charged` is left blank"],
    [`parts:\n${two}  - { label: b, particulars: { served-on: 1/2/26 } }`, "3:43 OT207 `served-on`: `1/2/26`"],
    [`parts:\n${two}  - { label: b, expect: {} }`, "3:17 OT201 `expect` has no `verdict`"],
    ["facts: { parts: [] }", "1:10 OT202 unknown field `parts` in `facts`"],
  ])("%j", (text, told) => {
    const read = readCase({ name: "a.yaml", text }, table);
    const first = read.ok ? undefined : read.problems[0];
    if (first?.at === undefined) throw new Error("no problem with a place");
    const { line, column } = positionOf(first.at.source, first.at.span.start);
    expect(`${line}:${column} ${first.code} ${first.message}`.slice(0, told.length)).toBe(told);
  });

  test.each([
    ["parts: [null, { label: b }]", "a part is to be a map of fields"],
    ["parts: [{ label: b }, 7]", "a part is to be a map of fields"],
    ["expect: 7", "`expect` is to be a map of fields"],
    ["expect:", "`expect` is to be a map of fields"],
  ])("and once: %s", (text, told) => {
    const read = readCase({ name: "a.yaml", text }, table);
    expect(read.ok ? [] : read.problems.map(({ message }) => message)).toEqual([told]);
  });

  const IMPOSSIBLE = `
facts: { instrument: request, consent: given }
parts:
  - label: a
  - label: b
    facts: { patient: deceased }
`;

  test("and facts of a part that cannot all be true take the verdict from the whole", async () => {
    const options = { stdin: "pipe", input: IMPOSSIBLE } as const;
    const { stdout, stderr, exitCode } = await run(["assess", "-"], options);
    expect([stdout, exitCode]).toEqual(["", 65]);
    expect(stderr).toMatch(/error\[OT401\]: in the part `b` these facts cannot all be true: `patient`, `consent`/);
    expect(stderr).toContain("--> standard input:6:23");
    const { records } = await runBatch(table, "a.yaml", Buffer.from(IMPOSSIBLE));
    expect(records).toMatchObject([{ errors: [{ code: "OT401", at: "a.yaml:6:23" }] }]);
    const answered = assess(table, inParts(IMPOSSIBLE), TODAY);
    expect(answered).toMatchObject({ ok: false, problems: [{ code: "OT401" }] });
  });
});

describe("the program", () => {
  const file = "examples/two-children.yaml";
  const json = ["--format", "json", "--as-of", TODAY];

  test("gives the answer that the library gives, as data too", async () => {
    const { stdout, exitCode } = await run(["assess", file, ...json]);
    const told = answer(readFileSync(file, "utf8"));
    expect([JSON.parse(String(stdout)), exitCode]).toEqual([told, told.exitCode]);
  });

  test("says of a flag what it replaces in which part, and what is not as expected", async () => {
    const { stderr, exitCode } = await run(["assess", file, "--patient", "child", "--child-agreement", "no", ...json]);
    expect(exitCode).toBe(60);
    expect(stderr).toContain(`patient: the flag says \`child\` and replaces \`has-capacity\` in the part child A of`);
    expect(stderr).toContain("note: the part child A expects verdict `may-disclose`; it is `refer`");
    expect(stderr).not.toContain("replaces `child`");
  });

  test("tests no table by it, and says what does", async () => {
    const { stderr, exitCode } = await run(["rules", "test", file]);
    expect(exitCode).toBe(65);
    expect(stderr).toMatch(/two-children\.yaml:\d+:1\n/);
    expect(stderr).toContain("a case in parts tests no table");
  });
});
