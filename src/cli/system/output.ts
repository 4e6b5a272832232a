import { closeSync, constants, fstatSync, fsyncSync, openSync, rmSync, writeSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { putInPlace } from "./put-in-place.js";
import { unwritable, unwritten } from "./unwritten.js";
import { draftOf } from "./write.js";

/** Where the answers of a batch go. */
export interface BatchOutput {
  readonly write: (bytes: Uint8Array) => Promise<void>;
  /** Makes a whole of what was written. Without it nothing is left of a file. */
  readonly finish: () => void;
}

/** The message is a sentence that says why. */
export class CannotWrite extends Error {}

/** Standard output, or a file. */
export function openOutput(file: string | undefined, replace: boolean): BatchOutput {
  return file === undefined ? standardOutput() : openFile(file, replace);
}

function standardOutput(): BatchOutput {
  const file = reopened() ?? process.stdout.fd;
  return { write: (bytes) => writeAll(file, bytes), finish: () => {} };
}

/** A file appears only when it is whole, readable by its owner alone. */
function openFile(path: string, replace: boolean): BatchOutput {
  // said at once and not after a million records; the end makes sure
  const fault = unwritable(path, replace);
  if (fault !== undefined) throw new CannotWrite(fault);
  const draft = draftOf(path);
  const file = orSay(path, () => openSync(draft, "wx", 0o600));
  // whatever ends the run, a signal or a full disk, comes by here
  process.once("exit", () => rmSync(draft, { force: true }));
  const finish = (): void =>
    orSay(path, () => {
      fsyncSync(file);
      closeSync(file);
      putInPlace(draft, path, replace);
    });
  return { write: (bytes) => writeAll(file, bytes), finish };
}

function orSay<T>(path: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw new CannotWrite(unwritten(path, error as NodeJS.ErrnoException));
  }
}

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
