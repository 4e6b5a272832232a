import type { Knowledge } from "../diagram/graph.js";
import type { Rule, Table } from "../table/table.js";
import { binds } from "../table/verdict.js";
import { commonVerdict } from "./outcomes.js";

/** The rules that can still decide, once what the table takes for granted is. */
export interface Outlook {
  /** What is known, with what is taken for granted. */
  readonly situation: Knowledge;
  /** None where the facts cannot all be true. */
  readonly possible: readonly Rule[];
  /** The facts that are taken for granted, or would be: without any one of them other rules could decide. */
  readonly presumed: readonly string[];
  /**
   * The rules that would be left, where all of them bind, and only on what is taken for granted. Nothing is taken for
   * granted then: whoever obeys has to know.
   */
  readonly wouldBind: readonly Rule[];
}

/** What an outlook is made from. */
interface Ground {
  readonly table: Table;
  /** The fact that each variable stands for. */
  readonly factOrder: readonly string[];
  /** The rules that can decide what is known. */
  readonly find: (knowledge: Knowledge) => readonly Rule[];
}

/** @param presume whether anything may be taken for granted */
export function outlookOn({ table, factOrder, find }: Ground, situation: Knowledge, presume: boolean): Outlook {
  const stated = find(situation);
  const plain = { situation, possible: stated, presumed: [], wouldBind: [] };
  if (!presume || stated.length < 2) return plain;
  const candidates = presumable(table, factOrder, situation);
  const granted = (facts: readonly string[]): Knowledge => taking(table, factOrder, situation, facts);
  const rules = (facts: readonly string[]): readonly Rule[] => find(granted(facts));
  const possible = rules(candidates);
  if (possible.length === 0 || possible.length === stated.length) return plain;
  // from the last on, so that of two that would do the earlier stays
  const presumed = candidates.reduceRight((left, fact) => {
    const fewer = left.filter((other) => other !== fact);
    return rules(fewer).length === possible.length ? fewer : left;
  }, candidates);
  if (!possible.every(({ verdict }) => binds(verdict)))
    return { situation: granted(presumed), possible, presumed, wouldBind: [] };
  return binds(commonVerdict(stated)) ? plain : { ...plain, presumed, wouldBind: possible };
}

/** The facts of which less is known than the table takes for granted, where that can be. */
function presumable(table: Table, factOrder: readonly string[], situation: Knowledge): readonly string[] {
  return Object.keys(table.facts).filter((fact) => {
    const left = leftOf(table, factOrder, situation, fact);
    return left.length > 0 && left.length < size(table, factOrder, situation, fact);
  });
}

function taking(table: Table, factOrder: readonly string[], situation: Knowledge, facts: readonly string[]): Knowledge {
  return facts.reduce<Knowledge>((known, fact) => {
    const [first, ...others] = leftOf(table, factOrder, situation, fact);
    return known.with(factOrder.indexOf(fact), others.length === 0 ? first : new Set([first as number, ...others]));
  }, situation);
}

/** The values that a fact may have both by what is known and by what is taken for granted of it. */
function leftOf({ facts }: Table, factOrder: readonly string[], situation: Knowledge, fact: string): number[] {
  const { values, presume } = facts[fact] as Table["facts"][string];
  const known = situation[factOrder.indexOf(fact)];
  if (presume === undefined || typeof known === "number") return [];
  const granted = Object.keys(values).flatMap((value, index) => (presume.values.includes(value) ? [index] : []));
  return granted.filter((index) => known === undefined || known.has(index));
}

function size({ facts }: Table, factOrder: readonly string[], situation: Knowledge, fact: string): number {
  const known = situation[factOrder.indexOf(fact)];
  return known instanceof Set ? known.size : Object.keys(facts[fact]?.values ?? {}).length;
}
