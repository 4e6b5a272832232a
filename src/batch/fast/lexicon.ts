/** Words known beforehand, found by their bytes without making a text of them. */
export interface Lexicon {
  /** The number of a word, by its hash; -1 where there is none. Words with the same hash stand behind one another. */
  readonly slots: Int32Array;
  readonly lengths: Int32Array;
  /** All words one after the other, four bytes in each, and where the parts of each begin. */
  readonly parts: Int32Array;
  readonly starts: Int32Array;
  readonly longest: number;
}

/** Words are numbered as they are listed. */
export function newLexicon(written: readonly string[]): Lexicon {
  // what is missing from the last four bytes is zero
  const words = written.map((word) => Buffer.from(`${word}\0\0\0`));
  const parts = words.map(partsOf);
  const lengths = Int32Array.from(words, ({ length }) => length - 3);
  let next = 0;
  const starts = Int32Array.from(parts, ({ length }) => {
    next += length;
    return next - length;
  });
  const longest = Math.max(0, ...lengths);
  return { slots: slotsFor(parts), lengths, parts: Int32Array.from(parts.flat()), starts, longest };
}

function partsOf(word: Buffer): number[] {
  return Array.from({ length: word.length >> 2 }, (_, part) => word.readInt32LE(4 * part));
}

function slotsFor(words: readonly (readonly number[])[]): Int32Array {
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(4 * words.length + 4))).fill(-1);
  for (const [number, parts] of words.entries()) {
    let slot = slotOf(slots, parts.reduce(hashPart, HASH_START));
    while (slots[slot] !== -1) slot = (slot + 1) & (slots.length - 1);
    slots[slot] = number;
  }
  return slots;
}

export const HASH_START = 0x811c9dc5 | 0;

/** One step of the hash of a word: over its bytes four by four, what is missing from the last four being zero. */
export function hashPart(hash: number, part: number): number {
  return Math.imul(hash ^ part, 0x01000193);
}

/** Keeps the first so many bytes of four, at least none and at most three. */
export function firstBytes(part: number, count: number): number {
  return part & ((1 << (8 * count)) - 1);
}

/** The number of the word that stands here, or -1 where it is none of them. Three more bytes must follow. */
export function findWord(lexicon: Lexicon, bytes: DataView, start: number, length: number): number {
  let hash = HASH_START;
  let at = 0;
  for (; at + 4 <= length; at += 4) hash = hashPart(hash, bytes.getInt32(start + at, true));
  if (at < length) hash = hashPart(hash, firstBytes(bytes.getInt32(start + at, true), length - at));
  return findHashed(lexicon, bytes, start, length, hash);
}

/** The same where the hash is known. */
export function findHashed(lexicon: Lexicon, bytes: DataView, start: number, length: number, hash: number): number {
  const { slots, lengths } = lexicon;
  for (let slot = slotOf(slots, hash); ; slot = (slot + 1) & (slots.length - 1)) {
    const number = slots[slot] as number;
    if (number < 0 || (lengths[number] === length && isAt(lexicon, number, bytes, start, length))) return number;
  }
}

/** The last bits of the hash depend on few of the bytes. */
function slotOf(slots: Int32Array, hash: number): number {
  return (hash ^ (hash >>> 13) ^ (hash >>> 22)) & (slots.length - 1);
}

function isAt({ parts, starts }: Lexicon, word: number, bytes: DataView, start: number, length: number): boolean {
  const first = starts[word] as number;
  const whole = length >> 2;
  for (let part = 0; part < whole; part++) {
    if (parts[first + part] !== bytes.getInt32(start + 4 * part, true)) return false;
  }
  const rest = length & 3;
  return rest === 0 || parts[first + whole] === firstBytes(bytes.getInt32(start + 4 * whole, true), rest);
}
