import fc from "fast-check";
import { expect, test } from "vitest";
import { count } from "../../src/diagram/count.js";
import { draftLaw } from "../../src/table/compile.js";
import { findJudgementFaults } from "../../src/table/faults/judgements.js";
import type { Rule, Table } from "../../src/table/table.js";
import { binds } from "../../src/table/verdict.js";
import { edited, ferry, flawsOf, lineIn, told } from "../audit/edited.js";
import { canBe, deciding, everyFacts, type Facts, soundTable } from "./small-tables.js";

/** A ferry that takes a dog if the skipper has weighed it and finds it safe. */
const weighing = edited(
  ferry,
  [
    "  weather:\n    ask",
    `  safe-with-dog:
    ask: Is it safe with the dog?
    why: The skipper weighs it.
    values: { yes: "Yes", no: "No", not-weighed: Not weighed yet }
    not-weighed: not-weighed
    asked-when: { animal: yes, muzzled: yes }
  weather:\n    ask`,
  ],
  [
    "  - id: on-foot\n",
    `  - id: dog-on-board
    when: { vehicle: [bicycle, none], animal: yes, muzzled: yes, safe-with-dog: yes }
    overrides: [anything-else]
    verdict: appears-lawful
    headline: Walk on board with the dog
    because: The skipper finds it safe.
    cite: [order-7]
    steps: [board]
  - id: on-foot\n`,
  ],
);

/** What takes the table's verdicts away. */
function faultsOf(text: string): string[] {
  return flawsOf(text).flatMap((flaw) => (flaw.problem.severity === "error" ? [told(flaw)] : []));
}

test("a judgement whose absence leaves everything to be weighed is no fault", () => {
  expect(faultsOf(weighing)).toEqual([]);
});

test.each<[string, string, string]>([
  [
    "the value that stands for not weighed is one that somebody has to find",
    "not-weighed: not-weighed",
    "not-weighed: yes",
  ],
  [
    "the rule decides unless somebody finds otherwise",
    "muzzled: yes, safe-with-dog: yes }",
    "muzzled: yes, safe-with-dog: { not: no } }",
  ],
])("no exit code 0 rests on a judgement that nobody has made: %s", (_, from, to) => {
  const text = edited(weighing, [from, to]);
  const flaws = flawsOf(text);
  const value = from === "not-weighed: not-weighed" ? "yes" : "not-weighed";
  expect(flaws.map(told)).toEqual([
    `OT314 ${lineIn(text, `    not-weighed: ${value}`)} "${value}" \`appears-lawful\` rests on a judgement that nobody has made: \`dog-on-board\` would not say so with every value of \`safe-with-dog\``,
  ]);
  expect(flaws[0]?.problem.help).toContain("let the rule test what has to be found");
  expect(flaws[0]?.extent?.region.witness).toEqual({
    vehicle: "bicycle",
    animal: "yes",
    muzzled: "yes",
    "safe-with-dog": value,
    weather: "calm",
  });
});

test("what may be disclosed on a judgement that nobody has made says itself what not to do before", () => {
  const mayOn = (value: string, more: string): string =>
    edited(weighing, [
      "safe-with-dog: yes }\n    overrides: [anything-else]\n    verdict: appears-lawful",
      `safe-with-dog: ${value} }\n    overrides: [anything-else]\n    verdict: may-disclose${more}`,
    ]).replace(
      "verdicts:\n",
      "verdicts:\n  may-disclose: { headline: You may, do-not: Do not run., steps: [board] }\n",
    );
  expect(faultsOf(mayOn("yes", ""))).toEqual([]);
  expect(faultsOf(mayOn("not-weighed", "\n    do-not: Do not board before it is weighed."))).toEqual([]);
  const [flaw, ...others] = flawsOf(mayOn("not-weighed", ""));
  expect([flaw?.problem.code, others]).toEqual(["OT314", []]);
  expect(flaw?.problem.help).toContain("or let its `do-not` say what not to do before it is weighed");
});

test("that something is always weighed cannot be declared", () => {
  const text = edited(weighing, [
    "impossible:\n",
    "impossible:\n  - when: { safe-with-dog: not-weighed, weather: calm }\n    because: The skipper always weighs it.\n",
  ]);
  const line = lineIn(text, "    not-weighed: not-weighed");
  expect(flawsOf(text).map(told)).toEqual([
    `OT314 ${line} "not-weighed" in some situations that can exist \`safe-with-dog\` cannot be \`not-weighed\`, as if it were always weighed`,
  ]);
});

/** Random tables in which some facts are judgements, not made where they are `v0`. */
const judging: fc.Arbitrary<Table> = soundTable.chain((table) =>
  fc.subarray(Object.keys(table.facts), { minLength: 1 }).map((judged) => ({
    ...table,
    facts: Object.fromEntries(
      Object.entries(table.facts).map(([id, fact]) => [
        id,
        judged.includes(id) ? { ...fact, "not-weighed": "v0" } : fact,
      ]),
    ),
  })),
);

/** The situations in which one judgement is made in any other way, or several of them in any way. */
function madeFrom(table: Table, facts: Facts, most: number): Facts[] {
  return everyFacts(table).filter((other) => {
    const changed = Object.keys(facts).filter((id) => facts[id] !== other[id]);
    const unmade = changed.every((id) => table.facts[id]?.["not-weighed"] === facts[id]);
    return unmade && changed.length > 0 && changed.length <= most && canBe(table, other);
  });
}

function decider(table: Table, facts: Facts): Rule | undefined {
  return canBe(table, facts) ? deciding(table, facts)[0] : undefined;
}

test("each fault has the situations that plain reading finds", () => {
  fc.assert(
    fc.property(judging, (table) => {
      const isBad = (facts: Facts, other: Facts): boolean => {
        const [absent, made] = [decider(table, facts)?.verdict, decider(table, other)?.verdict];
        if (absent === undefined) return true;
        return ["appears-lawful", "likely-unlawful", "may-disclose"].includes(absent) && absent !== made;
      };
      const judgements = Object.keys(table.facts).filter((id) => table.facts[id]?.["not-weighed"] !== undefined);
      const bad = judgements.flatMap((id) => {
        const found = everyFacts(table).filter((facts) =>
          madeFrom(table, facts, 1).some((other) => facts[id] !== other[id] && isBad(facts, other)),
        );
        return found.map((facts) => `${id} ${decider(table, facts)?.verdict}`);
      });
      const faults = findJudgementFaults(draftLaw(table, "2026-01-01"));
      const counts = faults.map(({ situations }) =>
        count(situations?.draft.forest as never, situations?.region as never),
      );
      expect(counts.reduce((sum, one) => sum + one, 0n)).toBe(BigInt(bad.length));
      expect(faults.length).toBe(new Set(bad).size);
    }),
    { numRuns: 400 },
  );
});

test("where there is no fault, what binds while judgements are not made binds however they are made", () => {
  let bound = 0;
  fc.assert(
    fc.property(judging, (table) => {
      if (findJudgementFaults(draftLaw(table, "2026-01-01")).length > 0) return;
      for (const facts of everyFacts(table)) {
        const verdict = decider(table, facts)?.verdict;
        if (verdict === undefined || !binds(verdict)) continue;
        const others = madeFrom(table, facts, Number.POSITIVE_INFINITY);
        bound += others.length;
        expect(others.filter((other) => decider(table, other)?.verdict !== verdict)).toEqual([]);
      }
    }),
    { numRuns: 1000 },
  );
  expect(bound).toBeGreaterThan(100);
});
