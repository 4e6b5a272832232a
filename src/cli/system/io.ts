import { join } from "node:path";
import { localDay } from "../../calendar/day.js";
import type { PageIo } from "../../commands/io.js";
import { read } from "./read.js";
import { storedRules } from "./stored-rules.js";

/** The real outside world, for a package that lies in the folder `root`. */
export function systemIo(root: string): PageIo {
  return {
    today: localDay(new Date()),
    shippedRules: join(root, "rules.yaml"),
    pageScript: join(root, "dist/page.js"),
    stored: (rules) => storedRules(join(root, "dist"), rules),
    read,
    clock: () => performance.now(),
  };
}
