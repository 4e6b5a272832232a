import type { WayAnswer, WayEnd, WayQuestion } from "../audit/outline/flow.js";
import { printable } from "../source/printable.js";
import type { Verdict } from "../table/verdict.js";
import { figure } from "./words.js";

/** What is signed off, a whole rule table, in words and in the order in which it is read. */
export interface SignOffDocument {
  readonly title: string;
  /** What it is and what of it was proved. */
  readonly head: readonly Part[];
  readonly chapters: readonly Chapter[];
  readonly signOff: SignOff;
}

export interface Chapter {
  readonly anchor: string;
  /** Rules and changes are read one by one; everything else is looked up. */
  readonly tier: "rules" | "changes" | "reference";
  /** What stands over this chapter and its neighbours alike. */
  readonly under?: string;
  readonly heading: string;
  readonly intro: readonly Part[];
  /** How the rules of the chapter decide in what those of the chapters before leave open. */
  readonly flow?: Flow;
  readonly entries: readonly Entry[];
}

/** The way from question to question to the rule that decides, to be drawn or told. */
export interface Flow {
  /** The first of them is where the way begins; each stands before those it leads to. */
  readonly questions: readonly FlowQuestion[];
  readonly ends: readonly FlowEnd[];
}

export interface FlowQuestion extends WayQuestion {
  readonly text: string;
  readonly to: string;
  readonly answers: readonly FlowAnswer[];
}

export interface FlowAnswer extends WayAnswer {
  /** The answers in words; none where it is any answer for which no other way is shown. */
  readonly texts: readonly string[];
}

/** Where a way ends: in a rule, or, without a verdict, where another picture goes on. */
export interface FlowEnd extends Pick<WayEnd, "key"> {
  readonly text: string;
  readonly verdict?: VerdictMark;
  readonly to?: string;
  /** Of the rule, where rules have numbers. */
  readonly number?: number;
}

/** One thing of a table: a rule, a fact, a source. */
export interface Entry {
  readonly anchor: string;
  /** That of a rule or a change. */
  readonly number?: number;
  /** Absent for what goes by no id. */
  readonly id?: string;
  /** Absent for what is best known by its id. */
  readonly title?: string;
  readonly verdict?: VerdictMark;
  /** What a reader must not overlook, such as a review that is overdue. */
  readonly warnings: readonly string[];
  readonly parts: readonly Part[];
  /** What was worded otherwise. */
  readonly compared?: readonly Compared[];
}

/** A field as it was and as it is, in lines. */
export interface Compared {
  readonly label: string;
  readonly before: Passage;
  readonly now: Passage;
}

/** What stands over the two sides. */
export const BEFORE = "Before";
export const NOW = "Now";

export type Passage = readonly (readonly Run[])[];

/** Words that stand together, and whether the other side has them. */
export interface Run {
  readonly text: string;
  readonly change?: "gone" | "new";
}

export interface VerdictMark {
  readonly id: Verdict;
  readonly label: string;
}

export interface Part {
  readonly label: string;
  /** A row is a list of short words on one line. */
  readonly kind: "paragraphs" | "bulleted" | "numbered" | "row";
  readonly lines: readonly PartLine[];
}

export interface PartLine {
  readonly text: string;
  /** The anchor of the entry that the text names, and the number of that. */
  readonly to?: string;
  readonly number?: number;
  /** An address outside the document. */
  readonly url?: string;
  /** What stands behind the text in brackets, and what of it is a reason to be careful. */
  readonly note?: string;
  readonly caution?: string;
}

/** What people sign, and the lines that they write on. */
export interface SignOff {
  readonly heading: string;
  readonly statement: string;
  readonly blanks: readonly Blank[];
}

/** Something to be filled in by hand: a line or more, or one of a few choices to be ticked. */
export interface Blank {
  readonly label: string;
  readonly lines?: number;
  readonly choices?: readonly string[];
}

/** What stands with the picture of a flow, and over the same in words. */
export const FLOW_CAPTION = "How the rules of this chapter decide what no rule read before them does";

/** What stands over the same in words. */
export const FLOW_IN_WORDS = "In words";

/** What stands before the words by which a page on a screen is narrowed down. */
export const FILTER_LABEL = "Show only what contains";

export const fullHeading = ({ under, heading }: Pick<Chapter, "under" | "heading">): string =>
  under === undefined ? heading : `${under}: ${heading}`;

/** What there is in a chapter: what has numbers by them, everything else by how much it is. */
export function holdsText({ tier, entries }: Pick<Chapter, "tier" | "entries">): string {
  const [first, last] = [entries[0]?.number, entries.at(-1)?.number];
  if (first === undefined || last === undefined) return figure(entries.length);
  return first === last ? `${tier.slice(0, -1)} ${first}` : `${tier} ${first} to ${last}`;
}

/** A number before what it stands for. */
export const numbered = (number: number | undefined, text: string): string =>
  number === undefined ? text : `${number}. ${text}`;

export const anchorOf = (kind: string, id: string): string => `${kind}-${id}`;

/** Lines of which some may not be there. */
export const paragraph = (label: string, ...lines: readonly (string | false | undefined)[]): Part => ({
  label,
  kind: "paragraphs",
  lines: lines.flatMap((text) => (text === undefined || text === false ? [] : [{ text }])),
});

export const bulleted = (label: string, lines: readonly (string | PartLine)[]): Part => ({
  label,
  kind: "bulleted",
  lines: lines.map((line) => (typeof line === "string" ? { text: line } : line)),
});

/** Ids of one kind, each leading to its entry. */
export const row = (label: string, kind: string, ids: readonly string[]): Part => ({
  label,
  kind: "row",
  lines: ids.map((id) => ({ text: id, to: anchorOf(kind, id) })),
});

/** Parts without a line are left out. */
export const told = (parts: readonly Part[]): Part[] => parts.filter(({ lines }) => lines.length > 0);

/** A document with nothing in its texts that hides or reorders what a reader signs for. */
export function printableDocument(document: SignOffDocument): SignOffDocument {
  return JSON.parse(JSON.stringify(document), (_, value) => (typeof value === "string" ? printable(value) : value));
}
