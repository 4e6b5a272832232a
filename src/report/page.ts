/** Something to read: a title and sections, without a word about how it looks. */
export interface Page {
  readonly title: string;
  readonly sections: readonly Section[];
}

export interface Section {
  /** Absent where the lines speak for themselves. */
  readonly heading?: string;
  /** What is in a `checklist` is to be ticked by hand. */
  readonly kind: "paragraphs" | "numbered" | "bulleted" | "checklist";
  /** An urgent section must not be overlooked; a quiet one is small print. */
  readonly tone?: "urgent" | "quiet";
  readonly lines: readonly Line[];
}

/** A line, perhaps with lines that belong to it, or a link. */
export type Line = string | RichLine;

export interface RichLine {
  readonly text: string;
  readonly under?: readonly string[];
  /** Where more is to be read; formats that cannot link leave it out. */
  readonly url?: string;
}

/** A line with nothing belonging to it, or as it is. */
export function rich(line: Line): RichLine {
  return typeof line === "string" ? { text: line } : line;
}

/** A list under its heading; nothing where there is nothing to list. */
export function listed(heading: string, lines: readonly Line[]): Section[] {
  return lines.length === 0 ? [] : [{ heading, kind: "bulleted", lines }];
}

/** A page with every text of it changed. */
export function mapPage({ title, sections }: Page, change: (text: string) => string): Page {
  const line = (one: Line): Line =>
    typeof one === "string" ? change(one) : { ...one, text: change(one.text), under: (one.under ?? []).map(change) };
  return {
    title: change(title),
    sections: sections.map((section) => ({ ...section, lines: section.lines.map(line) })),
  };
}
