import type { Page } from "./page.js";

/** A result in short, for one screen: which of its lines are shown depends on the room. */
export interface FirstPage {
  readonly title: string;
  readonly blocks: readonly Block[];
  /** Says what there is beside what is shown, given the lines that have not found room. */
  readonly more: (left: readonly ScreenLine[]) => string;
  readonly last: string;
}

export interface Block {
  readonly heading?: string;
  readonly kind: "paragraphs" | "numbered" | "bulleted";
  readonly tone?: "urgent";
  readonly lines: readonly ScreenLine[];
}

export interface ScreenLine {
  /** One of what it is, in a word. */
  readonly is:
    | "contact"
    | "verdict"
    | "notice"
    | "step"
    | "warning"
    | "date"
    | "reason"
    | "check"
    | "question"
    | "fact";
  readonly need: Need;
  /** Stands before the text, and stands out. */
  readonly label?: string;
  readonly text: string;
  /** What goes on from the text, and what belongs to it, where there is room for that as well. */
  readonly more?: string;
  readonly under?: readonly string[];
}

/**
 * Who gets room: `first` before all others, then what has its `day`, then `much`; what is needed only a `little` gets
 * what one screen has left.
 */
export type Need = (typeof NEEDS)[number];
export const NEEDS = ["first", "day", "much", "little"] as const;

/** A part of a result that can be opened by itself. */
export interface Part {
  readonly name: string;
  readonly page: Page;
}

/** A result in short, and what can be opened from there. */
export interface Brief {
  readonly first: FirstPage;
  readonly parts: readonly Part[];
}
