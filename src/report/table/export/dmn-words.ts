import type { CompiledTable } from "../../../table/compiled.js";
import { type AboutTable, tableHeading } from "./sql-words.js";

/** What the decisions of a model ask and say. */
export const DMN_WORDS = {
  case: "What is known: one answer to each question. A hyphen in the name of a fact is an underscore here.",
  complete: {
    question: "Does every fact have one of its answers, or `unknown`?",
    description: "A fact that is left out, null or misspelt gets no verdict: what is not known has to be said.",
  },
  kind: {
    question: "Which rules can still decide?",
    description:
      "Every row that fits counts. Where all facts of a row are known only rows of one rule fit; an unknown fact fits all rows that any of its answers would.",
  },
  possible: "Which rules can still decide, whatever the paper is?",
  answer: {
    question: "What does the table say?",
    description:
      "A verdict as soon as every rule that can still decide agrees on it. `rule` is null while several can, `error` where there is a verdict.",
  },
  count: { verdict: "How many verdicts are possible?", rule: "How many rules are possible?" },
  rule: "Which rule decides?",
  reasons: "Why does it say so, and where does that stand?",
  incomplete: "a fact has none of its answers and is not said to be `unknown`",
  impossible: "these facts cannot all be true",
};

/** Where a model comes from, how it is asked, and what it does not say. */
export function dmnDescription(compiled: CompiledTable, about: AboutTable): string {
  return [...tableHeading(compiled, about, "as decisions of DMN 1.3"), "", ...HOW].join("\n");
}

const HOW: readonly string[] = [
  "Evaluate `answer` with a context `case` that has every fact; `reasons` has the words and the sources of its rule.",
  "Write `unknown` for what is not known. What is not there is refused, as engines differ in what they make of it.",
  "Nothing is taken for granted, as with --no-presumptions. A judgement that is unknown was not made.",
  "",
  "Not in it, and told by `order-triage assess`: findings, notices, steps, deadlines and what is due on which day,",
  "whom to call, what is missing from the paper, papers to take away, and what would change the verdict.",
];
