const ZERO = 0x30;

export function encode(text: string): Uint8Array {
  return Buffer.from(text); // of a pool, since there can be a great many short ones
}

/** The text of a part of some bytes, all of them ASCII. */
export function plainText(bytes: Uint8Array, start: number, end: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString("latin1");
}

/** Puts bytes at a place and returns the place behind them. */
export function put(out: Uint8Array, at: number, bytes: Uint8Array): number {
  if (bytes.length < SHORT) return putPart(out, at, bytes, 0, bytes.length);
  out.set(bytes, at);
  return at + bytes.length;
}

/** Few bytes are put sooner one by one than together. */
const SHORT = 32;

/** Puts a part of some bytes, commonly short. */
export function putPart(out: Uint8Array, at: number, bytes: Uint8Array, start: number, end: number): number {
  for (let index = start; index < end; index++) out[at + index - start] = bytes[index] as number;
  return at + end - start;
}

/** Puts a whole number in decimal digits. */
export function putNumber(out: Uint8Array, at: number, number: number): number {
  // beyond it the quick division below would turn round
  if (number > 0x7fffffff) return put(out, at, encode(String(number)));
  let end = at + 1;
  for (let power = 10; power <= number; power *= 10) end += 1;
  let rest = number;
  for (let index = end - 1; index >= at; index--) {
    const tens = (rest / 10) | 0;
    out[index] = ZERO + rest - 10 * tens;
    rest = tens;
  }
  return end;
}
