/** What the engine can tell on a paper about a case. */
export const TELLINGS = {
  answers: "What the case states, question by question, and what is said to be missing from the paper.",
  "not-known": "The questions on which the answer still depends.",
  granted: "What is taken for granted, and how to make sure of it.",
  dates: "The deadlines, and what cannot be right about the dates.",
  steps: "What to do now, in order.",
  missing: "What a form lacks, as it is asked for.",
  verdict: "The verdict and the headline.",
  why: "The reason of the deciding rule with its first source, and the findings.",
  ground: "The first source of the deciding rule, as it is cited.",
  contacts: "Whom to call, and the number, or where it is to be found.",
  "own-numbers": "The contacts of the holder's own, each with its number by the practice file; this needs no case.",
  stamp: "The deciding rule, the edition and digest of the table, the law of which day, and the program.",
} as const;
export type Telling = keyof typeof TELLINGS;

/** The placeholder that is always a line to write on. */
export const BLANK = "blank";

/** Placeholders that no particular can have the name of: a line to write on, and what a practice file says. */
export const PLACEHOLDERS: readonly string[] = [BLANK, "practice", "address"];

/** What is told without a case. */
export const STANDING: readonly Telling[] = ["own-numbers"];

const PLACEHOLDER = /\{([^{}]*)\}/g;

/** What stands between braces in a text, in order. */
export function placeholdersIn(text: string): string[] {
  return [...text.matchAll(PLACEHOLDER)].map(([, name]) => name as string);
}

/** A text with each of its placeholders filled in. */
export function filledIn(text: string, wordsFor: (name: string) => string): string {
  return text.replace(PLACEHOLDER, (_, name: string) => wordsFor(name));
}
