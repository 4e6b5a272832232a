import { constants, fstatSync, openSync } from "node:fs";
import type { Readable } from "node:stream";

/** Opens a file without waiting for whoever writes to it. Throws the system's error. */
export function openToRead(path: string): number {
  // Windows has no such flag, and no such files
  return openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
}

/**
 * What comes through an open pipe or terminal, which may keep still for any time: reading it in one go would leave no
 * signal heard. Undefined for any other file.
 */
export async function waitingStream(file: number): Promise<Readable | undefined> {
  const stats = fstatSync(file);
  if (stats.isFIFO()) {
    const { Socket } = await import("node:net");
    return new Socket({ fd: file, readable: true, writable: false });
  }
  if (!stats.isCharacterDevice()) return undefined;
  const { isatty, ReadStream } = await import("node:tty");
  return isatty(file) ? new ReadStream(file) : undefined;
}
