import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import type { SourceText } from "./text.js";

/** What tells a file from every other: SHA-256 of its text, in hexadecimal. */
export function digestOf({ text }: SourceText): string {
  return bytesToHex(sha256Of(text));
}

/** Of the text in UTF-8. The system's own function would have to be handed in, and a browser's be waited for. */
export function sha256Of(text: string): Uint8Array {
  return sha256(new TextEncoder().encode(text));
}
