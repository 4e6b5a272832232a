import { endingsOf, type InputFormat } from "../../batch/read/records.js";
import { documentsIn } from "../../batch/read/yaml-records.js";
import { EXIT } from "../../report/exit-code.js";
import { alternatives } from "../../report/words.js";
import { decode } from "../../source/decode.js";
import type { SourceDocument } from "../../source/document.js";
import { errorAt, inSourceOrder, type Parsed, type Problem } from "../../source/problem.js";
import { type Filed, lineOf } from "../../source/text.js";
import type { Table } from "../../table/table.js";
import { type Case, type Expectation, isInParts } from "../../triage/case.js";
import { parseCase } from "../../triage/parse-case.js";
import { filesAt } from "../case-files.js";
import type { CaseIo } from "../io.js";
import { type Attempt, failed } from "../outcome.js";

/** A case that says what it expects, and where it stands. */
export interface WrittenCase extends Filed {
  readonly title: string;
  readonly given: Case;
  readonly expect: Expectation;
  readonly document: SourceDocument;
}

const LIMIT = 256 * 1024;
const FORMATS: readonly InputFormat[] = ["yaml", "json"];

/** The cases of these files and folders, in the order of their names, or everything that is wrong with them. */
export async function readCases(
  io: CaseIo,
  paths: readonly string[],
  table: Table,
): Promise<Attempt<readonly WrittenCase[]>> {
  const files = await Promise.all(paths.map((path) => caseFiles(io, path)));
  const read = await Promise.all([...new Set(files.flat())].map((file) => readFile(io, file, table)));
  const missing = read.flatMap(({ why }) => why ?? []);
  const parsed = read.flatMap((one) => one.parsed);
  const cases = parsed.flatMap((one) => (one.ok ? [one.value] : []));
  const problems = [...parsed.flatMap((one) => (one.ok ? [] : one.problems)), ...sameTitles(cases)];
  if (problems.length > 0) return failed(EXIT.badInput, "No case was tried.", problems);
  if (missing.length > 0) return failed(EXIT.noInput, `${missing.join(" ")} No case was tried.`);
  if (cases.length === 0) return failed(EXIT.noInput, nothingIn(paths));
  return { ok: true, value: cases };
}

function nothingIn(paths: readonly string[]): string {
  const names = endingsOf(FORMATS).map((ending) => `*.${ending}`);
  return `There is no case in ${paths.join(", ")}: case files are called ${alternatives(names)}.`;
}

async function caseFiles(io: CaseIo, path: string): Promise<string[]> {
  const files: string[] = [];
  // of what is not there its reading tells why
  for await (const { kind, path: at } of filesAt(io, path, FORMATS)) {
    if (kind === "file" || kind === "nothing") files.push(at);
  }
  return files;
}

/** The cases of a file, or a sentence about why there are none. */
interface ReadFile {
  readonly parsed: readonly Parsed<WrittenCase>[];
  readonly why?: string;
}

async function readFile(io: CaseIo, path: string, table: Table): Promise<ReadFile> {
  const file = await io.read(path, LIMIT);
  if (!file.ok) return { parsed: [], why: file.why };
  const text = decode(file.name, file.bytes, LIMIT);
  const documents = text.ok ? documentsIn(text.value) : [text];
  return { parsed: documents.map((document) => (document.ok ? writtenCase(document.value, table) : document)) };
}

function writtenCase(document: SourceDocument, table: Table): Parsed<WrittenCase> {
  const parsed = parseCase(document, table);
  const written = typeof document.value === "object" && document.value !== null ? document.value : {};
  const absent = ["title", "expect"].filter((field) => !Object.hasOwn(written, field));
  const problems = [...(parsed.ok ? [] : parsed.problems), ...absent.map((field) => missingField(document, field))];
  if (!parsed.ok || problems.length > 0) return { ok: false, problems: inSourceOrder(problems) };
  if (isInParts(parsed.value)) return { ok: false, problems: [severalCases(document)] };
  const { title, expect } = parsed.value as Required<Case>;
  const { source } = document;
  const line = lineOf(source, document.spanOf(["title"], "key").start);
  return { ok: true, value: { title, expect, given: parsed.value, file: source.name, line, document } };
}

/** What a table says of each is one thing to test, and how the answers are put together another. */
function severalCases(document: SourceDocument): Problem {
  const message = "a case in parts tests no table: a table answers each part by itself";
  const help = "write each part as a case; `order-triage batch` compares what a case in parts expects";
  return errorAt(document.source, document.spanOf(["parts"], "key"), { code: "OT205", message, help });
}

function missingField(document: SourceDocument, field: string): Problem {
  const help =
    field === "title"
      ? "say in one sentence what the case shows"
      : "add what has to come out, such as `expect: { verdict: refer }`";
  const message = `a case to be tested needs \`${field}\``;
  return errorAt(document.source, document.spanOf([field], "key"), { code: "OT201", message, help });
}

function sameTitles(cases: readonly WrittenCase[]): Problem[] {
  const first = new Map<string, WrittenCase>();
  return cases.flatMap((one) => {
    const other = first.get(one.title);
    if (other === undefined) {
      first.set(one.title, one);
      return [];
    }
    const message = `this title is already taken, at ${other.file}:${other.line}`;
    const help = "say what this case shows and the other does not";
    const { document } = one;
    return [errorAt(document.source, document.spanOf(["title"], "value"), { code: "OT302", message, help })];
  });
}
