import type { Table } from "../table/table.js";
import type { Practice } from "../triage/practice/practice.js";
import type { Attempt } from "./outcome.js";
import { noVerdict, type Reading, readInput } from "./read-input.js";

/** The practice of a file; nothing where none was named. */
export async function readPractice(
  io: Reading,
  table: Table,
  path: string | undefined,
): Promise<Attempt<Practice | undefined>> {
  if (path === undefined) return { ok: true, value: undefined };
  const document = await readInput(io, path);
  if (!document.ok) return document;
  const { parsePractice } = await import("../triage/practice/parse-practice.js");
  const practice = parsePractice(document.value, table);
  return practice.ok ? practice : noVerdict(document.value.source.name, practice.problems);
}
