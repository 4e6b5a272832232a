import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { setImmediate as nextTurn } from "node:timers/promises";
import { type Opened, ReadFailed } from "../commands/batch-files.js";
import { reason } from "./read.js";

/** Opens a file, or standard input for `-`, to be read bit by bit. */
export function openInput(path: string): Opened {
  if (path !== "-") return openFile(path);
  if (process.stdin.isTTY) return { ok: false, why: "Standard input is a terminal: name a file, or pipe one in." };
  const name = "standard input";
  return fstatSync(0).isFile() ? { ok: true, name, read: readingFrom(0, name), close: () => {} } : openPipe(name);
}

function openFile(path: string): Opened {
  try {
    const file = openSync(path, "r");
    return { ok: true, name: path, read: readingFrom(file, path), close: () => closeSync(file) };
  } catch (error) {
    return { ok: false, why: `${path}: ${reason(error as NodeJS.ErrnoException)}.` };
  }
}

const STRETCH = 1024 * 1024;

/** Reads in one go, which is fastest, and then lets signals have their turn. */
function readingFrom(file: number, name: string) {
  return async (bytes: Uint8Array, from: number): Promise<number> => {
    await nextTurn();
    try {
      return readSync(file, bytes, from, Math.min(STRETCH, bytes.length - from), null);
    } catch (error) {
      throw new ReadFailed(`${name}: ${reason(error as NodeJS.ErrnoException)}.`);
    }
  };
}

/** A pipe is waited for and not read in one go: while it keeps still, signals have to be heard. */
function openPipe(name: string): Opened {
  const chunks = process.stdin[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  let left: Uint8Array = new Uint8Array();
  const read = async (bytes: Uint8Array, from: number): Promise<number> => {
    if (left.length === 0) {
      const next = await chunks.next();
      if (next.done === true) return 0;
      left = next.value;
    }
    const part = left.subarray(0, bytes.length - from);
    bytes.set(part, from);
    left = left.subarray(part.length);
    return part.length;
  };
  return { ok: true, name, read, close: () => process.stdin.destroy() };
}
