import wordWrap from "word-wrap";

/** Wraps a paragraph behind a marker, its further lines indented as far. A long word, such as an address, is left whole. */
export function wrap(text: string, width: number, mark: string): string {
  const room = Math.max(width - mark.length, 20);
  return wordWrap(text, { width: room, indent: mark, newline: `\n${" ".repeat(mark.length)}`, trim: true });
}
