import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readDocument } from "../../src/source/read.js";
import { binds } from "../../src/table/verdict.js";
import type { Case } from "../../src/triage/case.js";
import { decide, isContradiction } from "../../src/triage/decide.js";
import { caseOf, change, nextQuestion, questionAgain, startInterview, withAnswer } from "../../src/triage/interview.js";
import { parsePractice } from "../../src/triage/practice/parse-practice.js";
import { overruled, type Practice, withPractice } from "../../src/triage/practice/practice.js";
import { casesIn } from "../law/cases.js";
import { shippedTable } from "../law/shipped.js";

const shipped = shippedTable();
const TODAY = "2026-11-22";

function read(text: string) {
  const document = readDocument({ name: "practice.yaml", text });
  return document.ok ? parsePractice(document.value, shipped.table) : document;
}

function practice(text: string): Practice {
  const parsed = read(text);
  if (!parsed.ok) throw new Error(parsed.problems.map(({ message }) => message).join("\n"));
  return parsed.value;
}

/** Code, line and message with its remedy. */
function faults(text: string): string[] {
  const parsed = read(text);
  if (parsed.ok) return [];
  return parsed.problems.map(({ code, message, help, at }) => {
    const line = at === undefined ? 0 : text.slice(0, at.span.start).split("\n").length;
    return `${code} ${line} ${message}; ${help}`;
  });
}

const inEngland = practice("facts: { records-held: england }");

describe("a practice file", () => {
  test("has a name, an address, numbers with their zeros, and what is always so", () => {
    const text =
      "name: The Surgery\naddress: 1 High Street, Barset\ncontacts:\n  mdo: 02079460958\n  out-of-hours: 020 7946 0111\nfacts:\n  holder-role: nhs-contract\n";
    expect(practice(text)).toEqual({
      name: "The Surgery",
      address: "1 High Street, Barset",
      contacts: { mdo: "02079460958", "out-of-hours": "020 7946 0111" },
      facts: { "holder-role": "nhs-contract" },
    });
  });

  test("never rules out what depends on the paper", () => {
    expect(inEngland.facts["records-held"]).toEqual(["england", "not-ours", "patient-uncertain"]);
    const abroad = practice("facts: { records-held: { not: [england, wales] } }").facts["records-held"];
    expect(abroad).toEqual(["not-ours", "patient-uncertain", "scotland", "northern-ireland", "islands", "abroad"]);
    expect(practice("facts: { records-held: unknown }").facts).toEqual({});
  });

  test.each<[string, RegExp]>([
    ["facts: { patient: has-capacity }", /^OT210 1 `patient` depends on the paper.*; state it in the case$/],
    ["facts: { records-held: patient-uncertain }", /^OT210 1 .*whether it is `patient-uncertain` depends on the paper/],
    ["facts: { records-held: [england, not-ours] }", /^OT210 1 .*`not-ours` depends/],
    ["facts: { records-held: { not: not-ours } }", /^OT210 1 .*`not-ours` depends/],
    ["facts: { records-held: englnd }", /^OT203 1 .*did you mean `england`/],
    ["facts: { holder-rol: private }", /^OT202 1 unknown field `holder-rol` in `facts`; did you mean `holder-role`/],
    ["holder-role: private", /^OT202 1 unknown field `holder-role`; facts stand under `facts:`/],
    ["mdo: 020 7946 0958", /^OT202 1 unknown field `mdo`; numbers stand under `contacts:`/],
    ["contacts: { mdoo: 020 7946 0958 }", /^OT202 1 unknown field `mdoo` in `contacts`; did you mean `mdo`/],
    ["contacts: { officer: 020 7946 0958 }", /^OT210 1 `officer` is another for each paper; leave it out/],
    ["contacts: { mdo: Dr Smith 020 7946 0958 }", /^OT206 1 `mdo` names a person; name nobody/],
    ["contacts: { mdo: ask at the desk }", /^OT205 1 `mdo` has nothing to call or to write to/],
    ["contacts:\n  mdo:\n", /^OT204 2 `mdo` is left blank/],
    [`contacts: { mdo: "${"0".repeat(121)}" }`, /^OT205 1 `mdo` is longer than 120 characters/],
    ["patient-name: x", /^OT206 1 `patient-name` is not a field of a practice file; take it out/],
    ["name: [a]", /^OT205 1 `name` is to be text/],
    ["- a", /^OT205 1 a practice file is to be a map of fields/],
  ])("is not read where it says %j", (text, fault) => {
    expect(faults(text)).toEqual([expect.stringMatching(fault)]);
  });

  test("may not state a fact of an earlier edition", () => {
    const former = Object.keys(shipped.table["former-facts"]);
    for (const id of former) expect(faults(`facts: { ${id}: yes }`)[0]).toMatch(/^OT208/);
  });
});

describe("a case in a practice", () => {
  test("goes before the practice file, and is told of where both cannot be right", () => {
    const wales: Case = { facts: { "records-held": "wales" }, particulars: {} };
    expect(withPractice(wales, inEngland)).toEqual(wales);
    expect(overruled(shipped.table, wales, inEngland)).toEqual([
      { fact: "records-held", inCase: "wales", inPractice: "england" },
    ]);
    const notOurs: Case = { facts: { "records-held": "not-ours" }, particulars: {} };
    expect(overruled(shipped.table, notOurs, inEngland)).toEqual([]);
  });

  test("in parts has it in each part that does not say otherwise", () => {
    const part = (facts: Case["facts"]) => ({
      label: String(facts["records-held"]),
      given: { facts, particulars: {} },
    });
    const known = withPractice({ parts: [part({}), part({ "records-held": "wales" })] }, inEngland);
    if (!("parts" in known)) throw new Error("has no parts");
    expect(known.parts.map(({ given }) => given.fromPractice)).toEqual([["records-held"], undefined]);
  });

  test("never binds on what somebody has to look at", () => {
    const stating = Object.entries(shipped.table.facts).flatMap(([id, { "always-so": always = {}, presume }]) =>
      presume === undefined ? [] : Object.keys(always).map((value) => practice(`facts: { ${id}: ${value} }`)),
    );
    expect(stating.length).toBeGreaterThan(1);
    const cases = casesIn("tests/cases", shipped);
    fc.assert(
      fc.property(fc.constantFrom(...cases), fc.constantFrom(...stating), ({ facts, particulars }, always) => {
        const left = Object.fromEntries(Object.entries(facts).filter(([id]) => always.facts[id] === undefined));
        const given: Case = { facts: left, particulars };
        const within = decide(shipped, withPractice(given, always) as Case, TODAY);
        if (isContradiction(within) || !binds(within.verdict)) return;
        for (const [id, values] of Object.entries(always.facts)) {
          for (const value of values) {
            const looked = decide(shipped, { facts: { ...left, [id]: value }, particulars }, TODAY);
            expect(isContradiction(looked) || binds(looked.verdict)).toBe(true);
          }
        }
      }),
      { numRuns: 600 },
    );
  });

  test("is asked whose the records are, and not again where they are held", () => {
    const facts = {
      instrument: "court-order",
      power: "pace-schedule-1",
      maker: "circuit-judge",
      "access-conditions": "first",
      material: "not-about-health",
      risk: "none",
      charged: "nobody",
    };
    const given = withPractice({ facts, particulars: {} }, inEngland) as Case;
    const begun = startInterview(shipped, given, { asOf: TODAY, presume: true });
    const question = nextQuestion(begun);
    expect([question?.id, question?.values]).toEqual(["records-held", ["england", "not-ours", "patient-uncertain"]]);
    const topic = { kind: "fact", id: "records-held" } as const;
    const answered = withAnswer(begun, topic, "england");
    expect(caseOf(answered)).toMatchObject({ facts: { "records-held": "england" }, fromPractice: [] });
    const unanswered = withAnswer(begun, topic, undefined);
    expect(caseOf(unanswered).facts["records-held"]).toEqual(["england", "not-ours", "patient-uncertain"]);
    expect(nextQuestion(unanswered)?.id).not.toBe("records-held");
    // where it is changed, the practice file binds nobody
    expect(questionAgain(answered, topic).values).toContain("wales");
    expect(caseOf(change(answered, topic, "wales")).facts["records-held"]).toBe("wales");
  });

  test("is not asked what the practice says wholly, and can change it", () => {
    const facts = {
      instrument: "request",
      asker: "safeguarding",
      "safeguarding-request": "section-47",
      "records-held": "england",
      risk: "none",
    };
    const given = withPractice({ facts, particulars: {} }, practice("facts: { holder-role: nhs-body }")) as Case;
    const begun = startInterview(shipped, given, { asOf: TODAY, presume: true });
    expect(nextQuestion(begun)?.id).not.toBe("holder-role");
    const changed = change(begun, { kind: "fact", id: "holder-role" }, "private");
    expect(caseOf(changed)).toMatchObject({ facts: { "holder-role": "private" }, fromPractice: [] });
  });
});
