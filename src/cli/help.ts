import type { Argument, Help, Option } from "commander";
import { wrap } from "../format/wrap.js";
import { widthOf } from "./print.js";

export const DESCRIPTION = `Somebody wants a patient's records: does it bind me, is it likely to be lawful, what do I do now?
England and Wales. No names, please: nothing is saved or sent. Decision support, not legal advice.`;

/** A term, and what there is to say of it. */
export type Item = readonly [term: string, says: string];

export const EXAMPLES: readonly Item[] = [
  ["order-triage", "questions, one at a time"],
  ["order-triage assess case.yaml", "one case file"],
  ["order-triage assess case.yaml --ask", "asks what a file leaves open"],
  ["order-triage assess case.yaml --charged nobody", "the file, one fact changed"],
  ["order-triage assess case.yaml --papers .", "and letters, notes, a call sheet"],
  ["order-triage assess - --format json < case.json", "from another program"],
  ["order-triage batch cases/ register.csv", "many cases, a line for each"],
  ["order-triage verify record.json", "is it still the same answer?"],
  ["order-triage page --output triage.html", "the questions, for any browser"],
  ["order-triage explain cannot-say", "what a word or code means"],
  ["order-triage rules check --strict", "checks the rule table"],
  ["order-triage rules diff HEAD", "what an edit of it changes"],
  ["order-triage rules table --format html", "all of it, to read and sign"],
];

/** Help as the parser of the command line lays it out, on any terminal without a word that is broken. */
export const HELP_LAYOUT: Partial<Help> = {
  minWidthToWrap: 20,
  styleUsage: (usage) => wrap(usage, helpWidth(), " ".repeat("Usage: ".length)).trimStart(),
  formatItem: itemHelp,
  optionDescription: (option) => withNotes(option, usualOf(option)),
  argumentDescription: (argument) => withNotes(argument, undefined),
};

const LEAST_BESIDE = 28;

/** What there is to say of a term stands beside it or, where that leaves too little room, below it. */
export function itemHelp(term: string, termWidth: number, says: string): string {
  const beside = `  ${term.padEnd(termWidth)}  `;
  if (says === "") return beside.trimEnd();
  if (helpWidth() - beside.length >= LEAST_BESIDE) return wrap(says, helpWidth(), beside);
  return `${wrap(term, helpWidth(), "  ")}\n${wrap(says, helpWidth(), "      ")}`;
}

function withNotes({ description, argChoices }: Option | Argument, usual: string | undefined): string {
  const choices = argChoices === undefined ? "" : `: ${argChoices.join(", ")}`;
  return `${description}${choices}${usual === undefined ? "" : ` (default: ${usual})`}`;
}

/** What a switch is without being given goes without saying. */
function usualOf({ defaultValue, defaultValueDescription }: Option): string | undefined {
  return defaultValueDescription ?? (typeof defaultValue === "string" ? defaultValue : undefined);
}

function helpWidth(): number {
  return widthOf(process.stdout);
}
