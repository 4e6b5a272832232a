import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mutantsOf } from "../../src/audit/test/mutant-list.js";
import { type Fate, tryMutants } from "../../src/audit/test/mutants.js";
import type { Trial } from "../../src/audit/test/notice.js";
import { changeText } from "../../src/report/test/words.js";
import { draftLaw, packLaw } from "../../src/table/compile.js";
import { BEGINNING } from "../../src/table/in-force.js";
import type { Rule, Table } from "../../src/table/table.js";
import { type Decision, decide, isContradiction } from "../../src/triage/decide.js";
import { casesIn } from "../law/cases.js";
import { shippedTable } from "../law/shipped.js";
import { canBe, emptyTable, everyFacts, rule, someFacts } from "../table/small-tables.js";
import { compiledOf, DAY, isUnmet, isUnsound, said, tableOf, tableWithNotices, trialOf } from "./mutant-tables.js";

const TODAY = "2026-11-22";

function changed(table: Table, other: Table): { readonly answers: number; readonly all: number; readonly old: number } {
  const situations = everyFacts(table);
  const differs = situations.filter((facts) => {
    const [before, after] = [said(table, facts), said(other, facts)];
    if (before.answer !== after.answer) return true;
    return before.notices !== after.notices;
  });
  return {
    answers: differs.filter((facts) => said(table, facts).answer !== said(other, facts).answer).length,
    all: differs.length,
    old: differs.filter((facts) => canBe(table, facts)).length,
  };
}

describe("against plain enumeration", () => {
  test("a mutant leaves a gap or conflict, changes something, or changes nothing, exactly as it is said to", () => {
    fc.assert(
      fc.property(tableWithNotices, (table) => {
        for (const { mutant, fate } of tryMutants(table, DAY, [])) {
          const { answers, all, old } = changed(table, tableOf(table, mutant));
          const what = changeText(mutant.change);
          expect(fate.kind === "unsound", what).toBe(all > 0 && isUnsound(tableOf(table, mutant)));
          if (fate.kind === "unsound") continue;
          if (old > 0) expect(fate.kind, what).toBe("survived");
          if (fate.kind === "equivalent") expect(old, what).toBe(0);
          if (fate.kind === "survived") {
            expect([fate.count, fate.isNoticeOnly], what).toEqual([BigInt(all), answers === 0]);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  test("the case that is told for a survivor is met by the table and not by the mutant", () => {
    fc.assert(
      fc.property(tableWithNotices, (table) => {
        const compiled = compiledOf(table);
        for (const { mutant, fate } of tryMutants(table, DAY, [])) {
          if (fate.kind !== "survived") continue;
          const trial = trialOf(compiled, fate.telling.facts, fate.telling.withNotices) as Trial;
          expect(isUnmet(compiledOf(tableOf(table, mutant)), trial), changeText(mutant.change)).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });

  test("cases with facts left open notice a mutant exactly where a full assessment under it differs", () => {
    const withCases = tableWithNotices.chain((table) =>
      fc.record({
        table: fc.constant(table),
        cases: fc.array(fc.tuple(someFacts(table), fc.boolean()), { minLength: 1, maxLength: 3 }),
      }),
    );
    fc.assert(
      fc.property(withCases, ({ table, cases }) => {
        const compiled = compiledOf(table);
        const trials = cases.flatMap(([facts, withNotices]) => trialOf(compiled, facts, withNotices) ?? []);
        for (const { mutant, fate } of tryMutants(table, DAY, trials)) {
          if (fate.kind === "unsound") continue;
          const mutated = compiledOf(tableOf(table, mutant));
          const noticed = trials.some((trial) => isUnmet(mutated, trial));
          expect(fate.kind === "noticed", changeText(mutant.change)).toBe(noticed);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe("on the shipped table", () => {
  const shipped = shippedTable();
  const trials = casesIn("tests/cases", shipped).map((given): Trial => {
    const decision = decide(shipped, given, TODAY);
    if (isContradiction(decision) || given.expect === undefined) throw new Error(given.title);
    return { given, expect: given.expect, decision };
  });
  const unnoticed = (some: readonly Trial[]) =>
    tryMutants(shipped.table, TODAY, some).filter(({ fate }) => fate.kind === "survived");

  test("every mistake that changes a rule, a verdict or a notice is noticed", () => {
    expect(unnoticed(trials).map(({ mutant }) => changeText(mutant.change))).toEqual([]);
  });

  test("what a few cases are said to notice, a full assessment under the mutant confirms, dates included", () => {
    const few = trials.filter(({ expect: expected }) => expected.deadline !== undefined).slice(0, 6);
    const tried = tryMutants(shipped.table, TODAY, few)
      .filter(({ fate }) => ["noticed", "survived"].includes(fate.kind))
      .filter((_, index) => index % 20 === 0); // each is compiled, which takes its time
    expect(new Set(tried.map(({ fate }) => fate.kind)).size).toBe(2);
    for (const { mutant, fate } of tried) {
      const laws = [{ from: BEGINNING, law: packLaw(draftLaw(tableOf(shipped.table, mutant), TODAY)) }];
      const noticed = few.some((trial) =>
        isUnmet({ table: tableOf(shipped.table, mutant), digest: "", laws }, trial, TODAY),
      );
      expect(fate.kind === "noticed", changeText(mutant.change)).toBe(noticed);
    }
  });

  test("a mistake survives once the only case that shows it is gone", () => {
    const title = "Where a case is before the court somebody has been charged, so an order in it is one after charge";
    const without = trials.filter(({ given }) => given.title !== title);
    expect(without.length).toBe(trials.length - 1);
    const entry = 1 + shipped.table.impossible.findIndex(({ because }) => because.startsWith("A criminal case before"));
    expect(unnoticed(without).map(({ mutant }) => changeText(mutant.change))).toEqual([
      `entry ${entry} of \`impossible\` taken out`,
    ]);
  });
});

const IF_YES = { tests: [{ subject: "f0", values: ["yes"], negated: false }], any: [] };

/** A table over one fact with a rule for everything, and these besides. */
function withGeneralRule(...rules: readonly Rule[]): Table {
  const facts = { f0: { ask: "?", why: "!", values: { yes: "Yes", no: "No" } } };
  return { ...emptyTable(), facts, rules: [rule("general", { tests: [], any: [] }), ...rules] };
}

test("every test, alternative, rule, override, finding, notice and verdict has its mistakes, each at its place", () => {
  const table: Table = {
    ...withGeneralRule(),
    findings: { g0: { says: "g0", when: IF_YES, cite: [] } },
    impossible: [{ when: IF_YES, because: "!" }],
    rules: [
      rule("r0", { tests: [], any: [] }, { verdict: "appears-lawful" }),
      rule("r1", { tests: [], any: [IF_YES] }, { overrides: ["r0"] }),
    ],
    notices: { n0: { when: IF_YES, says: "!", urgent: false, everywhere: false, cite: [] } },
  };
  expect(mutantsOf(table).map(({ path, change }) => `${path.join(".")}: ${changeText(change)}`)).toEqual([
    "findings.g0: finding `g0` never holding",
    "findings.g0.when.f0: finding `g0` without its test of `f0`",
    "findings.g0.when.f0: finding `g0` with its test of `f0` turned round",
    "impossible.0: entry 1 of `impossible` taken out",
    "impossible.0.when.f0: entry 1 of `impossible` without its test of `f0`",
    "impossible.0.when.f0: entry 1 of `impossible` with its test of `f0` turned round",
    "rules.0.id: rule `r0` taken out",
    "rules.0.verdict: rule `r0` with the verdict `likely-unlawful` in place of `appears-lawful`",
    "rules.1.id: rule `r1` taken out",
    "rules.1.verdict: rule `r1` with the verdict `appears-lawful` in place of `refer`",
    "rules.1.overrides.0: rule `r1` without its override of `r0`",
    "rules.1.when.any.0: rule `r1` without alternative 1 of its `any`",
    "rules.1.when.any.0.f0: rule `r1` without its test of `f0`",
    "rules.1.when.any.0.f0: rule `r1` with its test of `f0` turned round",
    "notices.n0: notice `n0` taken out",
    "notices.n0.when.f0: notice `n0` without its test of `f0`",
    "notices.n0.when.f0: notice `n0` with its test of `f0` turned round",
  ]);
});

test("a date that is no longer as expected is noticed, although rule and verdict are not asked for", () => {
  const due = { says: "due", from: "came-on", cite: [] } as const;
  const table: Table = {
    ...withGeneralRule(),
    particulars: { "came-on": { ask: "?", kind: "date" } },
    deadlines: {
      soon: { ...due, after: { count: 1, unit: "day" } },
      late: { ...due, after: { count: 9, unit: "day" } },
    },
    rules: [
      rule("general", { tests: [], any: [] }, { deadlines: ["late"] }),
      rule("special", IF_YES, { overrides: ["general"], deadlines: ["soon"] }),
    ],
  };
  const given = { facts: { f0: "yes" }, particulars: { "came-on": "2026-01-01" } };
  const decision = decide(compiledOf(table), given, DAY) as Decision;
  const fateWith = (deadline: string | undefined) => {
    const expected = { verdict: "refer" as const, ...(deadline === undefined ? {} : { deadline }) };
    const tried = tryMutants(table, DAY, [{ given, expect: expected, decision }]);
    return tried.find(({ mutant }) => changeText(mutant.change) === "rule `special` taken out")?.fate.kind;
  };
  expect([fateWith("2026-01-02"), fateWith(undefined)]).toEqual(["noticed", "survived"]);
});

test("a rule that no longer overrides one that overrides all gives way to it, which is no conflict", () => {
  const table = withGeneralRule(
    rule("first", IF_YES, { overrides: ["all"], verdict: "likely-unlawful" }),
    rule("before-it", IF_YES, { overrides: ["first", "general"], verdict: "may-disclose" }),
  );
  const fates = tryMutants(table, DAY, []).flatMap(({ mutant, fate }) =>
    mutant.change.kind === "override-dropped" ? [`${changeText(mutant.change)}: ${fate.kind}`] : [],
  );
  expect(fates).toEqual([
    "rule `first` without its override of `all`: equivalent",
    "rule `before-it` without its override of `first`: survived",
    "rule `before-it` without its override of `general`: equivalent",
  ]);
});

test("what is law on another day only is neither noticed nor called the same", () => {
  const table = withGeneralRule(
    rule("later", IF_YES, { overrides: ["general"], verdict: "may-disclose", from: "2027-01-01" }),
  );
  const later: Fate = { kind: "other-day", day: "2027-01-01" };
  const of = tryMutants(table, DAY, []).filter(({ mutant }) => mutant.change.of.id === "later");
  expect(of.map(({ fate }) => fate)).toEqual(of.map(() => later));
  expect(of.length).toBe(5);
});
