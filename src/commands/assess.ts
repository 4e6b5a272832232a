import type { AnyAssessment } from "../report/assessment/assessment.js";
import { firstPage } from "../report/assessment/first-page.js";
import { reportInParts } from "../report/assessment/in-parts.js";
import { pageInParts } from "../report/assessment/in-parts-page.js";
import { assessmentPage } from "../report/assessment/page.js";
import { partsOf } from "../report/assessment/parts.js";
import { reportAssessment } from "../report/assessment/report.js";
import { sheetOf } from "../report/assessment/sheet.js";
import { EXIT } from "../report/exit-code.js";
import { papersFor } from "../report/paper/paper.js";
import { type AnswerRecord, recordOf } from "../report/record/record.js";
import type { PlainReport } from "../report/report.js";
import type { SourceDocument } from "../source/document.js";
import type { Parsed } from "../source/problem.js";
import type { CompiledTable } from "../table/compiled.js";
import type { Table } from "../table/table.js";
import { type AnyCase, type Case, type CaseInParts, casesIn, isInParts, knownText } from "../triage/case.js";
import { contradictionProblem } from "../triage/contradiction.js";
import { decide, isContradiction, type Terms } from "../triage/decide.js";
import { findUnmet, findUnmetInParts, type Unmet } from "../triage/expectation.js";
import { parseCase } from "../triage/parse-case.js";
import { decideParts } from "../triage/parts.js";
import { type Overruled, overruled, type Practice, withPractice } from "../triage/practice/practice.js";
import { version } from "../version.js";
import { type Flags, flagsDocument, repeatedFlags } from "./flags.js";
import { type Answered, type Attempt, answered, type Failed, failed } from "./outcome.js";
import { readPractice } from "./practice.js";
import { noVerdict, type Reading, readInput } from "./read-input.js";

export interface AssessOptions extends Terms {
  /** The case file, `-` for standard input; absent where flags say everything. */
  readonly file: string | undefined;
  readonly flags: Flags;
  /** The file of the practice; absent where none was named. */
  readonly practice?: string | undefined;
}

/** A case as it was handed in. */
export interface Given {
  /** With what the practice states of every paper, marked as such. */
  readonly case: AnyCase;
  readonly practice?: Practice | undefined;
  /** Absent where flags say everything. */
  readonly document?: SourceDocument;
  readonly remarks: readonly string[];
}

/** An answer to show, and what can be kept as the record of it. */
export interface Assessed extends Answered<PlainReport> {
  readonly record: AnswerRecord;
}

/** Assesses one case: from a file, from flags, or from both, where the flag wins and is mentioned. */
export async function assess(io: Reading, compiled: CompiledTable, options: AssessOptions): Promise<Assessed | Failed> {
  const given = await readGiven(io, compiled, options);
  return given.ok ? assessGiven(compiled, given.value, options) : given;
}

/** The case that a file and flags state together, and what the practice adds to it. */
export async function readGiven(io: Reading, compiled: CompiledTable, options: AssessOptions): Promise<Attempt<Given>> {
  const practice = await readPractice(io, compiled.table, options.practice);
  if (!practice.ok) return practice;
  const given = await readStated(io, compiled, options);
  return given.ok ? { ok: true, value: inPractice(compiled.table, given.value, practice.value) } : given;
}

/** With what a practice adds to it. The case goes before, and it is mentioned where they cannot both be right. */
export function inPractice(table: Table, given: Given, practice: Practice | undefined): Given {
  if (practice === undefined) return given;
  const remarks = casesIn(given.case)
    .flatMap((one) => overruled(table, one, practice))
    .map(overruledText);
  return {
    ...given,
    case: withPractice(given.case, practice),
    practice,
    remarks: [...given.remarks, ...new Set(remarks)],
  };
}

function overruledText({ fact, inCase, inPractice }: Overruled): string {
  return `${fact}: the case says \`${inCase}\`, and goes before the practice file, which says \`${inPractice}\``;
}

async function readStated(io: Reading, { table }: CompiledTable, options: AssessOptions): Promise<Attempt<Given>> {
  const repeated = repeatedFlags(options.flags);
  if (repeated.length > 0) return failed(EXIT.usage, "No verdict was given.", repeated);
  const flagged = parseCase(flagsDocument(options.flags), table) as Parsed<Case>; // no flag states a part
  if (!flagged.ok) return failed(EXIT.usage, "No verdict was given.", flagged.problems);
  if (options.file === undefined) return { ok: true, value: { case: flagged.value, remarks: [] } };
  const document = await readInput(io, options.file);
  if (!document.ok) return document;
  const filed = parseCase(document.value, table);
  const { name } = document.value.source;
  if (!filed.ok) return noVerdict(name, filed.problems);
  const merged = withFlags(filed.value, flagged.value, options.flags, name);
  return { ok: true, value: { ...merged, document: document.value } };
}

/** What flags replace in a file, they replace in every part of it. */
function withFlags(filed: AnyCase, flagged: Case, flags: Flags, name: string): Omit<Given, "document"> {
  if (!isInParts(filed)) return { case: merge(filed, flagged, flags), remarks: overridden(filed, flags, name) };
  const parts = filed.parts.map(({ label, given }) => ({ label, given: merge(given, flagged, flags) }));
  const remarks = filed.parts.flatMap(({ label, given }) => overridden(given, flags, `the part ${label} of ${name}`));
  const { reference = filed.reference } = flagged.particulars;
  return { case: { ...filed, ...(reference === undefined ? {} : { reference }), parts }, remarks };
}

/** A flag replaces what the file says; `unknown` takes it back. */
function merge(filed: Case, flagged: Case, flags: Flags): Case {
  const { missing = filed.missing } = flagged;
  const kept = <One>(stated: Readonly<Record<string, One>>): Record<string, One> =>
    Object.fromEntries(Object.entries(stated).filter(([id]) => !flags.some((flag) => flag.id === id)));
  return {
    ...filed,
    facts: { ...kept(filed.facts), ...flagged.facts },
    particulars: { ...kept(filed.particulars), ...flagged.particulars },
    ...(missing === undefined ? {} : { missing }),
  };
}

function overridden({ facts, particulars, missing }: Case, flags: Flags, name: string): string[] {
  return flags.flatMap(({ section, id, value }) => {
    const written = knownText((section === "missing" ? missing : (facts[id] ?? particulars[id])) ?? value);
    return written === value ? [] : [`${id}: the flag says \`${value}\` and replaces \`${written}\` in ${name}`];
  });
}

/** What a table says about a case. */
export function assessGiven(compiled: CompiledTable, given: Given, terms: Terms): Assessed | Failed {
  const { case: known, document, remarks } = given;
  const answer = isInParts(known)
    ? answerInParts(compiled, known, terms, given)
    : answerWhole(compiled, known, terms, given);
  if (!answer.ok) {
    const exitCode = document === undefined ? EXIT.usage : EXIT.badInput;
    return failed(exitCode, "No verdict was given.", answer.problems);
  }
  const { data, unmet } = answer.value;
  const exitCode = unmet.length > 0 ? EXIT.checkFailed : data.exitCode;
  const page = "parts" in data ? pageInParts(data) : assessmentPage(data);
  const brief = { first: firstPage(data), parts: partsOf(page) };
  const papers = () => papersFor(compiled, known, data, terms, given.practice);
  const report: PlainReport = { kind: "plain", page, data, brief, papers, sheet: () => sheetOf(data, page) };
  return {
    ...answered(report, exitCode, [...remarks, ...unmet.map(unmetText)]),
    record: recordOf(known, terms, given.practice, data),
  };
}

interface Answer {
  readonly data: AnyAssessment;
  /** In what it is not as the case expects. */
  readonly unmet: readonly Unmet[];
}

function answerWhole(
  compiled: CompiledTable,
  known: Case,
  terms: Terms,
  { document, practice }: Given,
): Parsed<Answer> {
  const decision = decide(compiled, known, terms.asOf, terms.presume);
  if (isContradiction(decision))
    return { ok: false, problems: [contradictionProblem(decision, document, known.fromPractice)] };
  const data = reportAssessment(compiled, known, decision, version, practice);
  const unmet = known.expect === undefined ? [] : findUnmet(known.expect, decision);
  return { ok: true, value: { data, unmet } };
}

function answerInParts(
  compiled: CompiledTable,
  known: CaseInParts,
  terms: Terms,
  { document, practice }: Given,
): Parsed<Answer> {
  const decided = decideParts(compiled, known, terms, document);
  if (!decided.ok) return decided;
  const data = reportInParts(compiled, known, decided.value, version, practice);
  const decisions = decided.value.map(({ decision }) => decision);
  return { ok: true, value: { data, unmet: findUnmetInParts(known, decisions) } };
}

function unmetText({ what, expected, got, part }: Unmet): string {
  const whose = part === undefined ? "the case" : `the part ${part}`;
  return `${whose} expects ${what} \`${expected}\`; it is \`${got}\``;
}
