import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import type { Io, StoredRules } from "../commands/io.js";
import { read } from "./read.js";

/** The real outside world, for a package that lies in the folder `root`. */
export function systemIo(root: string): Io {
  return {
    today: localDay(new Date()),
    shippedRules: fromHere(join(root, "rules.yaml")),
    stored: (rules) => storedRules(join(root, "dist"), rules),
    read,
    clock: () => performance.now(),
  };
}

/** A path as somebody here would write it: without the folders that lead here. */
function fromHere(path: string): string {
  const shorter = relative(process.cwd(), path);
  return shorter.startsWith("..") ? path : shorter;
}

/** Absent where the program has not been built; the table is then compiled as it is read. */
function storedRules(folder: string, rules: Uint8Array): StoredRules | undefined {
  const read = (name: string): string => readFileSync(join(folder, name), "utf8");
  try {
    if (!readFileSync(join(folder, "rules.yaml")).equals(rules)) return undefined;
    return { table: JSON.parse(read("rules.json")), lawText: (position) => read(`law-${position}.json`) };
  } catch {
    return undefined;
  }
}

function localDay(date: Date): string {
  const two = (number: number): string => String(number).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
