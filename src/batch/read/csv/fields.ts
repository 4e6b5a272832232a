import type { Path } from "../../../source/document.js";
import { sayingsOf } from "../../../table/behind.js";
import type { Table } from "../../../table/table.js";
import { VERDICTS } from "../../../table/verdict.js";
import { writtenKnown } from "../../../triage/written-known.js";
import { type DateOrder, writtenDay } from "./dates.js";
import { newLookup } from "./words.js";

export interface FieldColumn {
  readonly kind: "field";
  readonly path: Path;
  readonly isDate: boolean;
  /** What a cell says, which is not blank. */
  readonly meaning: (text: string, order: DateOrder | undefined) => unknown;
}

/** The names of the columns that a table to be filled in has: the particulars, and the facts in the order they are asked. */
export function templateColumns({ facts, particulars }: Table): string[] {
  return [...Object.keys(particulars), ...Object.keys(facts)];
}

/** Every column that can be read, by its name. */
export function fieldColumns(table: Table): (readonly [string, FieldColumn])[] {
  const { facts, particulars, rules, notices } = table;
  const sayings = Object.keys(sayingsOf(table));
  const field = (path: Path, meaning: FieldColumn["meaning"], isDate = false): readonly [string, FieldColumn] => [
    path[0] === "expect" ? path.join(".") : String(path.at(-1)),
    { kind: "field", path, isDate, meaning },
  ];
  const choice = (words: readonly (readonly [string, string])[]): ((text: string) => string) => {
    const lookup = newLookup(words);
    return (text) => lookup(text) ?? text;
  };
  const ids = (all: readonly string[]): ((text: string) => string) => choice(all.map((id) => [id, id]));
  const unknown = newLookup(UNKNOWN);
  const several = (all: readonly string[]): FieldColumn["meaning"] => {
    const one = ids(all);
    return (text) => (unknown(text) === undefined ? text.split(/[\s,;]+/).map(one) : undefined);
  };
  return [
    field(["title"], asItIs),
    ...Object.entries(facts).map(([id, { values }]) =>
      field(["facts", id], known(choice(factWords(Object.keys(values))))),
    ),
    ...Object.entries(particulars).map(([id, { kind }]) =>
      kind === "date" ? field(["particulars", id], day, true) : field(["particulars", id], asItIs),
    ),
    ...(sayings.length === 0 ? [] : [field(["missing"], several(sayings))]),
    field(["expect", "verdict"], ids(Object.keys(VERDICTS))),
    field(["expect", "rule"], ids(rules.map(({ id }) => id))),
    field(["expect", "notices"], several(Object.keys(notices))),
    field(["expect", "deadline"], day, true),
  ];
}

/** A cell may name several values, of which the fact has one, or those that it has not. */
function known(meaning: (text: string) => unknown): FieldColumn["meaning"] {
  return (text) => (/[,:]/.test(text) ? writtenKnown(text, meaning) : meaning(text));
}

function asItIs(text: string): string {
  return text;
}

function day(text: string, order: DateOrder | undefined): string {
  return writtenDay(text, order) ?? text;
}

/** The values of a fact, and what else people and spreadsheets write for some of them. */
function factWords(values: readonly string[]): (readonly [string, string])[] {
  const truths = values.includes("yes") && values.includes("no") ? TRUTHS : [];
  return [...values.map((value) => [value, value] as const), ...UNKNOWN, ...truths];
}

const UNKNOWN = ["unknown", "not known", "don't know"].map((word) => [word, "unknown"] as const);

const TRUTHS = [
  ["true", "yes"],
  ["false", "no"],
] as const;
