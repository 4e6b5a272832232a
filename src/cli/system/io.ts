import { join } from "node:path";
import type { Io } from "../../commands/io.js";
import { read } from "./read.js";
import { storedRules } from "./stored-rules.js";

/** The real outside world, for a package that lies in the folder `root`. */
export function systemIo(root: string): Io {
  return {
    today: localDay(new Date()),
    shippedRules: join(root, "rules.yaml"),
    stored: (rules) => storedRules(join(root, "dist"), rules),
    read,
    clock: () => performance.now(),
  };
}

function localDay(date: Date): string {
  const two = (number: number): string => String(number).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
