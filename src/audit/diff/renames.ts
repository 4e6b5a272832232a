import type { Fact, Table } from "../../table/table.js";
import { type Known, mapKnown } from "../../triage/case.js";

export interface FactValue {
  readonly fact: string;
  readonly value: string;
}

interface Renamed {
  readonly from: string;
  readonly to: string;
}

/** What seems to have only another name in the new table, and how to go from one naming to the other. */
export interface Renames {
  readonly facts: readonly Renamed[];
  /** The fact is named as in the new table. */
  readonly values: readonly (Renamed & { readonly fact: string })[];
  readonly factToNew: (id: string) => string;
  /** Takes the fact as the old table names it. */
  readonly valueToNew: (fact: string, value: string) => string;
}

/** A fact or value that is gone has another name where exactly one new one has the very same question or answer. */
export function guessRenames(old: Table, next: Table): Renames {
  const facts = pairUp(
    asked(old.facts, (id) => !Object.hasOwn(next.facts, id)),
    asked(next.facts, (id) => !Object.hasOwn(old.facts, id) && !Object.hasOwn(old.findings, id)),
  );
  const factToNew = (id: string): string => facts.find(({ from }) => from === id)?.to ?? id;
  const values = Object.keys(old.facts).flatMap((id) => {
    const fact = factToNew(id);
    return valueRenames(old.facts[id], next.facts[fact]).map((renamed) => ({ fact, ...renamed }));
  });
  const valueToNew = (id: string, value: string): string =>
    values.find(({ fact, from }) => fact === factToNew(id) && from === value)?.to ?? value;
  return { facts, values, factToNew, valueToNew };
}

type Stated<One> = Readonly<Record<string, One>>;

/** Facts named as in the old table, under their names in the new one. */
export function factsToNew<One extends Known>({ factToNew, valueToNew }: Renames, facts: Stated<One>): Stated<One> {
  return renamedFacts(facts, factToNew, valueToNew);
}

/** Facts named as in the new table, under their names in the old one. */
export function factsToOld<One extends Known>({ facts: renamed, values }: Renames, facts: Stated<One>): Stated<One> {
  const factToOld = (id: string): string => renamed.find(({ to }) => to === id)?.from ?? id;
  const valueToOld = (id: string, value: string): string =>
    values.find(({ fact, to }) => fact === id && to === value)?.from ?? value;
  return renamedFacts(facts, factToOld, valueToOld);
}

function renamedFacts<One extends Known>(
  facts: Stated<One>,
  nameOf: Renames["factToNew"],
  valueFor: Renames["valueToNew"],
): Stated<One> {
  const entries = Object.entries(facts);
  return Object.fromEntries(entries.map(([id, one]) => [nameOf(id), mapKnown(one, (value) => valueFor(id, value))]));
}

function valueRenames(old: Fact | undefined, next: Fact | undefined): Renamed[] {
  if (old === undefined || next === undefined) return [];
  return pairUp(
    Object.entries(old.values).filter(([value]) => !Object.hasOwn(next.values, value)),
    Object.entries(next.values).filter(([value]) => !Object.hasOwn(old.values, value)),
  );
}

type Worded = readonly [id: string, words: string];

function asked(facts: Table["facts"], counts: (id: string) => boolean): Worded[] {
  return Object.entries(facts).flatMap(([id, { ask }]) => (counts(id) ? [[id, ask] as const] : []));
}

function pairUp(gone: readonly Worded[], come: readonly Worded[]): Renamed[] {
  const only = (list: readonly Worded[], words: string): string | undefined => {
    const [first, ...others] = list.filter(([, written]) => written === words);
    return others.length === 0 ? first?.[0] : undefined;
  };
  return gone.flatMap(([from, words]) => {
    const to = only(come, words);
    return to === undefined || only(gone, words) === undefined ? [] : [{ from, to }];
  });
}
