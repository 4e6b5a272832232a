/** How a text is made to stand out. Colour only repeats what the words say. */
export type Paint = Readonly<Record<(typeof TONES)[number], (text: string) => string>>;

const TONES = ["title", "heading", "urgent", "quiet", "error", "warning", "place", "gutter", "help"] as const;

export const noPaint = Object.fromEntries(TONES.map((tone) => [tone, (text: string) => text])) as Paint;
