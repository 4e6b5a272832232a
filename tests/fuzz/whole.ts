import assert from "node:assert/strict";
import { rowsOf } from "../../src/batch/read/csv/rows.js";
import { nextRows } from "../../src/batch/read/csv/split.js";
import type { WrittenRecord } from "../../src/batch/read/line-records.js";
import type { InputFormat } from "../../src/batch/read/records.js";
import { documentsIn } from "../../src/batch/read/yaml-records.js";
import type { Parsed } from "../../src/index.js";
import { decode } from "../../src/source/decode.js";
import type { SourceDocument } from "../../src/source/document.js";
import { isReadAlike } from "../source/read-alike.js";
import { type CutFile, feedOf, uncut } from "./records.js";

/** For each format, compares its records with what reads a file as a whole. */
export const WHOLE: Readonly<
  Record<InputFormat, (file: CutFile, records: readonly WrittenRecord[]) => void | Promise<void>>
> = { yaml, json, ndjson, csv };

/** The value of a document, or what is wrong with it, and where. */
export function readOf(document: Parsed<SourceDocument>): unknown {
  if (document.ok) return { value: document.value.value };
  return document.problems.map(({ at, ...said }) => ({ ...said, span: at?.span, line: at?.source.firstLine }));
}

function yaml({ bytes }: CutFile, records: readonly WrittenRecord[]): void {
  const text = textOf(bytes);
  if (text === undefined) return;
  isReadAlike(text);
  if (records.some(({ document }) => !document.ok && document.problems[0]?.code === "OT101")) return;
  // a record ends with its last line, whether that has an end or not
  const whole = documentsIn({ name: "case.yaml", text: text.endsWith("\n") ? text : `${text}\n` });
  assert.deepEqual(
    records.map(({ document }) => readOf(document)),
    whole.map(readOf),
  );
}

function json({ bytes }: CutFile, records: readonly WrittenRecord[]): void {
  const value = jsonIn(bytes);
  if (value === undefined) assert.ok(records.length === 0 || records.some(({ document }) => !document.ok));
  else {
    const items = Array.isArray(value) ? value : [value];
    assert.equal(records.length, items.length);
    for (const [index, { document }] of records.entries()) compareJson(document, items[index]);
  }
}

function ndjson({ bytes }: CutFile, records: readonly WrittenRecord[]): void {
  const lines = Buffer.from(bytes).toString("latin1").split("\n");
  for (const { line, document } of records) compareJson(document, jsonIn(Buffer.from(lines[line - 1] ?? "", "latin1")));
}

/** JSON is refused where a field stands twice, and where it is too large or too deep. */
function compareJson(document: Parsed<SourceDocument>, value: unknown): void {
  if (document.ok) assert.deepEqual(document.value.value, value);
  else if (value !== undefined) assert.match(document.problems[0]?.code ?? "", /^OT1(?:01|05|09|14)$/);
}

/** Rows that are split off as the file comes in are those of the whole. */
async function csv(file: CutFile): Promise<void> {
  const rows: Cells[] = [];
  let separator: string | undefined;
  const take = (_: unknown, __: unknown, sign: string): number => {
    separator = sign;
    return 0;
  };
  for await (const row of rowsOf(feedOf(file), "a", take)) if (row.kind === "row") rows.push(row.cells);
  // without one it is in UTF-16, or no row
  if (separator === undefined) return;
  const feed = feedOf(uncut(file));
  await feed.more();
  const whole: Cells[] = [];
  for (let more = true; more; ) {
    const { rows } = await nextRows(feed, separator, Number.POSITIVE_INFINITY);
    whole.push(...rows.map(({ cells }) => cells).filter((cells) => cells.join("").trim() !== ""));
    more = rows.length > 0;
  }
  if (rows.length < whole.length && /^sep=.?$/i.test(whole[0]?.join(separator).trim() ?? "")) whole.shift();
  const decoded = whole.map((cells) => cells.map((cell = "") => new TextDecoder().decode(Buffer.from(cell, "latin1"))));
  assert.deepEqual(rows.map(marked), decoded.map(marked));
}

type Cells = readonly (string | undefined)[];

/** With a cell whose bytes are not UTF-8 marked as such. */
function marked(cells: Cells): string[] {
  return cells.map((cell = "\ufffd") => (cell.includes("\ufffd") ? "\ufffd" : cell));
}

/** Undefined where the bytes are not JSON, or no text. */
function jsonIn(bytes: Uint8Array): unknown {
  const text = textOf(bytes);
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

function textOf(bytes: Uint8Array): string | undefined {
  const decoded = decode("a", bytes, Number.POSITIVE_INFINITY);
  return decoded.ok ? decoded.value.text : undefined;
}
