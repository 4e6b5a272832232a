import { closeSync, fstatSync, readdirSync, readSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Readable } from "node:stream";
import type { FileRead, FolderRead } from "../../commands/io.js";
import { inside } from "./inside.js";
import { hearing } from "./signals.js";
import { openToRead, waitingStream } from "./waiting-stream.js";

/** Reads a file, or standard input for `-`, but never much beyond `limit` bytes. */
export async function read(path: string, limit: number): Promise<FileRead> {
  const fault = path === "-" ? inputFault() : undefined;
  if (fault !== undefined) return { ok: false, why: fault };
  try {
    return path === "-"
      ? { ok: true, name: "standard input", bytes: await readStream(process.stdin, limit) }
      : { ok: true, name: path, bytes: await readPath(path, limit) };
  } catch (error) {
    return { ok: false, why: whyNot(path, error) };
  }
}

/** Why there is nothing to read on standard input, where that can be told beforehand: a sentence. */
export function inputFault(): string | undefined {
  if (process.stdin.isTTY) return "Standard input is a terminal: name a file, or pipe one in.";
  return fstatSync(0).isDirectory() ? "Standard input is a folder, not a file." : undefined;
}

async function readPath(path: string, limit: number): Promise<Uint8Array> {
  const file = openToRead(path);
  const stream = await waitingStream(file);
  return stream === undefined ? readFile(file, limit) : readStream(stream, limit);
}

// read in one go and not through streams or promises, which take longer to load than a case takes to read
function readFile(file: number, limit: number): Uint8Array {
  try {
    const bytes = Buffer.allocUnsafe(limit + 1);
    let length = 0;
    for (let more = 1; more > 0 && length <= limit; length += more) {
      more = readSync(file, bytes, length, bytes.length - length, null);
    }
    return bytes.subarray(0, length);
  } finally {
    closeSync(file);
  }
}

function readStream(stream: Readable, limit: number): Promise<Uint8Array> {
  return hearing(async () => {
    const parts: Buffer[] = [];
    let length = 0;
    for await (const part of stream as AsyncIterable<Buffer>) {
      parts.push(part);
      length += part.length;
      if (length > limit) break;
    }
    return Buffer.concat(parts);
  });
}

/** What files and folders lie in a folder. A link to a folder is left out: it may lead round in a circle. */
export async function readFolder(path: string): Promise<FolderRead> {
  try {
    const entries = readdirSync(path, { withFileTypes: true });
    const known = entries.filter(
      (entry) => entry.isDirectory() || entry.isFile() || (entry.isSymbolicLink() && mayBeFile(join(path, entry.name))),
    );
    return {
      ok: true,
      entries: known.map((entry) => ({
        name: entry.name,
        path: inside(path, entry.name),
        isFolder: entry.isDirectory(),
      })),
    };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return { ok: false, why: whyNot(path, error), isFile: code === "ENOTDIR" };
  }
}

/** Where a link leads nowhere, or back to itself, whoever wants to read it is to hear so. */
function mayBeFile(link: string): boolean {
  try {
    return statSync(link).isFile();
  } catch {
    return true;
  }
}

/** Whether a regular file lies there, or a link to one. */
export function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

/** Why a file could not be read: a sentence. */
export function whyNot(name: string, error: unknown): string {
  return `${name}: ${reason(error as NodeJS.ErrnoException)}.`;
}

/** Why the system would not, in plain words. */
function reason({ code, message, path }: NodeJS.ErrnoException): string {
  if (code === "ENOENT" && path?.includes("*")) return UNEXPANDED;
  const known: Readonly<Record<string, string>> = {
    ENOENT: "there is no such file",
    EISDIR: "this is a folder, not a file",
    EACCES: "you are not allowed to read it",
    ENOTDIR: "part of the path is not a folder",
    ELOOP: "it is a link that leads back to itself",
  };
  return known[code ?? ""] ?? message;
}

const UNEXPANDED =
  "there is no such file; where a shell does not put names in the place of `*`, as on Windows, name the folder";
