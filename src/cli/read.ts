import { type FileHandle, open } from "node:fs/promises";
import type { FileRead } from "../commands/io.js";

/** Reads a file, or standard input for `-`, but never more than one byte beyond `limit`. */
export async function read(path: string, limit: number): Promise<FileRead> {
  if (path === "-" && process.stdin.isTTY)
    return { ok: false, why: "Standard input is a terminal: name a file, or pipe one in." };
  try {
    const bytes = path === "-" ? await readAll(process.stdin, limit) : await readFile(path, limit);
    return { ok: true, name: path === "-" ? "standard input" : path, bytes };
  } catch (error) {
    return { ok: false, why: `${path}: ${reason(error as NodeJS.ErrnoException)}.` };
  }
}

async function readFile(path: string, limit: number): Promise<Uint8Array> {
  const file = await open(path);
  try {
    return await readAll(chunks(file), limit);
  } finally {
    await file.close();
  }
}

async function* chunks(file: FileHandle): AsyncGenerator<Uint8Array> {
  for (;;) {
    const { bytesRead, buffer } = await file.read();
    if (bytesRead === 0) return;
    yield buffer.subarray(0, bytesRead);
  }
}

async function readAll(source: AsyncIterable<Uint8Array>, limit: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of source) {
    parts.push(part);
    length += part.length;
    if (length > limit) break;
  }
  return Buffer.concat(parts);
}

function reason({ code, message }: NodeJS.ErrnoException): string {
  const known: Readonly<Record<string, string>> = {
    ENOENT: "there is no such file",
    EISDIR: "this is a folder, not a file",
    EACCES: "you are not allowed to read it",
    ENOTDIR: "part of the path is not a folder",
  };
  return known[code ?? ""] ?? message;
}
