import { closeSync, openSync, readSync, writeSync } from "node:fs";

const NEWLINE = 10;

/** The text of a file in pieces of whole lines, about a mebibyte each. The last line ends with a newline as well. */
export function* pieces(path) {
  const file = openSync(path, "r");
  const buffer = Buffer.allocUnsafe(1 << 20);
  const read = (from) => readSync(file, buffer, from, buffer.length - from, null);
  let rest = 0;
  for (let length = read(0); length > 0; length = read(rest)) {
    const filled = rest + length;
    const end = buffer.lastIndexOf(NEWLINE, filled - 1) + 1;
    yield buffer.utf8Slice(0, end);
    rest = buffer.copy(buffer, 0, end, filled);
  }
  closeSync(file);
}

/** Parses each line of a piece. */
export function parseLines(piece, use) {
  for (let start = 0; start < piece.length; ) {
    const end = piece.indexOf("\n", start);
    use(JSON.parse(piece.slice(start, end)));
    start = end + 1;
  }
}

/** Prints all of a text. */
export function print(text) {
  const bytes = Buffer.from(text);
  for (let written = 0; written < bytes.length; ) written += writeSync(1, bytes, written);
}
