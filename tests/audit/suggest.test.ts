import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { coverageOf } from "../../src/audit/test/coverage.js";
import { mutantsOf } from "../../src/audit/test/mutant-list.js";
import { tryMutants } from "../../src/audit/test/mutants.js";
import type { Trial } from "../../src/audit/test/notice.js";
import { follow } from "../../src/audit/test/shift.js";
import { type Suggestion, suggestCases } from "../../src/audit/test/suggest.js";
import { documentsIn } from "../../src/batch/read/yaml-records.js";
import { suggestionsText } from "../../src/report/test/report.js";
import { changeText } from "../../src/report/test/words.js";
import { draftLaw } from "../../src/table/compile.js";
import type { CompiledTable } from "../../src/table/compiled.js";
import type { Case } from "../../src/triage/case.js";
import { decide, isContradiction } from "../../src/triage/decide.js";
import { findUnmet } from "../../src/triage/expectation.js";
import { parseCase } from "../../src/triage/parse-case.js";
import { casesIn } from "../law/cases.js";
import { shippedTable } from "../law/shipped.js";
import { compiledOf, DAY, tableWithNotices } from "./mutant-tables.js";

function suggestedFor(compiled: CompiledTable, day: string, trials: readonly Trial[]): Suggestion[] {
  const draft = draftLaw(compiled.table, day);
  const tried = tryMutants(compiled.table, day, trials);
  const survivors = tried.filter(({ fate }) => fate.kind === "survived").map(({ mutant }) => mutant);
  return suggestCases(compiled, draft, coverageOf(draft, trials), survivors) ?? [];
}

/** The suggestions as cases, each met by the table. */
function trialsOf(compiled: CompiledTable, day: string, suggestions: readonly Suggestion[]): Trial[] {
  return suggestions.map(({ facts, expect: expected }) => {
    const given = { facts, particulars: {} };
    const decision = decide(compiled, given, day);
    if (isContradiction(decision)) throw new Error(decision.because.join());
    expect(findUnmet(expected, decision)).toEqual([]);
    return { given, expect: expected, decision };
  });
}

function expectNothingMissing(compiled: CompiledTable, day: string, trials: readonly Trial[]): void {
  const survivors = tryMutants(compiled.table, day, trials).filter(({ fate }) => fate.kind === "survived");
  expect(survivors.map(({ mutant }) => changeText(mutant.change))).toEqual([]);
  const { undecided, limits } = coverageOf(draftLaw(compiled.table, day), trials);
  expect(undecided).toEqual([]);
  expect(limits.filter(({ inside, outside }) => [inside.state, outside.state].includes("missing"))).toEqual([]);
}

test("suggested cases notice every mistake and show both sides of every limit, from nothing", () => {
  fc.assert(
    fc.property(tableWithNotices, (table) => {
      const compiled = compiledOf(table);
      expectNothingMissing(compiled, DAY, trialsOf(compiled, DAY, suggestedFor(compiled, DAY, [])));
    }),
    { numRuns: 40 },
  );
});

test("where cases are there already, only what they leave is suggested", () => {
  fc.assert(
    fc.property(tableWithNotices, fc.nat(), (table, some) => {
      const compiled = compiledOf(table);
      const all = trialsOf(compiled, DAY, suggestedFor(compiled, DAY, []));
      const kept = all.filter((_, index) => index !== some % all.length);
      const more = trialsOf(compiled, DAY, suggestedFor(compiled, DAY, kept));
      expectNothingMissing(compiled, DAY, [...kept, ...more]);
      expect(suggestedFor(compiled, DAY, all)).toEqual([]);
    }),
    { numRuns: 20 },
  );
});

describe("for the shipped table without its cases on warrants", () => {
  const shipped = shippedTable();
  const TODAY = "2026-11-22";
  const others = casesIn("tests/cases", shipped).filter(({ facts }) => facts["instrument"] !== "warrant");
  const trials = others.map((given): Trial => {
    const decision = decide(shipped, given, TODAY);
    if (isContradiction(decision) || given.expect === undefined) throw new Error(given.title);
    return { given, expect: given.expect, decision };
  });
  const suggestions = suggestedFor(shipped, TODAY, trials);

  test("about as many cases as a person wrote notice every mistake", () => {
    expectNothingMissing(shipped, TODAY, [...trials, ...trialsOf(shipped, TODAY, suggestions)]);
    expect(suggestions.length).toBeLessThan(60);
  });

  test("with no case at all there are too many to suggest", () => {
    const draft = draftLaw(shipped.table, TODAY);
    const mutants = mutantsOf(shipped.table).filter((mutant) => follow(draft, mutant).kind === "sound");
    expect(suggestCases(shipped, draft, coverageOf(draft, []), mutants)).toBeUndefined();
  });

  test("the text is a file of cases with a title of its own for each, and what it shows above", () => {
    const text = suggestionsText(suggestions);
    const cases = documentsIn({ name: "new.yaml", text }).map((document) => {
      if (!document.ok) throw new Error(document.problems.map(({ message }) => message).join());
      const parsed = parseCase(document.value, shipped.table);
      if (!parsed.ok) throw new Error(parsed.problems.map(({ message }) => message).join());
      return parsed.value as Case;
    });
    expect(cases.map(({ facts, expect: expected }) => ({ facts, expect: expected }))).toEqual(
      suggestions.map(({ facts, expect: expected }) => ({ facts, expect: expected })),
    );
    expect(new Set(cases.map(({ title }) => title)).size).toBe(suggestions.length);
    for (const { title } of cases) expect(title).toMatch(/^TITLE MISSING \d+: /);
    expect(text.match(/^# It shows:$/gm)?.length).toBe(suggestions.length);
  });

  test("a case does not state what nobody would be asked, but where the mistake itself is about that", () => {
    const about = suggestions.filter(({ shows }) => shows.some(({ kind }) => kind !== "mutant"));
    expect(about.length).toBeGreaterThan(5);
    for (const { facts } of about) {
      if (facts["instrument"] !== "warrant") continue;
      expect(Object.keys(facts)).not.toContain("asker");
      expect(Object.keys(facts)).not.toContain("charged");
    }
  });
});
