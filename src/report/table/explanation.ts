import { type RuleFacts, ruleFacts } from "../../audit/outline/rule-facts.js";
import type { ProblemCode } from "../../source/problem.js";
import { draftLaw } from "../../table/compile.js";
import { mapValues } from "../../table/map-values.js";
import type { Invariant, Table } from "../../table/table.js";
import { VERDICTS } from "../../table/verdict.js";
import { type Entry, paragraph } from "../document.js";
import type { Page } from "../page.js";
import { meaningOf, PROBLEM_CODES } from "../problem-codes.js";
import { workedData } from "./data.js";
import { ENTRIES, type EntryOf, promiseEntry, verdictEntry } from "./entries.js";
import { entryPage } from "./page.js";
import { ruleEntry } from "./rules.js";

/** Something with an id, in full: as data, and as a page to read. */
export interface Explanation {
  readonly kind: string;
  readonly data: object;
  readonly page: Page;
}

/** Everything that goes by an id on a day, written YYYY-MM-DD: usually one thing, none where the id is not known. */
export function explain(table: Table, id: string, asOf: string): Explanation[] {
  const written = /^OT\d+$/i.test(id) ? id.toUpperCase() : id;
  return KINDS.flatMap(({ kind, name, ids, look }) => {
    if (!ids(table).includes(written)) return [];
    const { data, entry } = look(table, written, asOf);
    return [{ kind, data, page: entryPage(name, entry) }];
  });
}

/** Every id that can be explained, by what it is the id of. */
export function idsByKind(table: Table): { readonly kind: string; readonly name: string; readonly ids: string[] }[] {
  return KINDS.map(({ kind, name, ids }) => ({ kind, name, ids: ids(table) }));
}

interface Kind {
  /** For programs, and for readers. */
  readonly kind: string;
  readonly name: string;
  readonly ids: (table: Table) => string[];
  readonly look: (table: Table, id: string, asOf: string) => { readonly data: object; readonly entry: Entry };
}

const KINDS: readonly Kind[] = [
  { kind: "rule", name: "Rule", ids: ({ rules }) => rules.map(({ id }) => id), look: lookAtRule },
  section("fact", "Fact", "facts"),
  section("former-fact", "Former fact", "former-facts"),
  section("finding", "Finding", "findings"),
  section("notice", "Notice", "notices"),
  section("form", "Form", "forms"),
  section("paper", "Paper", "papers"),
  section("step", "Step", "steps"),
  section("deadline", "Deadline", "deadlines"),
  section("source", "Source", "sources"),
  section("contact", "Contact", "contacts"),
  section("particular", "Particular", "particulars"),
  listed("invariant", "Promise", promises, (table, id) => promiseEntry(table, promises(table)[id] as Invariant)),
  listed("verdict", "Verdict", () => VERDICTS, verdictEntry),
  listed("code", "Problem", problemCodes, codeEntry),
];

function section(kind: string, name: string, key: keyof typeof ENTRIES): Kind {
  return listed(kind, name, (table) => table[key], ENTRIES[key]);
}

function listed(
  kind: string,
  name: string,
  all: (table: Table) => Readonly<Record<string, object>>,
  entry: EntryOf,
): Kind {
  return {
    kind,
    name,
    ids: (table) => Object.keys(all(table)),
    look: (table, id, asOf) => ({ data: all(table)[id] as object, entry: entry(table, id, asOf) }),
  };
}

function lookAtRule(table: Table, id: string, asOf: string): ReturnType<Kind["look"]> {
  const facts = ruleFacts(draftLaw(table, asOf)).find(({ rule }) => rule.id === id) as RuleFacts;
  return { data: { ...facts.rule, worked: workedData(facts, asOf) }, entry: ruleEntry(table, facts, asOf) };
}

function promises({ invariants }: Table): Record<string, Invariant> {
  return Object.fromEntries(invariants.map((one) => [one.id, one]));
}

function problemCodes(): Record<string, { readonly meaning: string }> {
  return mapValues(PROBLEM_CODES, (meaning) => ({ meaning }));
}

function codeEntry(_: Table, id: string): Entry {
  return { anchor: id, id, warnings: [], parts: [paragraph("Meaning", meaningOf(id as ProblemCode))] };
}
