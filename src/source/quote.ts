import { printable } from "./printable.js";

const LONGEST = 40;

/** The author's words inside a message: on one line, in backticks, cut where they are long. */
export function quote(text: string): string {
  const characters = [
    ...text
      .slice(0, 2 * LONGEST)
      .split(/\r\n?|\n/, 1)
      .join(),
  ];
  const isWhole = characters.length <= LONGEST && characters.join("") === text;
  return `\`${printable(characters.slice(0, LONGEST).join(""))}${isWhole ? "" : "…"}\``;
}
