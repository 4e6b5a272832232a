import { coverageOf } from "../../audit/test/coverage.js";
import { findDifference } from "../../audit/test/difference.js";
import { expectationOf } from "../../audit/test/expectation.js";
import { type TriedMutant, tryMutants } from "../../audit/test/mutants.js";
import type { Trial } from "../../audit/test/notice.js";
import { suggestCases } from "../../audit/test/suggest.js";
import { EXIT } from "../../report/exit-code.js";
import type { SuggestedReport, TestReport } from "../../report/report.js";
import { stampOf, type TableStamp } from "../../report/table/stamp.js";
import type { TestedCase, TestRun } from "../../report/test/data.js";
import { reportSuggestions, reportTest } from "../../report/test/report.js";
import { plural } from "../../report/words.js";
import { draftLaw } from "../../table/compile.js";
import type { CompiledTable } from "../../table/compiled.js";
import { loadPlacedTable } from "../../table/load.js";
import { contradictionProblem } from "../../triage/contradiction.js";
import { type Answer, answer, type Decision, decide, isContradiction } from "../../triage/decide.js";
import { findUnmet } from "../../triage/expectation.js";
import type { CaseIo } from "../io.js";
import { readRules } from "../open-table.js";
import { type Attempt, answered, failed, type Outcome, refused } from "../outcome.js";
import { readCases, type WrittenCase } from "./read-cases.js";

export interface TestOptions {
  /** The table's file, `-` for standard input; absent for the built-in table. */
  readonly rules: string | undefined;
  /** Case files and folders; none for the usual folder. */
  readonly paths: readonly string[];
  /** The day whose law applies, as YYYY-MM-DD. */
  readonly asOf: string;
  readonly coverage: boolean;
  readonly mutants: boolean;
  /** Gives the cases that are missing in place of a report. */
  readonly suggest: boolean;
}

const USUAL = "tests/cases";

/** Tries the cases of a table, and whether they would notice if it were otherwise. */
export async function testRules(io: CaseIo, options: TestOptions): Promise<Outcome<TestReport | SuggestedReport>> {
  const { rules, asOf } = options;
  const text = await readRules(io, rules);
  if (!text.ok) return text;
  const loaded = loadPlacedTable(text.value);
  if (!loaded.ok) return refused(EXIT.badRules, text.value.name, loaded.problems, "No case was tried.");
  const { compiled, document } = loaded.value;
  const stamp = stampOf(text.value.name, compiled.table, compiled.digest);
  const paths = await pathsOf(io, options.paths);
  if (!paths.ok) return paths;
  const written = await readCases(io, paths.value, compiled.table);
  if (!written.ok) return written;
  const answers = answerAll(compiled, written.value, asOf);
  if (!answers.ok) return answers;
  const cases = answers.value.map((one) => tested(compiled, one));
  const trials = answers.value.flatMap(({ written: { given, expect }, said: decision }, index): Trial[] =>
    cases[index]?.unmet.length === 0 ? [{ given, expect, decision }] : [],
  );
  if (options.suggest) return suggested(stamp, compiled, asOf, trials, cases.length - trials.length);
  return outcomeOf({
    ...{ stamp, document, asOf, cases },
    ...(options.coverage ? { coverage: coverageOf(draftLaw(compiled.table, asOf), trials) } : {}),
    ...(options.mutants ? { mutants: tryMutants(compiled.table, asOf, trials) } : {}),
    expectationOf: (facts, withNotices) => expectationOf(compiled, asOf, facts, withNotices),
  });
}

async function pathsOf(io: CaseIo, paths: readonly string[]): Promise<Attempt<readonly string[]>> {
  if (paths.length > 0) return { ok: true, value: paths };
  if ((await io.list(USUAL)).ok) return { ok: true, value: [USUAL] };
  const closing = `Name the case files or folders to test: there is no folder ${USUAL} here.`;
  return failed(EXIT.usage, closing);
}

interface AnsweredCase {
  readonly written: WrittenCase;
  readonly said: Answer;
}

function answerAll(
  compiled: CompiledTable,
  cases: readonly WrittenCase[],
  asOf: string,
): Attempt<readonly AnsweredCase[]> {
  const answers = cases.map((written) => ({ written, said: answer(compiled, written.given, asOf) }));
  const problems = answers.flatMap(({ written, said }) =>
    isContradiction(said) ? [contradictionProblem(said, written.document)] : [],
  );
  if (problems.length > 0) return failed(EXIT.badInput, "No case was tried.", problems);
  return { ok: true, value: answers as AnsweredCase[] };
}

function tested(compiled: CompiledTable, { written, said }: AnsweredCase): TestedCase {
  const { title, file, line, given, expect } = written;
  const unmet = findUnmet(expect, said);
  if (unmet.length === 0) return { title, file, line, unmet, changes: [], displacedBy: [] };
  const decision = decide(compiled, given, said.asOf) as Decision;
  return { title, file, line, unmet, ...findDifference(compiled, given, expect, decision) };
}

function outcomeOf(run: TestRun): Outcome<TestReport> {
  const isMet = run.cases.every(({ unmet }) => unmet.length === 0) && (run.mutants ?? []).every(isKnown);
  return answered(reportTest(run), isMet ? EXIT.ok : EXIT.checkFailed);
}

function isKnown({ fate }: TriedMutant): boolean {
  return fate.kind !== "survived";
}

const TOO_MANY = "Too many cases are missing to suggest all of them at once. Write some first.";

function suggested(
  stamp: TableStamp,
  compiled: CompiledTable,
  asOf: string,
  trials: readonly Trial[],
  unmet: number,
): Outcome<SuggestedReport> {
  const tried = tryMutants(compiled.table, asOf, trials);
  const survivors = tried.filter((one) => !isKnown(one)).map(({ mutant }) => mutant);
  const draft = draftLaw(compiled.table, asOf);
  const suggestions = suggestCases(compiled, draft, coverageOf(draft, trials), survivors);
  if (suggestions === undefined) return failed(EXIT.checkFailed, TOO_MANY);
  const remarks = unmet === 0 ? [] : [`${plural(unmet, "case")} not as expected, and left out of account`];
  return answered(reportSuggestions(stamp, suggestions), unmet === 0 ? EXIT.ok : EXIT.checkFailed, remarks);
}
