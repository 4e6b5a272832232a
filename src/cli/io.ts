import { join, relative } from "node:path";
import type { Io } from "../commands/io.js";
import { read } from "./read.js";
import { storedRules } from "./stored-rules.js";

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

function localDay(date: Date): string {
  const two = (number: number): string => String(number).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
