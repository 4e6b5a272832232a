import { readFileSync, writeFileSync } from "node:fs";

/**
 * Takes the signature out of a file for Windows: it was given for Node alone, and would not hold for what is put in. In
 * files for other systems `postject` sees to it.
 */
export function withoutSignature(path) {
  const bytes = readFileSync(path);
  if (bytes.toString("latin1", 0, 2) !== "MZ") return;
  const optionalHeader = bytes.readUInt32LE(0x3c) + 24;
  // the fifth of the data directories of a PE32+ file; unlike the others it tells a place in the file
  const entry = optionalHeader + 112 + 4 * 8;
  const start = bytes.readUInt32LE(entry);
  const length = bytes.readUInt32LE(entry + 4);
  if (start + length !== bytes.length) throw new Error(`${path} has no signature at its end`);
  bytes.fill(0, entry, entry + 8);
  writeFileSync(path, bytes.subarray(0, start));
}
