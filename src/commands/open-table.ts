import { EXIT } from "../report/exit-code.js";
import { decode } from "../source/decode.js";
import type { SourceText } from "../source/text.js";
import { type CompiledTable, restore } from "../table/compiled.js";
import type { Table } from "../table/table.js";
import type { FileRead, Io } from "./io.js";
import { type Attempt, failed, refused } from "./outcome.js";

/** The most bytes that the file of a table may have. */
export const MOST_OF_TABLE = 2 * 1024 * 1024;

type NamedBytes = Extract<FileRead, { readonly ok: true }>;

/** A table ready for use, and the file that it was read from. */
export interface OpenTable {
  /** As its reader knows it: its path, `standard input` or `built-in table`. */
  readonly file: string;
  readonly compiled: CompiledTable;
}

/** The table of a file, ready for use; see `openNamedTable`. */
export async function openTable(io: Io, rules: string | undefined): Promise<Attempt<CompiledTable>> {
  const opened = await openNamedTable(io, rules);
  return opened.ok ? { ok: true, value: opened.value.compiled } : opened;
}

/**
 * A table ready for use: the one stored at build time where its file is the same to the byte, else compiled afresh.
 *
 * @param rules the path of its file, `-` for standard input; absent for the built-in table
 */
export async function openNamedTable(io: Io, rules: string | undefined): Promise<Attempt<OpenTable>> {
  const bytes = await readBytes(io, rules);
  if (!bytes.ok) return bytes;
  const file = bytes.value.name;
  const stored = io.stored(bytes.value.bytes);
  if (stored !== undefined) return { ok: true, value: { file, compiled: restore(stored.table, stored.law) } };
  const text = tableText(bytes.value);
  if (!text.ok) return text;
  const { loadTable } = await import("../table/load.js");
  const loaded = loadTable(text.value);
  return loaded.ok
    ? { ok: true, value: { file, compiled: loaded.value } }
    : refused(EXIT.badRules, file, loaded.problems, "No verdict was given.");
}

/**
 * A table as its file has it, without any proof: enough to tell what its things are called. Undefined where it cannot be
 * read.
 */
export async function readTable(io: Io, rules: string | undefined): Promise<Table | undefined> {
  const bytes = await readBytes(io, rules);
  if (!bytes.ok) return undefined;
  const stored = io.stored(bytes.value.bytes);
  if (stored !== undefined) return stored.table.table;
  const text = tableText(bytes.value);
  return text.ok ? (await import("../table/load.js")).readUnproved(text.value) : undefined;
}

/** The text of a rules file, or of the built-in table where no path is given. */
export async function readRules(io: Io, rules: string | undefined): Promise<Attempt<SourceText>> {
  const bytes = await readBytes(io, rules);
  return bytes.ok ? tableText(bytes.value) : bytes;
}

async function readBytes(io: Io, rules: string | undefined): Promise<Attempt<NamedBytes>> {
  const file = await readTableFile(io, rules);
  return file.ok ? { ok: true, value: file } : failed(EXIT.badRules, `${file.why} Without rules there is no verdict.`);
}

/** The beginning of a table's file, or of the built-in table where no path is given. */
export async function readTableFile(io: Io, rules: string | undefined): Promise<FileRead> {
  if (rules !== undefined) return io.read(rules, MOST_OF_TABLE);
  const file = io.shippedRules();
  return file.ok ? { ...file, name: BUILT_IN } : file;
}

const BUILT_IN = "built-in table";

/** The text of a table's file; `consequence` is a sentence about what comes of its not being one. */
export function tableText({ name, bytes }: NamedBytes, consequence = "No verdict was given."): Attempt<SourceText> {
  const text = decode(name, bytes, MOST_OF_TABLE);
  return text.ok ? text : refused(EXIT.badRules, name, text.problems, consequence);
}
