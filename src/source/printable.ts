// format characters (Cf) are what hides or reorders text: directions, zero widths, soft hyphens, tags
export const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;
const JOINED_EMOJI = /(?:[\p{Extended_Pictographic}\p{Emoji_Modifier}]|\uFE0F)\u200D\p{Extended_Pictographic}/u;

/**
 * Text that is safe to show: whatever a terminal would obey or hide is written out, as in `\u001b`.
 * Letters, accents, curly quotes and emoji stay as they are.
 */
export function printable(text: string): string {
  return text.replace(UNSEEN, (character, offset: number) =>
    JOINED_EMOJI.test(text.slice(Math.max(offset - 2, 0), offset + 3)) ? character : written(character),
  );
}

/** The same for a text whose lines are to stay apart. */
export function printableLines(text: string): string {
  return text.split("\n").map(printable).join("\n");
}

/** The same for a line of a file, its tabs drawn as spaces. */
export function printableLine(line: string): string {
  return printable(line.replaceAll("\t", "  "));
}

function written(character: string): string {
  const hex = (character.codePointAt(0) ?? 0).toString(16).padStart(4, "0");
  return hex.length > 4 ? `\\u{${hex}}` : `\\u${hex}`;
}
