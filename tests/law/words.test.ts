import { describe, expect, test } from "vitest";
import { end, NO, type Ref } from "../../src/diagram/graph.js";
import { and } from "../../src/diagram/logic.js";
import { inFull } from "../../src/report/words.js";
import { draftLaw } from "../../src/table/compile.js";
import type { Notice, Rule, Step, Test, VerdictWording } from "../../src/table/table.js";
import { decide, isContradiction } from "../../src/triage/decide.js";
import { shippedTable } from "./shipped.js";

const { table } = shippedTable();
const draft = draftLaw(table, "2026-11-22");
const askers = Object.keys(table.facts["asker"]?.values ?? {});

type Values = Readonly<Record<string, readonly string[]>>;

/** Whether something holds in some situation whose facts have these values. */
function isSome(facts: Values, where: Ref): boolean {
  const tests = Object.entries(facts).map(([subject, values]): Test => ({ subject, values, negated: false }));
  return and(draft.forest, where, draft.condition({ tests, any: [] })) !== end(NO);
}

function deciding(facts: Values): Rule[] {
  return table.rules.filter((_, index) => isSome(facts, draft.decides[index] as Ref));
}

/** Everything that the table can tell somebody whose facts have these values, the same thing once. */
function told(facts: Values): string[] {
  const rules = deciding(facts);
  const verdicts = [...new Set(rules.map(({ verdict }) => verdict)), "cannot-say"] as const;
  const wordings = verdicts.flatMap((verdict): readonly VerdictWording[] => [table.verdicts[verdict] ?? []].flat());
  const notices = Object.entries(table.notices).filter(([id]) => isSome(facts, draft.shown[id] as Ref));
  return [
    ...new Set([
      ...rules.flatMap(ownWords),
      ...wordings.flatMap((wording) => [wording.headline, wording["do-not"], ...stepWords(wording.steps)]),
      ...notices.map(([, { says, more }]) => inFull(says, more)),
    ]),
  ];
}

function ownWords({ headline, because, more, steps, deadlines, "do-not": doNot }: Rule): string[] {
  const dates = deadlines.map((id) => table.deadlines[id]?.says ?? "");
  return [headline, inFull(because, more), ...stepWords(steps), ...dates, ...(doNot === undefined ? [] : [doNot])];
}

function stepWords(steps: readonly string[]): string[] {
  return steps.map((id) => {
    const { do: text, more } = table.steps[id] as Step;
    return inFull(text, more);
  });
}

describe("what is told", () => {
  test.each(["spoken-request", "no-demand"])("of %s speaks of no paper", (instrument) => {
    expect(told({ instrument: [instrument] }).filter((text) => /\bpapers?\b/i.test(text))).toEqual([]);
  });

  test("to somebody whom no officer asks has no words for officers", () => {
    const others = askers.filter((asker) => !["police", "other-investigator", "death"].includes(asker));
    const words = told({ instrument: ["notice", "request", "spoken-request"], asker: others });
    expect(
      words.filter((text) => /\bto an officer\b|officer's rank|\bobstruct officers\b|\bthe police say\b/i.test(text)),
    ).toEqual([]);
    expect(words.length).toBeGreaterThan(100);
  });

  test("to somebody whom no investigator asks cites no guidance on requests by the police", () => {
    const facts = {
      instrument: ["notice", "request", "spoken-request"],
      asker: askers.filter((one) => !["police", "other-investigator"].includes(one)),
    };
    const shown = Object.entries(table.notices).filter(([id]) => isSome(facts, draft.shown[id] as Ref));
    const citing = [...deciding(facts), ...shown.map(([, notice]) => notice)].filter(({ cite }) =>
      cite.some((id) => ["nhs-england-police", "wessex-lmc", "mdu-2021", "police-law-blog"].includes(id)),
    );
    // a coroner's officer is a police officer, and may be acting as one
    expect(citing).toEqual([table.notices["coroner-or-police"]]);
  });

  test("of an officer who demands, asks or brings an order has words for just that", () => {
    const words = (facts: Values): string[] => told(facts).filter((text) => /^To an officer/.test(text));
    const police = {
      asker: ["police"],
      risk: ["none"],
      "police-question": ["records-or-other"],
    };
    expect(words({ instrument: ["spoken-request"], ...police })).toEqual([
      expect.stringMatching(/on the telephone.*neither confirm nor deny/),
    ]);
    expect(words({ instrument: ["spoken-request"], ...police, "police-question": ["driver", "terrorism"] })).toEqual([
      expect.stringMatching(/on the telephone.*tell you what I have to/),
    ]);
    expect(words({ instrument: ["notice"], ...police })).toEqual([expect.stringContaining("which Act and section")]);
    expect(words({ instrument: ["court-order"], power: ["pace-schedule-1"] })).toEqual([
      expect.stringContaining("I have your paper"),
    ]);
    expect(words({ instrument: ["spoken-request"], ...police, risk: ["immediate"] })).toEqual([]);
    expect(
      words({ instrument: ["notice"], ...police, asker: ["other-investigator"], investigator: ["case-review"] }),
    ).toEqual([]);
  });
});

test("where a life is at risk now, one rule answers every request: tell, then call, and nothing in between", () => {
  const rules = deciding({ "holder-may-choose": ["yes"], "records-held": ["england", "wales"], risk: ["immediate"] });
  expect(rules.map(({ headline }) => headline)).toEqual(["Life at risk - you may tell what averts it"]);
  const [tell, call] = rules[0]?.steps ?? [];
  expect(stepWords([tell as string])[0]).toMatch(/^Tell whoever can avert it .* now,/);
  expect(table.steps[call as string]?.contact).toBe("mdo");
  const { says, more } = table.notices["emergency"] as Notice;
  expect(inFull(says, more)).toMatch(/before everything else here\. Tell .*\. Then call your MDO/);
});

test.each([
  "request",
  "spoken-request",
  "notice",
])("%s: where a life is at risk now and no more is known, nothing tells to keep everything back", (instrument) => {
  const decision = decide(shippedTable(), { facts: { instrument, risk: "immediate" }, particulars: {} }, "2026-11-28");
  if (isContradiction(decision)) throw new Error("it can be");
  expect([decision.verdict, decision.agreement]).toEqual(["cannot-say", undefined]);
  expect(decision.steps.filter((id) => table.steps[id]?.["holds-back"])).toEqual([]);
  expect(table.verdicts["cannot-say"]?.["do-not"]).not.toMatch(/disclose|hand/);
});

test("what a form leaves out is asked for in words that fit a draft too, which does not bind", () => {
  const words = stepWords(Object.values(table.forms).map(({ step }) => step));
  expect(words.filter((text) => /(^|\. )It binds\b/.test(text))).toEqual([]);
  expect(words.length).toBeGreaterThan(0);
});
