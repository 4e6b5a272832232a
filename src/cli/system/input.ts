import { closeSync, fstatSync, readSync } from "node:fs";
import type { Readable } from "node:stream";
import type { ReadInto } from "../../batch/read/feed.js";
import { type Opened, ReadFailed } from "../../commands/io.js";
import { inputFault, whyNot } from "./read.js";
import { openToRead, waitingStream } from "./waiting-stream.js";

/** Opens a file, or standard input for `-`, to be read bit by bit. */
export async function openInput(path: string): Promise<Opened> {
  if (path !== "-") return openPath(path);
  const fault = inputFault();
  if (fault !== undefined) return { ok: false, why: fault };
  const name = "standard input";
  return fstatSync(0).isFile() ? openFile(name, 0, false, () => {}) : openStream(name, process.stdin);
}

async function openPath(path: string): Promise<Opened> {
  try {
    const file = openToRead(path);
    const stream = await waitingStream(file);
    return stream === undefined ? openFile(path, file, true, () => closeSync(file)) : openStream(path, stream);
  } catch (error) {
    return { ok: false, why: whyNot(path, error) };
  }
}

const STRETCH = 1024 * 1024;

/** A file is read in one go, which is fastest. */
function openFile(name: string, file: number, isRepeatable: boolean, close: () => void): Opened {
  const read: ReadInto = (bytes, from) => {
    try {
      return readSync(file, bytes, from, Math.min(STRETCH, bytes.length - from), null);
    } catch (error) {
      throw new ReadFailed(whyNot(name, error));
    }
  };
  return { ok: true, name, isRepeatable, read, close };
}

/** What may keep still is waited for, so that signals are heard meanwhile. */
function openStream(name: string, stream: Readable): Opened {
  const chunks = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  let left: Uint8Array = new Uint8Array();
  const read: ReadInto = async (bytes, from) => {
    if (left.length === 0) {
      const next = await chunks.next().catch((error) => {
        throw new ReadFailed(whyNot(name, error));
      });
      if (next.done === true) return 0;
      left = next.value;
    }
    const part = left.subarray(0, bytes.length - from);
    bytes.set(part, from);
    left = left.subarray(part.length);
    return part.length;
  };
  return { ok: true, name, isRepeatable: false, read, close: () => stream.destroy() };
}
