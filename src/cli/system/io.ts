import { localDay } from "../../calendar/day.js";
import type { FileRead, PageIo } from "../../commands/io.js";
import { read, whyNot } from "./read.js";
import { type ReadOwn, storedRules } from "./stored/rules.js";

/** The real outside world, for a package whose files are read like this. */
export function systemIo(readOwn: ReadOwn): PageIo {
  return {
    today: localDay(new Date()),
    shippedRules: () => attempt(readOwn, "rules.yaml"),
    pageScript: () => attempt(readOwn, "dist/page.js"),
    stored: (rules) => storedRules(readOwn, rules),
    read,
    clock: () => performance.now(),
  };
}

function attempt(readOwn: ReadOwn, name: string): FileRead {
  try {
    return { ok: true, name, bytes: readOwn(name) };
  } catch (error) {
    return { ok: false, why: whyNot((error as NodeJS.ErrnoException).path ?? name, error) };
  }
}
