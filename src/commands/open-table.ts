import { decode } from "../source/decode.js";
import type { SourceText } from "../source/text.js";
import { type CompiledTable, restore } from "../table/compiled.js";
import { EXIT } from "./exit-code.js";
import type { Io } from "./io.js";
import { type Attempt, failed, refused } from "./outcome.js";

const LIMIT = 2 * 1024 * 1024;

interface NamedBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A table ready for use: the one stored at build time where its file is the same to the byte, else compiled afresh. */
export async function openTable(io: Io, path: string): Promise<Attempt<CompiledTable>> {
  const file = await readBytes(io, path);
  if (!file.ok) return file;
  const stored = io.stored(file.value.bytes);
  if (stored !== undefined) return { ok: true, value: restore(stored.table, stored.lawText) };
  const text = textOf(file.value);
  if (!text.ok) return text;
  const { loadTable } = await import("../table/load.js");
  const loaded = loadTable(text.value);
  return loaded.ok
    ? loaded
    : { ok: false, failure: refused(EXIT.badRules, text.value.name, loaded.problems, "No verdict was given.") };
}

/** The text of a rules file. */
export async function readRules(io: Io, path: string): Promise<Attempt<SourceText>> {
  const file = await readBytes(io, path);
  return file.ok ? textOf(file.value) : file;
}

async function readBytes(io: Io, path: string): Promise<Attempt<NamedBytes>> {
  const file = await io.read(path, LIMIT);
  return file.ok
    ? { ok: true, value: file }
    : { ok: false, failure: failed(EXIT.badRules, `${file.why} Without rules there is no verdict.`) };
}

function textOf({ name, bytes }: NamedBytes): Attempt<SourceText> {
  const text = decode(name, bytes, LIMIT);
  return text.ok ? text : { ok: false, failure: refused(EXIT.badRules, name, text.problems, "No verdict was given.") };
}
