import type { Argument, Help, Option } from "commander";
import { wrap } from "../format/wrap.js";
import { NO_VERDICT } from "../report/exit-code.js";
import { VERDICTS } from "../table/verdict.js";
import { widthOf } from "./print.js";

export const DESCRIPTION = `Somebody wants a patient's records: does it bind me, is it likely to be lawful, what do I do now?
England and Wales. No names, please: nothing is saved or sent. Decision support, not legal advice.`;

/** A term, and what there is to say of it. */
type Item = readonly [term: string, says: string];

const EXAMPLES: readonly Item[] = [
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

/** What the help of the whole program ends with. */
export function examplesHelp(): string {
  return listHelp("Examples:", EXAMPLES);
}

/** The contract with scripts. */
export function exitCodeHelp(): string {
  const verdicts = Object.entries(VERDICTS).map(([verdict, { exitCode }]): Item => [String(exitCode), verdict]);
  const others = Object.values(NO_VERDICT);
  const told = others.filter(({ code }) => code < FIRST_SIGNAL);
  const signals = others.filter(({ code }) => code >= FIRST_SIGNAL);
  const together = (key: "code" | "meaning"): string => signals.map((one) => one[key]).join(", ");
  const faults = told.map(({ code, meaning }): Item => [String(code), meaning]);
  return listHelp("Exit codes:", [...verdicts, ...faults, [together("code"), together("meaning")]]);
}

/** What a shell gives for a run that a signal ended begins here. */
const FIRST_SIGNAL = 128;

/** Paragraphs, as wide as the rest of the help. */
export function paragraphsHelp(...paragraphs: readonly string[]): string {
  return paragraphs.map((paragraph) => `\n${wrap(paragraph, helpWidth(), "")}`).join("\n");
}

function listHelp(heading: string, items: readonly Item[]): string {
  const widest = Math.max(...items.map(([term]) => term.length));
  return [`\n${heading}`, ...items.map(([term, says]) => itemHelp(term, widest, says))].join("\n");
}

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
function itemHelp(term: string, termWidth: number, says: string): string {
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
