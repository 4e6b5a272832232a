import { firstPage, firstPageInParts } from "../report/assessment/first-page.js";
import { reportInParts } from "../report/assessment/in-parts.js";
import { pageInParts } from "../report/assessment/in-parts-page.js";
import { assessmentPage } from "../report/assessment/page.js";
import { partsOf } from "../report/assessment/parts.js";
import { reportAssessment } from "../report/assessment/report.js";
import { EXIT } from "../report/exit-code.js";
import type { PlainReport } from "../report/report.js";
import { decode } from "../source/decode.js";
import { documentOf, type SourceDocument } from "../source/document.js";
import { isJsonSource, readJson } from "../source/json/read.js";
import type { Parsed, Problem } from "../source/problem.js";
import type { SourceText } from "../source/text.js";
import type { CompiledTable } from "../table/compiled.js";
import { type AnyCase, type Case, type CaseInParts, isInParts, knownText } from "../triage/case.js";
import { contradictionProblem } from "../triage/contradiction.js";
import { decide, isContradiction, type Terms } from "../triage/decide.js";
import { findUnmet, findUnmetInParts, type Unmet } from "../triage/expectation.js";
import { parseCase } from "../triage/parse-case.js";
import { decideParts } from "../triage/parts.js";
import { version } from "../version.js";
import { type Flags, flagsDocument, repeatedFlags } from "./flags.js";
import type { Io } from "./io.js";
import { type Attempt, answered, type Failed, failed, type Outcome, refused } from "./outcome.js";

const LIMIT = 256 * 1024;

export interface AssessOptions extends Terms {
  /** The case file, `-` for standard input; absent where flags say everything. */
  readonly file: string | undefined;
  readonly flags: Flags;
}

/** A case as it was handed in. */
export interface Given {
  readonly case: AnyCase;
  /** Absent where flags say everything. */
  readonly document?: SourceDocument;
  readonly remarks: readonly string[];
}

/** All of the outside world that a case needs. */
type Reading = Pick<Io, "read">;

/** Assesses one case: from a file, from flags, or from both, where the flag wins and is mentioned. */
export async function assess(
  io: Reading,
  compiled: CompiledTable,
  options: AssessOptions,
): Promise<Outcome<PlainReport>> {
  const given = await readGiven(io, compiled, options);
  return given.ok ? assessGiven(compiled, given.value, options) : given;
}

/** The case that a file and flags state together. */
export async function readGiven(
  io: Reading,
  { table }: CompiledTable,
  options: AssessOptions,
): Promise<Attempt<Given>> {
  const repeated = repeatedFlags(options.flags);
  if (repeated.length > 0) return failed(EXIT.usage, "No verdict was given.", repeated);
  const flagged = parseCase(flagsDocument(options.flags), table) as Parsed<Case>; // no flag states a part
  if (!flagged.ok) return failed(EXIT.usage, "No verdict was given.", flagged.problems);
  if (options.file === undefined) return { ok: true, value: { case: flagged.value, remarks: [] } };
  const document = await readCaseFile(io, options.file);
  if (!document.ok) return document;
  const filed = parseCase(document.value, table);
  const { name } = document.value.source;
  if (!filed.ok) return noVerdict(name, filed.problems);
  const merged = withFlags(filed.value, flagged.value, options.flags, name);
  return { ok: true, value: { ...merged, document: document.value } };
}

async function readCaseFile(io: Reading, path: string): Promise<Attempt<SourceDocument>> {
  const file = await io.read(path, LIMIT);
  if (!file.ok) return failed(EXIT.noInput, `${file.why} No verdict was given.`);
  const text = decode(file.name, file.bytes, LIMIT);
  if (!text.ok) return noVerdict(file.name, text.problems);
  const document = await read(text.value);
  return document.ok ? document : noVerdict(file.name, document.problems);
}

/** The YAML reader is large, and JSON does without it. */
async function read(source: SourceText): Promise<Parsed<SourceDocument>> {
  if (isJsonSource(source)) return documentOf(source, readJson(source));
  const { readDocument } = await import("../source/read.js");
  return readDocument(source);
}

/** A file with nothing in it is nothing to read; anything else wrong with it is bad input. */
function noVerdict(name: string, problems: readonly Problem[]): Failed {
  const exitCode = problems.every(({ code }) => code === "OT104") ? EXIT.noInput : EXIT.badInput;
  return refused(exitCode, name, problems, "No verdict was given.");
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
export function assessGiven(compiled: CompiledTable, given: Given, terms: Terms): Outcome<PlainReport> {
  const { case: known, document, remarks } = given;
  const answer = isInParts(known)
    ? answerInParts(compiled, known, terms, document)
    : answerWhole(compiled, known, terms, document);
  if (!answer.ok) {
    const exitCode = document === undefined ? EXIT.usage : EXIT.badInput;
    return failed(exitCode, "No verdict was given.", answer.problems);
  }
  const { report, unmet } = answer.value;
  const exitCode = unmet.length > 0 ? EXIT.checkFailed : answer.value.exitCode;
  return answered({ kind: "plain", ...report }, exitCode, [...remarks, ...unmet.map(unmetText)]);
}

interface Answer {
  readonly report: Omit<PlainReport, "kind">;
  readonly exitCode: number;
  readonly unmet: readonly Unmet[];
}

function answerWhole(
  compiled: CompiledTable,
  known: Case,
  { asOf, presume }: Terms,
  document: SourceDocument | undefined,
): Parsed<Answer> {
  const decision = decide(compiled, known, asOf, presume);
  if (isContradiction(decision)) return { ok: false, problems: [contradictionProblem(decision, document)] };
  const data = reportAssessment(compiled, known, decision, version);
  const unmet = known.expect === undefined ? [] : findUnmet(known.expect, decision);
  const page = assessmentPage(data);
  const report = { page, data, brief: { first: firstPage(data), parts: partsOf(page) } };
  return { ok: true, value: { report, exitCode: data.exitCode, unmet } };
}

function answerInParts(
  compiled: CompiledTable,
  known: CaseInParts,
  terms: Terms,
  document: SourceDocument | undefined,
): Parsed<Answer> {
  const decided = decideParts(compiled, known, terms, document);
  if (!decided.ok) return decided;
  const data = reportInParts(compiled, known, decided.value, version);
  const unmet = findUnmetInParts(
    known,
    decided.value.map(({ decision }) => decision),
  );
  const page = pageInParts(data);
  const report = { page, data, brief: { first: firstPageInParts(data), parts: partsOf(page) } };
  return { ok: true, value: { report, exitCode: data.exitCode, unmet } };
}

function unmetText({ what, expected, got, part }: Unmet): string {
  const whose = part === undefined ? "the case" : `the part ${part}`;
  return `${whose} expects ${what} \`${expected}\`; it is \`${got}\``;
}
