import { randomBytes } from "node:crypto";
import { link, open, rename, rm } from "node:fs/promises";

/**
 * Writes a whole file or nothing, readable by its owner alone. An existing file stays as it is unless `replace`.
 *
 * @throws the operating system's error; EEXIST where the file is there already
 */
export async function writeWhole(path: string, text: string, replace: boolean): Promise<void> {
  const draft = `${path}.${randomBytes(6).toString("hex")}.tmp`;
  try {
    const file = await open(draft, "wx", 0o600);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    // a link fails where the name is taken, in one step; a rename would replace it
    await (replace ? rename(draft, path) : link(draft, path));
  } finally {
    await rm(draft, { force: true });
  }
}
