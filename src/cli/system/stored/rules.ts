import { crc32 } from "node:zlib";
import type { StoredRules } from "../../../commands/io.js";
import { lawOfBytes } from "./law.js";
import { fromPieces } from "./pieces.js";

/** Of which build this program is, put in when it is built. */
declare const BUILD_ID: string;

/**
 * Reads a file of the package, named from its folder with slashes; its bytes are not to be written to.
 *
 * @throws where there is none
 */
export type ReadOwn = (name: string) => Buffer;

/**
 * The table that was compiled when the program was built, if it was made from just these bytes. Absent where there is
 * none of the same build in the package; the table is then compiled as it is read.
 */
export function storedRules(readOwn: ReadOwn, rules: Uint8Array): StoredRules | undefined {
  const read = (name: string): Buffer => ofThisBuild(readOwn, name);
  try {
    if (!read("rules").equals(rules)) return undefined;
    return {
      table: fromPieces(read("table")) as StoredRules["table"],
      law: (position) => lawOfBytes(read(`law-${position}`)),
    };
  } catch {
    return undefined;
  }
}

/** @throws where the file is not there, not whole, or of another build */
function ofThisBuild(readOwn: ReadOwn, name: string): Buffer {
  const file = `dist/${name}.stored`;
  const stored = orNothing(() => readOwn(file));
  const at = stored.indexOf("\n") + 1;
  const content = stored.subarray(at);
  if (stored.toString("utf8", 0, at) === headOf(name, content)) return content;
  throw new Error(`${file} is missing, damaged, or of another build; build or install again`);
}

function orNothing(read: () => Buffer): Buffer {
  try {
    return read();
  } catch {
    return Buffer.alloc(0);
  }
}

/** The line above what is stored: the build it is of, its name, since one law must not pass for another, and its checksum. */
export function headOf(name: string, content: string | Uint8Array): string {
  return `${BUILD_ID} ${name} ${crc32(content)}\n`;
}
