import type { Verdict } from "../table/verdict.js";

/** What is known of a fact: the id of its value or, half known, of the values of which it has one, in the table's order. */
export type Known = string | readonly string[];

/** What is known of one paper or request. A fact that is not here is unknown: it may have any of its values. */
export interface Case {
  readonly title?: string;
  /** By fact id. */
  readonly facts: Readonly<Record<string, Known>>;
  /** Particular id to what was written; dates as YYYY-MM-DD. */
  readonly particulars: Readonly<Record<string, string>>;
  /** Of what the paper has to say, by id, what is not on it; absent where nobody has compared it. */
  readonly missing?: readonly string[];
  readonly expect?: Expectation;
  /** Of the facts, by id, those that the case does not state itself: they are what the practice says of every paper. */
  readonly fromPractice?: readonly string[];
}

/** What is known of one paper that is about several things, which are not all alike. */
export interface CaseInParts {
  readonly title?: string;
  /** Two or more. */
  readonly parts: readonly Part[];
  /** Of the whole paper, never a name; a part may have one of its own among its particulars. */
  readonly reference?: string;
  /** What the answers to all parts together have to come to. */
  readonly expect?: Expectation;
}

/** One of the things that a paper is about, as a case by itself. */
export interface Part {
  /** Tells it from the other parts; never a name. */
  readonly label: string;
  /** What is stated of this part and, where nothing is, what is common to all. */
  readonly given: Case;
}

/** Each is assessed as a case by itself, in one go: more would keep everybody waiting. */
export const MOST_PARTS = 50;

/** A word or two: a label stands beside everything that is said of its part. */
export const LONGEST_LABEL = 60;

/** Whether they cannot be told apart by ear: capitals make no difference. */
export function isSameLabel(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** What goes into a step is as short. */
export const LONGEST_SCOPE = 60;

/** Records may be older, and be kept longer, than the years whose bank holidays are known. */
export const RECORD_YEARS = { first: 1900, last: 2099 };

export type AnyCase = Case | CaseInParts;

export function isInParts(given: AnyCase): given is CaseInParts {
  return "parts" in given;
}

/** The case itself, or each of its parts. */
export function casesIn(given: AnyCase): readonly Case[] {
  return isInParts(given) ? given.parts.map((part) => part.given) : [given];
}

/** What a case's author says its assessment has to come to. */
export interface Expectation {
  readonly verdict: Verdict;
  readonly rule?: string;
  readonly notices?: readonly string[];
  /** The first day by which something is due, as YYYY-MM-DD. */
  readonly deadline?: string;
}

/** The values that a fact may have, by what is known of it. */
export function valuesOf(known: Known): readonly string[] {
  return typeof known === "string" ? [known] : known;
}

/** The same as it is written on a command line: `circuit-judge,other-court`. */
export function knownText(known: Known): string {
  return valuesOf(known).join(",");
}

/** Whether the same is known, or nothing both times. */
export function isSameKnown(one: Known | undefined, other: Known | undefined): boolean {
  return one === other || (one !== undefined && other !== undefined && knownText(one) === knownText(other));
}

/** The same knowledge with every value changed. */
export function mapKnown<One extends Known>(known: One, change: (value: string) => string): One {
  return (typeof known === "string" ? change(known) : known.map(change)) as One;
}
