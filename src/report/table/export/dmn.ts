import { type DecisionTable, decisionTables } from "../../../audit/outline/decision-tables.js";
import { draftLaw } from "../../../table/compile.js";
import type { CompiledTable } from "../../../table/compiled.js";
import type { Fact, Rule, Table } from "../../../table/table.js";
import type { Verdict } from "../../../table/verdict.js";
import { inFull } from "../../words.js";
import { verificationNote } from "../dates.js";
import { kindHeading } from "../kind-words.js";
import { stampOf, stampText } from "../stamp.js";
import { DMN_WORDS, dmnDescription } from "./dmn-words.js";
import type { AboutTable } from "./sql-words.js";

/** A table's law on one day as a model of decisions, for engines that evaluate DMN. */
export interface DmnModel {
  readonly name: string;
  /** Another for each file, day and version. */
  readonly namespace: string;
  readonly description: string;
  readonly tool: string;
  readonly words: typeof DMN_WORDS;
  /** In the order in which they are asked. */
  readonly facts: readonly DmnFact[];
  readonly kinds: readonly DmnKind[];
  readonly rules: readonly DmnRule[];
  /** The verdict where several are possible. */
  readonly undecided: Verdict;
}

export interface DmnFact {
  readonly id: string;
  readonly ask: string;
  /** Everything that may stand there, the word for an unknown answer among it. */
  readonly values: readonly string[];
}

/** What can decide for one kind of answer to the first question. */
export interface DmnKind {
  /** That of the first answer, which no other kind has. */
  readonly id: string;
  readonly heading: string;
  readonly facts: readonly DmnFact[];
  readonly rows: readonly DmnRow[];
}

interface DmnRow {
  readonly rule: string;
  readonly verdict: Verdict;
  readonly headline: string;
  /** By fact, what may stand there, an unknown answer included; a fact that is not named may have any. */
  readonly answers: Readonly<Record<string, readonly string[]>>;
}

interface DmnRule {
  readonly id: string;
  readonly headline: string;
  readonly because: string;
  readonly sources: string;
}

/** @throws ForestFull when the table is too tangled */
export function dmnModel({ table, digest, laws }: CompiledTable, about: AboutTable): DmnModel {
  const { file, asOf, tool } = about;
  const facts = Object.entries(table.facts).map(([id, fact]) => dmnFact(id, fact));
  return {
    name: stampText(stampOf(file, table, digest)),
    namespace: `urn:order-triage:${digest}:${asOf}:${tool}`,
    description: dmnDescription({ table, digest, laws }, about),
    tool,
    words: DMN_WORDS,
    facts,
    kinds: decisionTables(draftLaw(table, asOf)).map((kind) => dmnKind(table, facts, kind)),
    rules: table.rules.map((rule) => dmnRule(table, rule)),
    undecided: "cannot-say",
  };
}

const UNKNOWN = "unknown";

function dmnFact(id: string, { ask, values }: Fact): DmnFact {
  return { id, ask, values: [...Object.keys(values), UNKNOWN] };
}

function dmnKind(table: Table, all: readonly DmnFact[], { values, facts, rows }: DecisionTable): DmnKind {
  const [first = ""] = Object.keys(table.facts);
  const { heading } = kindHeading(table, { given: [{ fact: first, values }] });
  return {
    id: values[0] ?? "",
    heading,
    facts: all.filter(({ id }) => facts.includes(id)),
    rows: rows.map(({ rule, answers }) => ({
      rule: rule.id,
      verdict: rule.verdict,
      headline: rule.headline,
      answers: Object.fromEntries(
        Object.entries(answers).map(([fact, among]) => [fact, orUnknown(table.facts[fact] as Fact, among)]),
      ),
    })),
  };
}

/** An unknown fact may have any of its values, and a judgement that was not made has the one that says so. */
function orUnknown({ "not-weighed": notWeighed }: Fact, values: readonly string[]): readonly string[] {
  return notWeighed === undefined || values.includes(notWeighed) ? [...values, UNKNOWN] : values;
}

function dmnRule({ sources }: Table, { id, headline, because, more, cite }: Rule): DmnRule {
  const cited = cite.flatMap((source) => sources[source] ?? []);
  return {
    id,
    headline,
    because: inFull(because, more),
    sources: cited.map((source) => `${source.citation} (${verificationNote(source)})`).join("; "),
  };
}
