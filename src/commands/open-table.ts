import { decode } from "../source/decode.js";
import type { SourceText } from "../source/text.js";
import { type CompiledTable, restore } from "../table/compiled.js";
import { EXIT } from "./exit-code.js";
import type { Io } from "./io.js";
import { type Attempt, failed, refused } from "./outcome.js";

const LIMIT = 2 * 1024 * 1024;

/** A table ready for use: the one stored at build time where its text is the same to the letter, else compiled afresh. */
export async function openTable(io: Io, path: string): Promise<Attempt<CompiledTable>> {
  const text = await readRules(io, path);
  if (!text.ok) return text;
  const stored = io.stored();
  if (stored !== undefined && stored.text === text.value.text)
    return { ok: true, value: restore(stored.table, stored.lawText) };
  const { loadTable } = await import("../table/load.js");
  const loaded = loadTable(text.value);
  return loaded.ok
    ? loaded
    : { ok: false, failure: refused(EXIT.badRules, text.value.name, loaded.problems, "No verdict was given.") };
}

/** The text of a rules file. */
export async function readRules(io: Io, path: string): Promise<Attempt<SourceText>> {
  const file = await io.read(path, LIMIT);
  if (!file.ok) return { ok: false, failure: failed(EXIT.badRules, `${file.why} Without rules there is no verdict.`) };
  const text = decode(file.name, file.bytes, LIMIT);
  return text.ok
    ? text
    : { ok: false, failure: refused(EXIT.badRules, file.name, text.problems, "No verdict was given.") };
}
