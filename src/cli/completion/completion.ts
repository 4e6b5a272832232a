import { printable } from "../../source/printable.js";

/** What can stand at the cursor: words, what the shell knows by itself, or anything. */
export type Completion =
  | { readonly kind: "words"; readonly words: Words }
  | { readonly kind: "files" }
  | { readonly kind: "folders" }
  | { readonly kind: "unknown" };

/** Words, each with what it says. One that ends in `=` or `:` goes on. */
export type Words = Readonly<Record<string, string>>;

export function words(all: Words): Completion {
  return { kind: "words", words: all };
}

/** What of it begins so. */
export function startingWith(word: string, completion: Completion): Completion {
  if (completion.kind !== "words") return completion;
  return words(Object.fromEntries(Object.entries(completion.words).filter(([one]) => one.startsWith(word))));
}

/** For the scripts: what kind it is on the first line, then a line for each word, with a tab before what it says. */
export function completionText(completion: Completion): string {
  const all = completion.kind === "words" ? Object.entries(completion.words) : [];
  return [completion.kind, ...all.map(([word, says]) => `${word}\t${oneLine(says)}`), ""].join("\n");
}

function oneLine(says: string): string {
  return printable(says.replaceAll(/\s+/g, " ").trim());
}
