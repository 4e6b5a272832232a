import { decode } from "../source/decode.js";
import type { SourceText } from "../source/text.js";
import { EXIT } from "./exit-code.js";
import type { FileRead, Io } from "./io.js";
import { type Attempt, type Failed, failed, refused } from "./outcome.js";

/**
 * Reads a file as it was in a revision. A revision that names a file itself, as `REV:path`, is read as it stands;
 * for any other, it is the file at `path`.
 */
export type ReadRevision = (revision: string, path: string, limit: number) => Promise<FileRead>;

export interface Versions {
  readonly old: SourceText;
  readonly new: SourceText;
}

const LIMIT = 2 * 1024 * 1024;
const CONSEQUENCE = "Nothing was compared.";

/**
 * Two versions of a table, each named by its file or by a revision.
 *
 * @param shipped the file that is meant where only revisions are named
 */
export async function readVersions(
  io: Io,
  readRevision: ReadRevision,
  names: { readonly old: string; readonly new: string },
  shipped: string,
): Promise<Attempt<Versions>> {
  const oldFile = await io.read(names.old, LIMIT);
  // standard input can be read only once
  const files = { old: oldFile, new: names.new === names.old ? oldFile : await io.read(names.new, LIMIT) };
  const path = files.new.ok ? names.new : files.old.ok ? names.old : shipped;
  const old = await readVersion(files.old, () => readRevision(names.old, path, LIMIT));
  if (!old.ok) return old;
  const next = await readVersion(files.new, () => readRevision(names.new, path, LIMIT));
  return next.ok ? { ok: true, value: { old: old.value, new: next.value } } : next;
}

/** What is not a file may be a revision. */
async function readVersion(file: FileRead, fromRevision: () => Promise<FileRead>): Promise<Attempt<SourceText>> {
  const read = file.ok ? file : await fromRevision();
  if (!read.ok) return refuse(failed(EXIT.noInput, `${file.ok ? "" : file.why} ${read.why} ${CONSEQUENCE}`));
  const text = decode(read.name, read.bytes, LIMIT);
  return text.ok ? text : refuse(refused(EXIT.badRules, read.name, text.problems, CONSEQUENCE));
}

function refuse(failure: Failed): Attempt<never> {
  return { ok: false, failure };
}
