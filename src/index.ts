import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isDay } from "./calendar/day.js";
import { storedRules } from "./cli/system/stored/rules.js";
import type { Assessment, AssessmentInParts } from "./report/assessment/assessment.js";
import { reportInParts } from "./report/assessment/in-parts.js";
import { reportAssessment } from "./report/assessment/report.js";
import { caseFields } from "./report/case-fields.js";
import { documentOf } from "./source/document.js";
import { isJsonSource, readJson } from "./source/json/read.js";
import type { Parsed, Problem } from "./source/problem.js";
import { readDocument } from "./source/read.js";
import type { SourceText } from "./source/text.js";
import { type CompiledTable, restore } from "./table/compiled.js";
import { type AnyCase, type Case, type CaseInParts, isInParts } from "./triage/case.js";
import { contradictionProblem } from "./triage/contradiction.js";
import { decide, isContradiction, type Terms } from "./triage/decide.js";
import { parseCase } from "./triage/parse-case.js";
import { decideParts } from "./triage/parts.js";
import { version } from "./version.js";

export type * from "./report/assessment/assessment.js";
export { problemText } from "./report/code-frame.js";
export type { Parsed, Problem, ProblemCode } from "./source/problem.js";
export type { SourceText } from "./source/text.js";
export type { CompiledTable } from "./table/compiled.js";
export { loadTable } from "./table/load.js";
export type { Rule, Table } from "./table/table.js";
export { VERDICTS, type Verdict } from "./table/verdict.js";
export type { AnyCase, Case, CaseInParts, Expectation, Known, Part } from "./triage/case.js";
export { type Decider, newDecider } from "./triage/decider.js";

/**
 * The table that comes with this package, compiled when the package was built: what `loadTable` makes of its
 * `rules.yaml`, sooner. It reads the files of the package, the law of a day when that day is first asked for.
 *
 * @throws where the package is not whole, or its `rules.yaml` not the one it was built with
 */
export function shippedTable(): CompiledTable {
  const pathOf = (name: string): string => join(import.meta.dirname, "..", name);
  const rules = pathOf("rules.yaml");
  const stored = storedRules((name) => readFileSync(pathOf(name)), readFileSync(rules));
  if (stored === undefined) throw new Error(`${rules} is not the table that was compiled ahead: give it to loadTable`);
  return restore(stored.table, stored.law);
}

/** A YAML or JSON text as a case for this table, or one in parts, or everything in it that is not understood. */
export function readCase(source: SourceText, { table }: CompiledTable): Parsed<AnyCase> {
  // the YAML reader is large, and JSON does without it
  const document = isJsonSource(source) ? documentOf(source, readJson(source)) : readDocument(source);
  return document.ok ? parseCase(document.value, table) : document;
}

/**
 * What a table says about a case under the law of a day, written YYYY-MM-DD: the same as `order-triage assess
 * --format json`, or everything in the case that this table does not understand, or which facts cannot all be true. Of a
 * case in parts it is what the most serious part comes to, and what is said for each part.
 *
 * @param presume whether anything may be taken for granted, as `--no-presumptions` forbids
 */
export function assess(table: CompiledTable, given: Case, asOf: string, presume?: boolean): Parsed<Assessment>;
export function assess(
  table: CompiledTable,
  given: CaseInParts,
  asOf: string,
  presume?: boolean,
): Parsed<AssessmentInParts>;
export function assess(
  table: CompiledTable,
  given: AnyCase,
  asOf: string,
  presume?: boolean,
): Parsed<Assessment | AssessmentInParts>;
export function assess(
  table: CompiledTable,
  given: AnyCase,
  asOf: string,
  presume = true,
): Parsed<Assessment | AssessmentInParts> {
  const read = readAgain(table, given);
  if (!read.ok) return read;
  if (!isDay(asOf)) return { ok: false, problems: [notADay(asOf)] };
  return answer(table, read.value, { asOf, presume });
}

function answer(table: CompiledTable, given: AnyCase, terms: Terms): Parsed<Assessment | AssessmentInParts> {
  if (isInParts(given)) {
    const decided = decideParts(table, given, terms);
    return decided.ok ? { ok: true, value: reportInParts(table, given, decided.value, version) } : decided;
  }
  const decision = decide(table, given, terms.asOf, terms.presume);
  if (isContradiction(decision)) return { ok: false, problems: [contradictionProblem(decision)] };
  return { ok: true, value: reportAssessment(table, given, decision, version) };
}

/** A program can put a case together itself, and misspell a value: it is read as the file would be that says the same. */
function readAgain(table: CompiledTable, given: AnyCase): Parsed<AnyCase> {
  return readCase({ name: "case", text: JSON.stringify(caseFields(given), null, 2) }, table);
}

function notADay(asOf: string): Problem {
  const help = "write the year first, such as `2026-11-22`";
  return { code: "OT207", severity: "error", message: `\`${asOf}\` is not a date`, help };
}
