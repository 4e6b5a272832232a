import type { ReadInto } from "../batch/read/feed.js";
import { inside } from "../source/inside.js";
import type { Problem } from "../source/problem.js";
import type { CaseIo } from "./read-cases.js";

/** The outside world, as far as many cases need it. */
export interface BatchIo extends CaseIo {
  /** Opens a file, or standard input for `-`, to be read bit by bit. */
  readonly open: (path: string) => Promise<Opened>;
}

/** A file that can be read, or a sentence about why not. */
export type Opened = OpenFile | { readonly ok: false; readonly why: string };

interface OpenFile {
  readonly ok: true;
  readonly name: string;
  /** Opened once more, it gives the same again. */
  readonly isRepeatable: boolean;
  readonly read: ReadInto;
  readonly close: () => void;
}

/** A file could be opened, and then not be read to its end. The message says why. */
export class ReadFailed extends Error {}

/** A path at which a file is to be read, one at which there is none, or a file in a folder that is left out. */
export type Listed =
  | { readonly kind: "file" | "left out"; readonly path: string }
  | { readonly kind: "nothing"; readonly path: string; readonly problem: Problem };

const CASE_FILE = /\.(ya?ml|json|ndjson|jsonl|csv|tsv)$/i;

/** A file stands for itself, a folder for the files in it and below it, by name; what is hidden is passed over. */
export async function* filesAt(io: BatchIo, path: string): AsyncGenerator<Listed> {
  if (path === "-") return yield { kind: "file", path };
  const folder = await io.list(path);
  if (!folder.ok) return yield folder.isFile === true ? { kind: "file", path } : nothingAt(path, folder.why);
  let found = 0;
  for await (const listed of filesIn(io, path)) {
    if (listed.kind !== "left out") found += 1;
    yield listed;
  }
  if (found === 0) yield nothingAt(path, "there is no case file in this folder.");
}

async function* filesIn(io: BatchIo, path: string): AsyncGenerator<Listed> {
  const folder = await io.list(path);
  if (!folder.ok) return yield nothingAt(path, folder.why);
  const seen = folder.entries.filter(({ name }) => !name.startsWith("."));
  for (const { name, isFolder } of seen.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const within = inside(path, name);
    if (isFolder) yield* filesIn(io, within);
    else yield { kind: CASE_FILE.test(name) ? "file" : "left out", path: within };
  }
}

function nothingAt(path: string, why: string): Listed {
  return { kind: "nothing", path, problem: nothingToRead(path, why) };
}

/** @param why a sentence; the path at its beginning is left out, since a record says where it is from */
export function nothingToRead(path: string, why: string): Problem {
  return { code: "OT108", severity: "error", message: why.replace(`${path}: `, "").replace(/\.$/, "") };
}
