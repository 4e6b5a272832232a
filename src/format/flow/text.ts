/** Text set in lines, with the room it takes. */
export interface SetText {
  readonly lines: readonly string[];
  readonly width: number;
  readonly height: number;
}

/** Breaks paragraphs into lines that are at most `width` wide; a longer word has a line of its own. */
export function setText(paragraphs: readonly string[], width: number, size: number): SetText {
  const lines = paragraphs.flatMap((text) => linesOf(text, width, size));
  return {
    lines,
    width: Math.max(...lines.map((line) => textWidth(line, size)), 0),
    height: lines.length * lineHeight(size),
  };
}

export const lineHeight = (size: number): number => Math.round(size * 1.25);

function linesOf(text: string, width: number, size: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && textWidth(longer, size) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** As wide as Arial and its kin set a text, and rather more than less: there is no browser here to ask. */
function textWidth(text: string, size: number): number {
  const ems = [...text].reduce((sum, character) => sum + emOf(character), 0);
  return Math.ceil(ems * size * SLACK);
}

const SLACK = 1.04;

function emOf(character: string): number {
  const em = EMS.get(character) ?? WIDTHS.find(({ characters }) => characters.test(character))?.em ?? 1;
  EMS.set(character, em);
  return em;
}

/** Every picture is set in several widths, so each character is looked up once. */
const EMS = new Map<string, number>();

/** The first that fits counts. */
const WIDTHS = [
  { characters: /[ijl‘’']/, em: 0.23 },
  { characters: /[ ft.,:;!/I|]/, em: 0.28 },
  { characters: /[r()[\]“”"-]/, em: 0.36 },
  { characters: /[ckszvxy]/, em: 0.5 },
  { characters: /[mwM]/, em: 0.84 },
  { characters: /[W@%…]/, em: 1 },
  { characters: /[A-Z&]/, em: 0.73 },
  { characters: /[\u0020-\u024f–]/, em: 0.56 },
];
