import { emptyFile } from "./empty.js";
import { printable } from "./printable.js";
import { errorAt, type Parsed, type Problem, type Wording } from "./problem.js";
import type { SourceText } from "./text.js";

/** The text of a file, at most `limit` bytes of UTF-8. A byte order mark is taken off. */
export function decode(name: string, bytes: Uint8Array, limit: number): Parsed<SourceText> {
  if (bytes.length > limit) return refuse(tooLarge(name, limit));
  const source = decodePart(name, bytes);
  return source.ok && isBlank(source.value.text) ? refuse(emptyFile(source.value)) : source;
}

/** The text of a part of a file, which may be blank; `firstLine` is where it begins. */
export function decodePart(name: string, bytes: Uint8Array, firstLine?: number): Parsed<SourceText> {
  if (isUtf16(bytes)) return refuse(utf16Text(name));
  if (bytes.includes(0)) return refuse(notText(name, bytes.indexOf(0)));
  const text = decodeUtf8(bytes);
  const place = firstLine === undefined ? { name } : { name, firstLine };
  return text === undefined ? refuse(notUtf8(place, bytes)) : { ok: true, value: { ...place, text } };
}

const SAVE_AS = "save it as UTF-8; in Notepad: Save As, then Encoding: UTF-8";

function tooLarge(name: string, limit: number): Problem {
  const message = `${printable(name)} is larger than ${sizeText(limit)}, the most that a file of its kind may have`;
  return whole({ code: "OT101", message, help: "check that it is the right file" });
}

function sizeText(bytes: number): string {
  const kilobytes = bytes / 1024;
  if (kilobytes < 1) return `${bytes} bytes`;
  return kilobytes < 1024 ? `${Math.ceil(kilobytes)} KB` : `${Math.ceil((kilobytes / 1024) * 10) / 10} MB`;
}

export function utf16Text(name: string): Problem {
  return whole({ code: "OT103", message: `${printable(name)} is text in UTF-16`, help: SAVE_AS });
}

/** Whether bytes begin with the mark of UTF-16, in either order of its bytes. */
export function isUtf16([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

/** @param offset where a byte is that no text has */
export function notText(name: string, offset: number): Problem {
  const message = `${printable(name)} is not a text file: byte ${offset + 1} is zero`;
  return whole({
    code: "OT102",
    message,
    help: "save it as plain text in UTF-8; Word, PDF and picture files cannot be read",
  });
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function notUtf8(place: Omit<SourceText, "text">, bytes: Uint8Array): Problem {
  const byte = firstBadByte(bytes);
  const lenient = new TextDecoder();
  const start = lenient.decode(bytes.subarray(0, byte)).length;
  const message = `the text is not in UTF-8: byte ${byte + 1} ${place.firstLine === undefined ? "of the file" : "of the record"} does not fit`;
  return errorAt(
    { ...place, text: lenient.decode(bytes) },
    { start, end: start + 1 },
    { code: "OT103", message, help: SAVE_AS },
  );
}

/** Where the character begins that cannot be read. */
function firstBadByte(bytes: Uint8Array): number {
  let good = 0;
  let bad = bytes.length + 1;
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (canBegin(bytes.subarray(0, middle))) good = middle;
    else bad = middle;
  }
  const whole = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes.subarray(0, good), { stream: true });
  return new TextEncoder().encode(whole).length;
}

function canBegin(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function isBlank(text: string): boolean {
  // spaces of the same line only: with all of `\s` a file of blank lines takes quadratic time
  return !/^[^\S\r\n\u2028\u2029]*[^\s#]/m.test(text);
}

function whole(wording: Wording): Problem {
  return { ...wording, severity: "error" };
}

function refuse(problem: Problem): Parsed<SourceText> {
  return { ok: false, problems: [problem] };
}
