import { localDay } from "../../calendar/day.js";
import type { FileRead, ProgramIo } from "../../commands/io.js";
import { read, whyNot } from "./read.js";
import { leaveSignals } from "./signals.js";
import { type ReadOwn, storedRules } from "./stored/rules.js";

/** The real outside world, for a package whose files are read like this. */
export function systemIo(readOwn: ReadOwn): ProgramIo {
  return {
    today: localDay(new Date()),
    shippedRules: () => attempt(readOwn, "rules.yaml"),
    pageScript: () => attempt(readOwn, "dist/page.js"),
    threadScript: () => attempt(readOwn, "dist/cli-commands-batch-thread.cjs"),
    stored: (rules) => {
      const stored = storedRules(readOwn, rules);
      // then it is compiled, in one go
      if (stored === undefined) leaveSignals();
      return stored;
    },
    read,
    clock: () => performance.now(),
  };
}

function attempt(readOwn: ReadOwn, name: string): FileRead {
  try {
    return { ok: true, name, bytes: readOwn(name) };
  } catch (error) {
    return {
      ok: false,
      why: `${whyNot((error as NodeJS.ErrnoException).path ?? name, error)} Install the program again.`,
    };
  }
}
