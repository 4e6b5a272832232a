import { EXIT } from "../../report/exit-code.js";
import type { SourceText } from "../../source/text.js";
import type { FileRead, Io, ReadRevision } from "../io.js";
import { MOST_OF_TABLE, readTableFile, tableText } from "../open-table.js";
import { type Attempt, failed } from "../outcome.js";

export interface Versions {
  readonly old: SourceText;
  readonly new: SourceText;
}

const CONSEQUENCE = "Nothing was compared.";

/** Two versions of a table by their files or revisions; absent for the built-in table. */
interface Names {
  readonly old: string | undefined;
  readonly new: string | undefined;
}

/** Whose revisions are meant. */
interface Of {
  /** The file that was named as the table. */
  readonly rules: string | undefined;
  /** The table in front, where neither that nor the other version is a file; absent for the built-in table. */
  readonly front: string | undefined;
}

/** Two versions of a table, each named by its file or by a revision. */
export async function readVersions(
  io: Io,
  readRevision: ReadRevision,
  names: Names,
  { rules, front }: Of,
): Promise<Attempt<Versions>> {
  const oldFile = await readTableFile(io, names.old);
  // standard input can be read only once
  const files = { old: oldFile, new: names.new === names.old ? oldFile : await readTableFile(io, names.new) };
  const isThird = rules !== undefined && files.old.ok && files.new.ok && ![names.old, names.new].includes(rules);
  if (isThird) return failed(EXIT.usage, `--rules names a third file, ${rules}: leave it out.`);
  const path = rules ?? (files.new.ok ? names.new : files.old.ok ? names.old : front);
  const old = await readVersion(files.old, () => revisionOf(readRevision, names.old, path));
  if (!old.ok) return old;
  const next = await readVersion(files.new, () => revisionOf(readRevision, names.new, path));
  return next.ok ? { ok: true, value: { old: old.value, new: next.value } } : next;
}

async function revisionOf(
  readRevision: ReadRevision,
  revision: string | undefined,
  path: string | undefined,
): Promise<FileRead> {
  const isOfNothing = path === undefined && revision?.includes(":") !== true;
  return isOfNothing ? { ok: false, why: NO_FILE } : readRevision(revision ?? "", path ?? "", MOST_OF_TABLE);
}

const NO_FILE =
  "A revision would be of rules.yaml, which is not in this folder, and the built-in table has none: name your table with --rules.";

/** What is not a file may be a revision. */
async function readVersion(file: FileRead, fromRevision: () => Promise<FileRead>): Promise<Attempt<SourceText>> {
  const read = file.ok ? file : await fromRevision();
  if (!read.ok) return failed(EXIT.noInput, `${file.ok ? "" : file.why} ${read.why} ${CONSEQUENCE}`);
  return tableText(read, CONSEQUENCE);
}
