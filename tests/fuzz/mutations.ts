import fc from "fast-check";
import type { Seed } from "./corpus.js";

/** What gets into files: signs that mean something, odd letters and numbers, and what is no text. */
const DIRT = [
  ..."-:#'\"[]{},>|?&*!%@`~\\\t\r\n ;=0",
  ...[
    "---\n",
    "...\n",
    "- ",
    ": ",
    " #",
    "\r\n",
    "\n\n",
    "  ",
    "\\u0000",
    "\\ud800",
    '""',
    "''",
    "[[[[",
    "{}",
    "<<: ",
    ">-\n",
  ],
  ...["null", "true", "1e999", "-0", "0x1f", "2026-02-30", "__proto__", "not: ", "unknown", "reference", "facts"],
  ...["\uFEFF", "\u00a0", "\u2028", "\u202e", "é", "😀", "\0", "\u0007"],
].map((text) => Buffer.from(text));
const NO_TEXT = [Buffer.of(0xff), Buffer.of(0xc3), Buffer.of(0xff, 0xfe), Buffer.of(0xed, 0xa0, 0x80)];

/** No file grows beyond this by repeating. */
const LARGEST = 400_000;

/** What may befall a file; its places are taken modulo what is there. */
type Mishap = (bytes: Buffer) => Buffer;

function mishap(others: readonly Seed[]): fc.Arbitrary<Mishap> {
  const at = fc.nat(1 << 20);
  const some = fc.integer({ min: 1, max: 60 });
  const times = fc.constantFrom(2, 3, 10, 210, 3_000, 30_000);
  const dirt = fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...DIRT) }, fc.constantFrom(...NO_TEXT));
  const spoilt = fc.tuple(at, fc.nat(4), dirt).map((drawn) => splice(...drawn));
  return fc.oneof(
    { weight: 8, arbitrary: spoilt },
    { weight: 2, arbitrary: fc.tuple(at, fc.nat(255)).map(([at, byte]) => splice(at, 1, Buffer.of(byte))) },
    { weight: 2, arbitrary: fc.tuple(at, some).map(([at, gone]) => splice(at, gone, Buffer.of())) },
    { weight: 2, arbitrary: fc.tuple(at, fc.constantFrom(...others), at, some).map((drawn) => graft(...drawn)) },
    fc.tuple(at, some, times).map((drawn) => repeat(...drawn)),
    fc.tuple(at, at).map((drawn) => moveLine(...drawn)),
    fc.constantFrom(...WHOLE),
  );
}

function splice(at: number, gone: number, put: Buffer): Mishap {
  return (bytes) => {
    const start = at % (bytes.length + 1);
    return Buffer.concat([bytes.subarray(0, start), put, bytes.subarray(start + gone)]);
  };
}

function stretch(bytes: Buffer, at: number, length: number): Buffer {
  const start = at % (bytes.length + 1);
  return bytes.subarray(start, start + length);
}

function graft(at: number, other: Seed, from: number, length: number): Mishap {
  return splice(at, 0, stretch(other.bytes, from, length));
}

function repeat(at: number, length: number, times: number): Mishap {
  const most = Math.min(times, Math.floor(LARGEST / length));
  return (bytes) => splice(at, 0, Buffer.concat(Array(most).fill(stretch(bytes, at, length))))(bytes);
}

/** A line comes to stand elsewhere. */
function moveLine(from: number, to: number): Mishap {
  return withLines((lines) => {
    const moved = lines.splice(from % lines.length, 1);
    return lines.toSpliced(to % (lines.length + 1), 0, ...moved);
  });
}

function withLines(change: (lines: string[]) => string[]): Mishap {
  return (bytes) => Buffer.from(change(bytes.toString("latin1").split("\n")).join("\n"), "latin1");
}

/** What editors and systems do to a whole file. */
const WHOLE: readonly Mishap[] = [
  (bytes) => Buffer.concat([Buffer.from("\uFEFF"), bytes]),
  (bytes) => Buffer.from(`\uFEFF${bytes.toString()}`, "utf16le"),
  withLines((lines) => lines.map((line) => `${line}\r`)),
  withLines((lines) => [lines.join("\r")]),
];

/** One of some files, after some mishaps, in which stretches of others may get into it. */
export function mutated(some: readonly Seed[], others: readonly Seed[]): fc.Arbitrary<Buffer> {
  return fc
    .tuple(fc.constantFrom(...some), fc.array(mishap(others), { maxLength: 4 }))
    .map(([{ bytes }, mishaps]) => mishaps.reduce((file, befall) => befall(file), bytes));
}
