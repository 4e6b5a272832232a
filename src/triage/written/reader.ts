import type { Path, SourceDocument } from "../../source/document.js";
import { nearest } from "../../source/nearest.js";
import { inSourceOrder, type Parsed, type Problem, type ProblemCode, type Wording } from "../../source/problem.js";
import { formerFact } from "../../table/former.js";
import type { Table } from "../../table/table.js";

/** What reads a file field by field, and keeps what is wrong with it. */
export interface Reader {
  readonly table: Table;
  readonly kind: FileKind;
  /** What is read. */
  readonly what: string;
  readonly asWritten: (value: unknown, path: Path) => string;
  readonly fault: (code: ProblemCode, path: Path, part: "key" | "value", message: string, help?: string) => void;
}

/** A kind of file, as messages have it. */
export interface FileKind {
  readonly what: string;
  /** One of its fields. */
  readonly example: string;
  /** What to do about a field by which somebody could be known. */
  readonly nameless: string;
  /** Where a field belongs that stands in the wrong place; undefined where that is not known. */
  readonly placeOf: (table: Table, key: string) => string | undefined;
}

/** What `read` makes of a file for this table, or everything in it that was told to be wrong. */
export function readFields<T>(
  document: SourceDocument,
  table: Table,
  kind: FileKind,
  read: (reader: Reader, value: unknown) => T,
): Parsed<T> {
  const problems: Problem[] = [];
  const reader: Reader = {
    table,
    kind,
    what: kind.what,
    asWritten: (value, path) => asWritten(document, value, path),
    fault: (code, path, part, message, help) => {
      const at = { source: document.source, span: document.spanOf(path, part) };
      problems.push({ code, severity: "error", message, at, ...(help === undefined ? {} : { help }) });
    },
  };
  const value = read(reader, document.value);
  return problems.length > 0 ? { ok: false, problems: inSourceOrder(problems) } : { ok: true, value };
}

/** The same for a part of what is read: its paths begin there. */
export function within(reader: Reader, base: Path, what: string): Reader {
  return {
    ...reader,
    what,
    asWritten: (value, path) => reader.asWritten(value, [...base, ...path]),
    fault: (code, path, ...said) => reader.fault(code, [...base, ...path], ...said),
  };
}

/** A value as it stands in its file: what a number is worth may have other digits, as of `00123`. */
export function asWritten(document: SourceDocument, value: unknown, path: Path): string {
  if (typeof value === "string") return value;
  if (typeof value !== "number") return JSON.stringify(value);
  const { start, end } = document.spanOf(path, "value");
  return document.source.text.slice(start, end);
}

export type Fields = Readonly<Record<string, unknown>>;

/** What stands in a map, or `undefined` with a problem told. */
export function fieldsOf(reader: Reader, value: unknown, path: Path): Fields | undefined {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Fields;
  const what = path.length === 0 ? reader.what : `\`${path.at(-1)}\``;
  reader.fault(
    "OT205",
    path,
    "value",
    `${what} is to be a map of fields`,
    `write one field to a line, such as \`${reader.kind.example}\``,
  );
  return undefined;
}

/** What stands in the map of a field, nothing where it is not there; what is unknown in it is told. */
export function fieldsUnder(reader: Reader, fields: Fields, name: string, known: readonly string[]): Fields {
  const found = fieldsOf(reader, fields[name] ?? {}, [name]) ?? {};
  unknownFields(reader, found, [name], known);
  return found;
}

export function unknownFields(reader: Reader, fields: Fields, path: Path, known: readonly string[]): void {
  for (const key of Object.keys(fields)) {
    if (known.includes(key)) continue;
    const { code, message, help } = formerFact(reader.table, key) ?? unknownField(reader, key, path, known);
    reader.fault(code, [...path, key], "key", message, help);
  }
}

function unknownField(reader: Reader, key: string, path: Path, known: readonly string[]): Wording {
  if (identifies(key)) {
    return { code: "OT206", message: `\`${key}\` is not a field of ${reader.what}`, help: reader.kind.nameless };
  }
  const where = path.length === 0 ? "" : ` in \`${path.join(".")}\``;
  const near = nearest(key, known);
  const help = reader.kind.placeOf(reader.table, key) ?? (near === undefined ? undefined : `did you mean \`${near}\`?`);
  return { code: "OT202", message: `unknown field \`${key}\`${where}`, ...(help === undefined ? {} : { help }) };
}

function identifies(key: string): boolean {
  return /name|patient|birth|\bdob\b|nhs|address|postcode|phone|email/i.test(key);
}

export function textOf(
  reader: Reader,
  written: unknown,
  path: Path,
  help = "leave the line out if there is nothing to say",
  what = "text",
): string | undefined {
  if (isText(written)) return reader.asWritten(written, path);
  const message = `\`${path.at(-1)}\` is ${isBlank(written) ? "left blank" : `to be ${what}`}`;
  reader.fault(isBlank(written) ? "OT204" : "OT205", path, "value", message, help);
  return undefined;
}

export function isText(written: unknown): boolean {
  return typeof written === "number" || (typeof written === "string" && written.trim() !== "");
}

export function isBlank(written: unknown): boolean {
  return written === null || written === "";
}

/** What is wrong with a text that is to stand on one line; undefined where nothing is. */
export function unfitForLine(text: string, longest: number): string | undefined {
  if (text.length > longest) return `is longer than ${longest} characters`;
  if (/[\p{Cc}\u2028\u2029]/u.test(text)) return "has a line break or another sign that cannot be printed";
  return /[\p{L}\p{N}]/u.test(text) ? undefined : "has no word in it";
}
