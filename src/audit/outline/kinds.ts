import { test } from "../../diagram/forest.js";
import { end, NO, type Ref, YES } from "../../diagram/graph.js";
import { and } from "../../diagram/logic.js";
import type { Draft } from "../../table/compile.js";
import { groupBy } from "../../table/group-by.js";
import { displacers } from "../../table/overrides.js";
import type { Rule, Table } from "../../table/table.js";

/** Rules, by position in the table, that stand together because of the answers for which they can apply. */
export interface Kind {
  /** Fact by fact, the answers that tell this kind from the others. */
  readonly given: readonly Given[];
  /** The situations that can exist and have these answers. */
  readonly where: Ref;
  /** None where only rules of several kinds can apply. */
  readonly rules: readonly number[];
}

export interface Given {
  readonly fact: string;
  /** Absent where rules can apply for answers of several kinds. */
  readonly values?: readonly string[];
}

/**
 * Groups the rules by the answers to the table's first fact, and wherever they are many by those to the next facts
 * that tell them apart, in the order in which they are read. What counts is what conditions mean, not how
 * they are written: a fact tested through a finding counts as well.
 */
export function groupRules(draft: Draft, few = FEW): Kind[] {
  const { facts, rules } = draft.table;
  const [first, ...others] = Object.keys(facts) as [string, ...string[]];
  const all = { given: [], where: draft.possible, rules: [...rules.keys()] };
  return split(draft, partsBy(draft, all, first), others, few);
}

/** The rules of a kind by the next facts that tell them apart, few as they are. */
export function inSmallerKinds(draft: Draft, kind: Kind): Kind[] {
  const facts = Object.keys(draft.table.facts);
  const next = facts.slice(facts.indexOf((kind.given.at(-1) as Given).fact) + 1);
  return refined(draft, kind, next, kind.rules.length - 1);
}

/** Nobody gets lost among so few. */
const FEW = 12;

function refined(draft: Draft, kind: Kind, facts: readonly string[], few: number): Kind[] {
  const [fact, ...others] = facts;
  if (kind.rules.length <= few || fact === undefined) return [kind];
  const parts = partsBy(draft, kind, fact);
  return tellsApart(kind, parts) ? split(draft, parts, others, few) : refined(draft, kind, others, few);
}

function split(draft: Draft, parts: readonly Kind[], facts: readonly string[], few: number): Kind[] {
  return parts.flatMap((part) => sharedApart(draft, part, few)).flatMap((part) => refined(draft, part, facts, few));
}

/** Where rules of several kinds are many, those for the same few answers stand by themselves. */
function sharedApart(draft: Draft, kind: Kind, few: number): Kind[] {
  const { fact, values } = kind.given.at(-1) as Given;
  if (values !== undefined || kind.rules.length <= few) return [kind];
  const all = valuesIn(draft, kind.where, fact);
  const special = kind.rules.map((rule) => [rule, valuesIn(draft, appliesIn(draft, rule, kind.where), fact)] as const);
  const groups = groupBy(
    special.filter(([, reached]) => isSpecial(reached, all)),
    ([, reached]) => reached.join(),
  );
  const shared = [...groups.values()].filter((group) => group.length > 1);
  const kinds = shared.map((group) => ({
    given: [...kind.given.slice(0, -1), { fact, values: group[0][1] }],
    where: and(draft.forest, kind.where, answered(draft, { fact, values: group[0][1] })),
    rules: group.map(([rule]) => rule),
  }));
  const apart = new Set(kinds.flatMap(({ rules }) => rules));
  return inReadingOrder(draft.table, kinds, { ...kind, rules: kind.rules.filter((rule) => !apart.has(rule)) });
}

/** Whether most rules are of one kind each, and not all of the same. */
function tellsApart({ rules }: Kind, parts: readonly Kind[]): boolean {
  const counts = parts.filter(({ given }) => given.at(-1)?.values).map((part) => part.rules.length);
  return counts.reduce((sum, count) => sum + count, 0) * 2 > rules.length && Math.max(...counts) < rules.length;
}

/** The rules of several kinds, if there are any, and then each kind of answer with its rules. */
function partsBy(draft: Draft, { given, where, rules }: Kind, fact: string): Kind[] {
  const values = valuesIn(draft, where, fact);
  const reach = new Map(rules.map((rule) => [rule, valuesIn(draft, appliesIn(draft, rule, where), fact)]));
  const special = rules.filter((rule) => isSpecial(reach.get(rule) ?? [], values));
  const kinds = kindsOf(values, (value) => special.filter((rule) => reach.get(rule)?.includes(value)));
  const parts = kinds.map((kind) => ({
    given: [...given, { fact, values: kind }],
    where: and(draft.forest, where, answered(draft, { fact, values: kind })),
    rules: special.filter((rule) => reach.get(rule)?.every((value) => kind.includes(value))),
  }));
  const several = rules.filter((rule) => parts.every((part) => !part.rules.includes(rule)));
  return inReadingOrder(draft.table, parts, { given: [...given, { fact }], where, rules: several });
}

/** Rules of several kinds are read first, unless it is they that give way. */
function inReadingOrder(table: Table, parts: readonly Kind[], several: Kind): Kind[] {
  if (several.rules.length === 0) return [...parts];
  const [general, special] = [several.rules, parts.flatMap(({ rules }) => rules)];
  return givenWay(table, general, special) > givenWay(table, special, general)
    ? [...parts, several]
    : [several, ...parts];
}

/** How often one of the first rules gives way to one of the second. */
function givenWay({ rules }: Table, first: readonly number[], second: readonly number[]): number {
  const above = displacers(rules);
  const idOf = (rule: number): string => (rules[rule] as Rule).id;
  const winners = new Set(second.map(idOf));
  return first.reduce((sum, rule) => sum + (above.get(idOf(rule)) ?? []).filter((id) => winners.has(id)).length, 0);
}

/** The answers of a fact that are possible in these situations. */
function valuesIn(draft: Draft, where: Ref, fact: string): string[] {
  return Object.keys(draft.table.facts[fact]?.values ?? {}).filter(
    (value) => and(draft.forest, where, answered(draft, { fact, values: [value] })) !== end(NO),
  );
}

/** Where in some situations the condition of a rule holds. */
function appliesIn({ table: { rules }, forest, condition }: Draft, rule: number, where: Ref): Ref {
  return and(forest, where, condition((rules[rule] as Rule).when));
}

/** Whether a rule can apply in one of these situations. */
export function canApply(draft: Draft, rule: number, where: Ref): boolean {
  return appliesIn(draft, rule, where) !== end(NO);
}

/** A rule for more than half of the answers does not make them one kind. */
function isSpecial(met: readonly string[], values: readonly string[]): boolean {
  return met.length > 0 && met.length * 2 <= values.length;
}

/** The situations with one of these answers, and all of them where none is named. */
export function answered({ table, forest, factOrder }: Draft, { fact, values }: Given): Ref {
  if (values === undefined) return end(YES);
  const known = Object.keys(table.facts[fact]?.values ?? {});
  return test(forest, factOrder.indexOf(fact), new Set(values.map((value) => known.indexOf(value))));
}

/** Values are of one kind where they share most of the rules of the one that has fewer. */
function kindsOf(values: readonly string[], rulesOf: (value: string) => readonly number[]): string[][] {
  const alike = (one: string, other: string): boolean => {
    const [all, others] = [rulesOf(one), rulesOf(other)];
    return all.filter((rule) => others.includes(rule)).length * 2 > Math.min(all.length, others.length);
  };
  const kinds = values.reduce<string[][]>((known, value) => {
    const near = known.filter((kind) => kind.some((other) => alike(value, other)));
    return [...known.filter((kind) => !near.includes(kind)), [...near.flat(), value]];
  }, []);
  const place = (value: string | undefined): number => values.indexOf(value ?? "");
  return kinds.map((kind) => kind.toSorted((a, b) => place(a) - place(b))).sort((a, b) => place(a[0]) - place(b[0]));
}
