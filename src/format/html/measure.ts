/** How wide a text is in Arial, and whatever is as wide as that, in parts of the size of its letters. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += WIDTHS.get(character) ?? WIDEST;
  return width;
}

/** On how many lines a text stands that is broken between words, where a line is so many times as wide as its letters are high. */
export function linesOf(text: string, room: number): number {
  let [lines, used] = [1, 0];
  for (const word of text.split(/\s+/)) {
    const width = widthOf(word);
    if (used > 0 && used + SPACE + width > room) {
      lines += 1;
      used = 0;
    }
    // what is longer than a line is broken within
    lines += Math.floor(width / room);
    used += (used > 0 ? SPACE : 0) + (width % room);
  }
  return lines;
}

const SPACE = 0.278;
const WIDEST = 1;

const WIDTHS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    "'": 0.191,
    ijl: 0.222,
    "|": 0.26,
    " !,./:;I[\\]ft\u2018\u2019": 0.278,
    "()-r`\u201c\u201d": 0.333,
    '"': 0.355,
    "*": 0.389,
    "^": 0.469,
    Jcksvxyz: 0.5,
    "#$0123456789L_?abdeghnopqu\u2013\u00a3": 0.556,
    "+<=>~": 0.584,
    FTZ: 0.611,
    "&ABEKPSVXY": 0.667,
    CDHNRUw: 0.722,
    GOQ: 0.778,
    Mm: 0.833,
    "%": 0.889,
    W: 0.944,
  }).flatMap(([characters, width]) => [...characters].map((character) => [character, width] as const)),
);
