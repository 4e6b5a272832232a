import type { Path, SourceDocument } from "../source/document.js";
import { nearest } from "../source/nearest.js";
import { errorAt, type Parsed, type Problem, type Wording } from "../source/problem.js";
import { quote } from "../source/quote.js";
import type { SourceText, Span } from "../source/text.js";
import type { Table } from "../table/table.js";

/** The field of a case that each column of a file stands for, and what keeps its cells apart. */
export interface Columns {
  readonly paths: readonly Path[];
  readonly delimiter: string;
}

/** Reads the first row. A column that is not known may be the one that decides, so the file is not read then. */
export function columnsOf(
  file: string,
  line: number,
  cells: readonly string[],
  delimiter: string,
  table: Table,
): Parsed<Columns> {
  const names = cells.map((cell) => decoded(cell)?.trim() ?? cell);
  const row = rowText(file, line, names, delimiter);
  const known = new Map(knownColumns(table).map((path) => [nameOf(path), path]));
  const problems = names.flatMap((name, index): Problem[] => {
    const wording = known.has(name) ? twice(names, name, index) : notAColumn(name, [...known.keys()]);
    return wording === undefined ? [] : [errorAt(row.source, row.spans[index] as Span, wording)];
  });
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, value: { paths: names.map((name) => known.get(name) as Path), delimiter } };
}

function knownColumns({ facts, particulars }: Table): Path[] {
  const inside = (section: string, ids: readonly string[]): Path[] => ids.map((id) => [section, id]);
  return [
    ["title"],
    ...inside("facts", Object.keys(facts)),
    ...inside("particulars", Object.keys(particulars)),
    ...inside("expect", ["verdict", "rule", "notices", "deadline"]),
  ];
}

function nameOf(path: Path): string {
  return path[0] === "expect" ? path.join(".") : String(path.at(-1));
}

function twice(names: readonly string[], name: string, index: number): Wording | undefined {
  if (names.indexOf(name) === index) return undefined;
  return {
    code: "OT114",
    message: `the column ${quote(name)} stands twice; no row was read`,
    help: "keep one of the two",
  };
}

function notAColumn(name: string, known: readonly string[]): Wording {
  const near = nearest(name, known);
  const help =
    near === undefined ? "name a column after a fact or a particular, or delete it" : `did you mean \`${near}\`?`;
  const what = name === "" ? "a column has no name" : `${quote(name)} is neither a fact nor a particular`;
  return { code: "OT202", message: `${what}; no row was read`, help };
}

/** A row as a case. An empty cell says nothing: what it is about is unknown. */
export function rowDocument(
  file: string,
  line: number,
  cells: readonly string[],
  { paths, delimiter }: Columns,
): Parsed<SourceDocument> {
  const texts = cells.map(decoded);
  const row = rowText(
    file,
    line,
    texts.map((text) => text ?? "?"),
    delimiter,
  );
  const wrong = texts.indexOf(undefined);
  if (wrong >= 0)
    return refuse(row, wrong, { code: "OT103", message: "the text of a cell is not in UTF-8", help: SAVE_AS });
  const surplus = texts.findIndex((text, index) => index >= paths.length && text?.trim() !== "");
  if (surplus >= 0)
    return refuse(row, surplus, { code: "OT205", message: "the row has more cells than the first one" });
  const value: Record<string, unknown> = {};
  for (const [index, path] of paths.entries()) {
    const text = texts[index]?.trim() ?? "";
    if (text !== "") setField(value, path, text);
  }
  const spanOf = (path: Path): Span =>
    row.spans[paths.findIndex((one) => one.every((step, index) => step === path[index]))] ?? { start: 0, end: 0 };
  return { ok: true, value: { source: row.source, value, spanOf } };
}

const SAVE_AS = "save it as UTF-8; in Excel: Save As, then CSV UTF-8";

function setField(value: Record<string, unknown>, [section, id]: Path, text: string): void {
  if (id === undefined) value[String(section)] = text;
  else value[String(section)] = { ...(value[String(section)] as object | undefined), [id]: listed(section, id, text) };
}

/** Only notices can be several. */
function listed(section: Path[number] | undefined, id: Path[number], text: string): unknown {
  return section === "expect" && id === "notices" ? text.split(/[\s,;]+/) : text;
}

interface RowText {
  readonly source: SourceText;
  readonly spans: readonly Span[];
}

/** A row as a text of its own, in which its cells have places. */
function rowText(file: string, line: number, cells: readonly string[], delimiter: string): RowText {
  let start = 0;
  const spans = cells.map((cell) => {
    const span = { start, end: start + cell.length };
    start = span.end + delimiter.length;
    return span;
  });
  return { source: { name: file, text: cells.join(delimiter), firstLine: line }, spans };
}

function refuse({ source, spans }: RowText, cell: number, wording: Wording): Parsed<never> {
  return { ok: false, problems: [errorAt(source, spans[cell] as Span, wording)] };
}

/** The text of a cell whose letters are bytes; undefined where they are not UTF-8. */
function decoded(cell: string): string | undefined {
  if (!/[^\u0000-\u007f]/.test(cell)) return cell;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.from(cell, "latin1"));
  } catch {
    return undefined;
  }
}
