import { BATCH_EXIT_CODES } from "../batch/exit-code.js";
import { EXIT } from "../report/exit-code.js";
import { readRecord } from "../report/record/read.js";
import { type AnswerRecord, asRecorded } from "../report/record/record.js";
import type { PlainReport } from "../report/report.js";
import { stampOf } from "../report/table/stamp.js";
import { compareRecords } from "../report/verify/compare.js";
import { verificationData } from "../report/verify/data.js";
import { verificationPage } from "../report/verify/page.js";
import { RESULTS, type Result, type Verified } from "../report/verify/verified.js";
import { decode } from "../source/decode.js";
import { digestOf } from "../source/digest.js";
import type { SourceDocument } from "../source/document.js";
import type { Problem } from "../source/problem.js";
import type { CompiledTable } from "../table/compiled.js";
import { problemAt } from "../table/fault.js";
import type { Table } from "../table/table.js";
import { parseCase } from "../triage/parse-case.js";
import type { Practice } from "../triage/practice/practice.js";
import { version } from "../version.js";
import { assessGiven } from "./assess.js";
import type { Io } from "./io.js";
import { nothingToRead } from "./nothing-to-read.js";
import type { OpenTable } from "./open-table.js";
import { answered, type Outcome } from "./outcome.js";
import { MOST_OF_RECORD } from "./record-file.js";

/** Assesses the case of each record again, under the law of its day, and tells what has become of the answer. */
export async function verifyRecords(
  io: Io,
  { file, compiled }: OpenTable,
  paths: readonly string[],
): Promise<Outcome<PlainReport>> {
  const records: Verified[] = [];
  for (const path of paths) records.push(await verifyFile(io, compiled, path));
  const { table, digest } = compiled;
  const verification = { stamp: stampOf(file, table, digest), table, tool: `order-triage ${version}`, records };
  const report = { kind: "plain" as const, page: verificationPage(verification), data: verificationData(verification) };
  return answered(report, worstOf(records));
}

/** As in a batch, the most serious wins. */
function worstOf(records: readonly Verified[]): number {
  const codes = records.map(({ result }) => RESULTS[result.kind].exitCode);
  return [...BATCH_EXIT_CODES].find((code) => codes.includes(code)) ?? EXIT.ok;
}

async function verifyFile(io: Io, compiled: CompiledTable, path: string): Promise<Verified> {
  const bytes = await io.read(path, MOST_OF_RECORD);
  if (!bytes.ok) return { file: path, result: { kind: "nothing-to-read", problems: [nothingToRead(path, bytes.why)] } };
  const file = bytes.name;
  const text = decode(file, bytes.bytes, MOST_OF_RECORD);
  if (!text.ok) return { file, result: unread(text.problems) };
  const placed = readRecord(text.value);
  if (!placed.ok) return { file, result: unread(placed.problems) };
  const { record, document } = placed.value;
  return { file, read: { record, digest: digestOf(text.value) }, result: verifyRecord(compiled, document, record) };
}

/** A file with nothing in it is nothing to read, as a case file is. */
function unread(problems: readonly Problem[]): Result {
  return { kind: problems.every(({ code }) => code === "OT104") ? "nothing-to-read" : "no-record", problems };
}

function verifyRecord(compiled: CompiledTable, document: SourceDocument, then: AnswerRecord): Result {
  const { table, asOf, presumptions: presume } = then;
  const { id } = compiled.table.table;
  if (table.id !== id) return { kind: "no-record", problems: [otherTable(document, table.id, id)] };
  const stated = caseIn(document);
  const parsed = parseCase(stated, compiled.table);
  if (!parsed.ok) return { kind: "not-understood", problems: parsed.problems };
  const terms = { asOf, presume };
  const given = then.practice === undefined ? parsed.value : asRecorded(parsed.value, then.practice);
  const practice = then.practice && { ...then.practice, ...numbersFor(compiled.table, then.practice), facts: {} };
  const now = assessGiven(compiled, { case: given, practice, document: stated, remarks: [] }, terms);
  if (now.kind === "failed") return { kind: "not-understood", problems: now.problems };
  return compareRecords({ compiled, given, terms }, then, now.record);
}

/** Another table may have other contacts. */
function numbersFor(table: Table, { contacts }: Pick<Practice, "contacts">): Pick<Practice, "contacts"> {
  return { contacts: Object.fromEntries(Object.entries(contacts).filter(([id]) => Object.hasOwn(table.contacts, id))) };
}

/** The case of a record, as the file of a case. */
function caseIn(document: SourceDocument): SourceDocument {
  const { case: value } = document.value as AnswerRecord;
  return { ...document, value, spanOf: (path, part) => document.spanOf(["case", ...path], part) };
}

function otherTable(document: SourceDocument, named: string, id: string): Problem {
  const message = `this is a record of an answer under the table \`${named}\`, and the table at hand is \`${id}\``;
  const help = `name the file of \`${named}\` with --rules`;
  return problemAt(document, { code: "OT413", path: ["table", "id"], part: "value", message, help });
}
