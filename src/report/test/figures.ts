import type { Coverage } from "../../audit/test/coverage.js";
import type { TriedMutant } from "../../audit/test/mutants.js";
import type { Path, SourceDocument } from "../../source/document.js";
import { positionOf } from "../../source/text.js";
import { caseLine } from "../case-file.js";
import type { CoverageData, MutantData, Place, Score, Survivor, TestData, TestRun } from "./data.js";
import { changeText } from "./words.js";

/** A run of the tests as data: what is to be told of it, counted and with its places. */
export function testData(run: TestRun): TestData {
  const { document, asOf, cases, coverage, mutants } = run;
  const { file: rules, ...stamp } = run.stamp;
  const files = [...new Set(cases.map(({ file }) => file))];
  return {
    schema: "order-triage/rules-test@1",
    ...{ rules, ...stamp, asOf },
    cases: cases.length,
    failed: cases.filter(({ unmet }) => unmet.length > 0).length,
    files: files.map((file) => ({ file, cases: cases.filter((one) => one.file === file) })),
    ...(coverage === undefined ? {} : { coverage: coverageData(document, coverage) }),
    ...(mutants === undefined ? {} : { mutants: mutantData(run, mutants) }),
  };
}

function coverageData(document: SourceDocument, { undecided, limits }: Coverage): CoverageData {
  const missing = limits.filter(({ inside, outside }) => [inside.state, outside.state].includes("missing"));
  return {
    undecided,
    tests: limits.length,
    shown: limits.length - missing.length,
    missing: missing.map(({ rule, test, path, inside, outside }) => ({
      ...placeOf(document, path, "key"),
      ...{ rule, test: test.subject, inside: inside.state, outside: outside.state },
    })),
  };
}

function mutantData({ document, expectationOf }: TestRun, tried: readonly TriedMutant[]): MutantData {
  const many = (kind: string): number => tried.filter(({ fate }) => fate.kind === kind).length;
  return {
    tried: tried.length,
    equivalent: many("equivalent"),
    otherDay: many("other-day"),
    outcome: scoreOf(tried, false),
    notice: scoreOf(tried, true),
    survivors: tried.flatMap(({ mutant, fate }): Survivor[] => {
      if (fate.kind !== "survived") return [];
      const { telling, isNoticeOnly, count } = fate;
      const { facts, withNotices } = telling;
      return [
        {
          ...placeOf(document, mutant.path, mutant.part),
          change: changeText(mutant.change),
          isNoticeOnly,
          situations: String(count),
          case: caseLine({ facts, expect: expectationOf(facts, withNotices) }),
        },
      ];
    }),
  };
}

function scoreOf(tried: readonly TriedMutant[], isNoticeOnly: boolean): Score {
  const byCheck = isNoticeOnly ? 0 : tried.filter(({ fate }) => fate.kind === "unsound").length;
  const told = tried.flatMap(({ fate }) =>
    (fate.kind === "noticed" || fate.kind === "survived") && fate.isNoticeOnly === isNoticeOnly ? [fate.kind] : [],
  );
  return { changed: byCheck + told.length, byCheck, byCase: told.filter((kind) => kind === "noticed").length };
}

function placeOf({ source, spanOf }: SourceDocument, path: Path, part: "key" | "value"): Place {
  return { file: source.name, ...positionOf(source, spanOf(path, part).start) };
}
