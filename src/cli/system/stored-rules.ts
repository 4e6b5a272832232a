import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { StoredRules } from "../../commands/io.js";

/** Of which build this program is, put in when it is built. */
declare const BUILD_ID: string;

/**
 * The table that was compiled when the program was built, if it was made from just these bytes. Absent where there is
 * none of the same build in the folder; the table is then compiled as it is read.
 */
export function storedRules(folder: string, rules: Uint8Array): StoredRules | undefined {
  const read = (name: string): Buffer => readStored(join(folder, `${name}.stored`));
  try {
    if (!read("rules").equals(rules)) return undefined;
    return {
      table: JSON.parse(read("table").toString("utf8")),
      lawText: (position) => read(`law-${position}`).toString("utf8"),
    };
  } catch {
    return undefined;
  }
}

/** @throws where the file is not there, or of another build */
function readStored(path: string): Buffer {
  const stored = readFileSync(path);
  const build = Buffer.from(`${BUILD_ID}\n`);
  if (!stored.subarray(0, build.length).equals(build)) throw new Error(`${path} is of another build; build again`);
  return stored.subarray(build.length);
}
