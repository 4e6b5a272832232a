import { formatNamed, type InputFormat } from "../batch/read/records.js";
import type { CaseIo, FolderRead } from "./io.js";

/** A file to be read, or one in a folder that is left out, a folder without a file to be read, or nothing at all. */
export type Listed =
  | { readonly kind: "file" | "left out" | "empty"; readonly path: string }
  | { readonly kind: "nothing"; readonly path: string; readonly why: string };

/**
 * A file stands for itself, a folder for the files in it and below it, by name; what is hidden is passed over.
 *
 * @param formats how a file in a folder is written, by its name, if it is to be read
 */
export async function* filesAt(io: CaseIo, path: string, formats: readonly InputFormat[]): AsyncGenerator<Listed> {
  if (path === "-") return yield { kind: "file", path };
  const folder = await io.list(path);
  if (!folder.ok && folder.isFile === true) return yield { kind: "file", path };
  let isEmpty = true;
  for await (const listed of filesIn(folder, path)) {
    isEmpty &&= listed.kind === "left out";
    yield listed;
  }
  if (isEmpty) yield { kind: "empty", path };

  async function* filesIn(read: FolderRead, at: string): AsyncGenerator<Listed> {
    if (!read.ok) return yield { kind: "nothing", path: at, why: read.why };
    const seen = read.entries.filter(({ name }) => !name.startsWith("."));
    for (const { name, path: within, isFolder } of seen.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      const format = formatNamed(name);
      if (isFolder) yield* filesIn(await io.list(within), within);
      else yield { kind: format !== undefined && formats.includes(format) ? "file" : "left out", path: within };
    }
  }
}
