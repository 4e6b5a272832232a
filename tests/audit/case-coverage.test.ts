import fc from "fast-check";
import { expect, test } from "vitest";
import { coverageOf, type Limit } from "../../src/audit/test/coverage.js";
import type { Trial } from "../../src/audit/test/notice.js";
import { variantsOf } from "../../src/audit/test/variants.js";
import { draftLaw } from "../../src/table/compile.js";
import type { Condition, Rule, Table } from "../../src/table/table.js";
import { canBe, deciding, emptyTable, everyFacts, type Facts, holds, rule, soundTable } from "../table/small-tables.js";
import { compiledOf, DAY, trialOf } from "./mutant-tables.js";

function turned({ id, when }: Rule, path: Limit["path"]): Condition {
  const variants = variantsOf(when, { section: "rules", id }, []);
  const found = variants.find((one) => one.change.kind === "test-negated" && one.path.join() === path.slice(3).join());
  return (found as { condition: Condition }).condition;
}

function sides(table: Table, { rule: id, path }: Limit): { readonly inside: Facts[]; readonly outside: Facts[] } {
  const one = table.rules.find((other) => other.id === id) as Rule;
  const other = turned(one, path);
  const possible = everyFacts(table).filter((facts) => canBe(table, facts));
  const displaced = (facts: Facts): boolean =>
    table.rules.some(({ overrides, when }) => overrides.includes(id) && holds(table, when, facts));
  return {
    inside: possible.filter((facts) => deciding(table, facts)[0]?.id === id && !holds(table, other, facts)),
    outside: possible.filter(
      (facts) => holds(table, other, facts) && !holds(table, one.when, facts) && !displaced(facts),
    ),
  };
}

test("a side is shown, missing or not there exactly as plain reading has it", () => {
  const withCase = soundTable.chain((table) =>
    fc.record({ table: fc.constant(table), facts: fc.constantFrom(...everyFacts(table)) }),
  );
  fc.assert(
    fc.property(withCase, ({ table, facts }) => {
      const trials = [trialOf(compiledOf(table), facts, false) ?? []].flat();
      const { undecided, limits } = coverageOf(draftLaw(table, DAY), trials);
      const decides = (id: string): Facts[] =>
        everyFacts(table).filter((one) => canBe(table, one) && deciding(table, one)[0]?.id === id);
      const stateOf = (region: readonly Facts[]): string => {
        if (region.length === 0) return "not-there";
        const isShown =
          trials.length > 0 && region.some((one) => Object.entries(one).every(([id, value]) => facts[id] === value));
        return isShown ? "shown" : "missing";
      };
      for (const limit of limits) {
        const { inside, outside } = sides(table, limit);
        expect([limit.inside.state, limit.outside.state]).toEqual([stateOf(inside), stateOf(outside)]);
      }
      const expected = table.rules.map(({ id }) => id).filter((id) => stateOf(decides(id)) === "missing");
      expect(undecided).toEqual(expected);
    }),
    { numRuns: 100 },
  );
});

const yes = { yes: "Yes", no: "No" };
const is = (subject: string, value = "yes") => ({ subject, values: [value], negated: false });
const asking: Table = {
  ...emptyTable(),
  facts: {
    paper: { ask: "?", why: "!", values: yes },
    paid: { ask: "?", why: "!", values: yes, "asked-when": { tests: [is("paper")], any: [] } },
  },
  rules: [
    rule("general", { tests: [], any: [] }),
    rule("paid", { tests: [is("paper"), is("paid")], any: [] }, { overrides: ["general"], verdict: "may-disclose" }),
  ],
};

function statesWith(...cases: readonly Facts[]): string[] {
  const trials = cases.map((facts) => trialOf(compiledOf(asking), facts, false) as Trial);
  const { limits } = coverageOf(draftLaw(asking, DAY), trials);
  return limits.map(({ test: { subject }, inside, outside }) => `${subject}: ${inside.state}, ${outside.state}`);
}

test("a side that only an answer nobody is asked for leads to needs no case, and may have one", () => {
  expect(statesWith()).toEqual(["paper: missing, not-there", "paid: missing, missing"]);
  expect(statesWith({ paper: "yes", paid: "yes" })).toEqual(["paper: shown, not-there", "paid: shown, missing"]);
  expect(statesWith({ paper: "no", paid: "yes" })).toEqual(["paper: missing, shown", "paid: missing, missing"]);
});

test("a case that leaves open whether a test holds shows neither side of it", () => {
  expect(statesWith({ paper: "yes" })).toEqual(["paper: missing, not-there", "paid: missing, missing"]);
});
