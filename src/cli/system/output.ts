import { constants, fstatSync, openSync, writeSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { openDraft } from "./write.js";

/** Where the answers of a batch go. */
export interface BatchOutput {
  readonly write: (bytes: Uint8Array) => Promise<void>;
  /** Makes a whole of what was written. Without it nothing is left of a file. */
  readonly finish: () => void;
}

/** Standard output, or a file. Throws `CannotWrite`. */
export function openOutput(file: string | undefined, replace: boolean): BatchOutput {
  return file === undefined ? standardOutput() : openFile(file, replace);
}

function standardOutput(): BatchOutput {
  const file = reopened() ?? process.stdout.fd;
  return { write: (bytes) => writeAll(file, bytes), finish: () => {} };
}

function openFile(path: string, replace: boolean): BatchOutput {
  const { file, finish, drop } = openDraft(path, replace);
  // whatever ends the run, a signal or a full disk, comes by here
  process.once("exit", drop);
  for (const signal of OTHER_SIGNALS) {
    process.once(signal, () => {
      drop();
      process.kill(process.pid, signal);
    });
  }
  return { write: (bytes) => writeAll(file, bytes), finish };
}

/** What else ends a run, and is no fault of it: Ctrl+\, a time that is up. It ends as the system has it. */
const OTHER_SIGNALS: readonly NodeJS.Signals[] = [
  ...(["SIGQUIT", "SIGABRT", "SIGALRM", "SIGUSR2", "SIGVTALRM", "SIGXCPU"] as const),
  ...(["SIGIO", "SIGPWR", "SIGSTKFLT", "SIGSYS", "SIGTRAP"] as const),
];

async function writeAll(file: number, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length; ) at += await writeSome(file, bytes.subarray(at));
}

const WAIT_MS = 2;

async function writeSome(file: number, bytes: Uint8Array): Promise<number> {
  try {
    return writeSync(file, bytes);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EAGAIN") throw error;
    await delay(WAIT_MS);
    return 0;
  }
}

/** A pipe opened a second time, so that a reader who pauses keeps no signal waiting; what others share stays as it is. */
function reopened(): number | undefined {
  try {
    if (!fstatSync(1).isFIFO()) return undefined;
    return openSync("/proc/self/fd/1", constants.O_WRONLY | constants.O_NONBLOCK);
  } catch {
    return undefined;
  }
}
