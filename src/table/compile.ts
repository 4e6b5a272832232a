import { countSpace } from "../diagram/count.js";
import { type Forest, ForestFull, MOST_NODES, newForest, test, unlessFull } from "../diagram/forest.js";
import { end, type Ref, YES } from "../diagram/graph.js";
import { joinRegions, type Region } from "../diagram/join.js";
import { and, ifThenElse, not, or } from "../diagram/logic.js";
import { nodesBelow } from "../diagram/narrow.js";
import { orderByForce } from "../diagram/order.js";
import { type Packed, pack } from "../diagram/pack.js";
import { disclosesBy, subjectsBehind } from "./behind.js";
import { conditionsOf, paperConditionsOf } from "./conditions.js";
import { type Days, daysWithin } from "./in-force.js";
import { mapValues } from "./map-values.js";
import { type Above, aboveOf } from "./overrides.js";
import type { Condition, InForce, Notice, Paper, Rule, Table, Test } from "./table.js";

/** The ends of an outcome diagram: `NO` where no rule decides, `IMPOSSIBLE`, or the deciding rule. */
export const IMPOSSIBLE = 2;
const FIRST_RULE = 3;
export const ruleEnd = (index: number): number => FIRST_RULE + index;
export const ruleIndex = (terminal: number): number => terminal - FIRST_RULE;

/** A table's law on one day, as one diagram with a root for each thing that can be asked of a situation. */
export interface Law {
  /** The fact that each variable stands for. */
  readonly factOrder: readonly string[];
  readonly graph: Packed;
  readonly roots: Roots;
}

/** `outcome` ends in a rule; all others in `YES`, `NO`, or `IMPOSSIBLE` for situations that cannot exist. */
export interface Roots {
  readonly outcome: Ref;
  /** Whether each rule's own condition holds, displaced or not; by position in the table. */
  readonly applies: readonly Ref[];
  readonly findings: Readonly<Record<string, Ref>>;
  readonly notices: Readonly<Record<string, Ref>>;
  readonly forms: Readonly<Record<string, Ref>>;
  /** Of papers, of their sections and of their lines, by the keys of those that have a condition. */
  readonly papers: Readonly<Record<string, Ref>>;
  readonly impossible: readonly Ref[];
  /** When a fact is asked; a fact that is always asked has no entry. */
  readonly asked: Readonly<Record<string, Ref>>;
}

/**
 * A table's law on one day, or on several at once, while it can still be built upon. Rules go by their position in the
 * table. Which day it is stands below all facts, as a variable of its own, so that the days share what they have alike.
 */
export interface Draft {
  readonly table: Table;
  readonly days: Days;
  readonly forest: Forest;
  readonly factOrder: readonly string[];
  /** Ends as `outcome` of a finished law does. */
  readonly outcome: Ref;
  readonly possible: Ref;
  readonly impossible: readonly Ref[];
  /** Where each finding holds, whether that can be or not. */
  readonly findings: Readonly<Record<string, Ref>>;
  /** Where each rule's own condition holds, whether that can be or not. */
  readonly applies: readonly Ref[];
  /** The rules that displace each rule. */
  readonly above: Above;
  /** Where each rule decides, of what can exist. */
  readonly decides: readonly Ref[];
  /** Where each notice is shown, of what can exist. */
  readonly shown: Readonly<Record<string, Ref>>;
  /** Where a paper is each form, of what can exist and is not out of scope. */
  readonly forms: Readonly<Record<string, Ref>>;
  /** Where a fact is asked; a fact that is always asked has no entry. */
  readonly asked: Readonly<Record<string, Ref>>;
  /** The situations that can exist and that the table's own law decides: those that are not out of its scope. */
  readonly inside: Ref;
  readonly condition: (condition: Condition) => Ref;
  /** The condition that it is a day on which something is law. */
  readonly inForce: (dates: InForce) => Ref;
}

/** A diagram of so few nodes is not worth a second try with its facts in another order. */
const SMALL = 3_000;

/** @throws ForestFull when the table is too tangled in either order of its facts */
export function draftLaw(table: Table, ...days: Days): Draft {
  const written = Object.keys(table.facts);
  const first = orFull(() => draftInOrder(table, days, written));
  if (sizeOf(first) <= SMALL) return orThrow(first);
  const second = orFull(() => draftInOrder(table, days, closerOrder(table, written), mostFor(first)));
  return orThrow(sizeOf(second) < sizeOf(first) ? second : first);
}

/** A second try that takes far more than the first is given up. */
function mostFor(first: Draft | ForestFull): number {
  return first instanceof ForestFull ? MOST_NODES : Math.min(MOST_NODES, 2 * first.forest.nodes);
}

function sizeOf(draft: Draft | ForestFull): number {
  return draft instanceof ForestFull ? Number.POSITIVE_INFINITY : nodesBelow(draft.forest, draft.outcome).length;
}

/** Keeps what a finished law needs, of a law on one day. */
export function packLaw(draft: Draft): Law {
  const { forest, factOrder } = draft;
  const roots = rootsOf(draft);
  const kept: Ref[] = [];
  mapRoots(roots, (ref) => kept.push(ref));
  const packed = pack(forest, kept);
  const moved = packed.roots.values();
  return { factOrder, graph: packed.graph, roots: mapRoots(roots, () => moved.next().value as Ref) };
}

/** Visits every root, always in the same order. */
function mapRoots(roots: Roots, change: (ref: Ref) => Ref): Roots {
  return {
    outcome: change(roots.outcome),
    applies: roots.applies.map((ref) => change(ref)),
    findings: mapValues(roots.findings, change),
    notices: mapValues(roots.notices, change),
    forms: mapValues(roots.forms, change),
    papers: mapValues(roots.papers, change),
    impossible: roots.impossible.map((ref) => change(ref)),
    asked: mapValues(roots.asked, change),
  };
}

/** How many situations a table tells apart, the impossible ones included. */
export function situations(table: Table): bigint {
  return countSpace(Object.values(table.facts).map(({ values }) => Object.keys(values).length));
}

/** What can be asked of a law, as diagrams of a draft. */
export function rootsOf({ forest, table, possible, inside, outcome, ...draft }: Draft): Roots {
  const ifPossible = (ref: Ref): Ref => ifThenElse(forest, possible, ref, end(IMPOSSIBLE));
  return {
    outcome,
    applies: draft.applies.map(ifPossible),
    findings: mapValues(draft.findings, ifPossible),
    notices: mapValues(table.notices, (notice, id) =>
      ifThenElse(forest, scopeOf(notice, { possible, inside }), draft.shown[id] as Ref, end(IMPOSSIBLE)),
    ),
    forms: mapValues(draft.forms, (ref) => ifThenElse(forest, inside, ref, end(IMPOSSIBLE))),
    papers: Object.fromEntries(
      paperConditionsOf(table).map(({ key, when }) => [key, ifPossible(draft.condition(when))]),
    ),
    impossible: draft.impossible,
    asked: mapValues(draft.asked, ifPossible),
  };
}

function draftInOrder(table: Table, days: Days, factOrder: readonly string[], most = MOST_NODES): Draft {
  const space = factOrder.map((id) => Object.keys(table.facts[id]?.values ?? {}).length);
  const forest = newForest([...space, days.length], most);
  const findings: Record<string, Ref> = {};
  const condition = compiler(forest, table, factOrder, findings);
  const inForce = (dates: InForce): Ref =>
    (dates.from ?? dates.to) ? test(forest, space.length, new Set(daysWithin(dates, days))) : end(YES);
  const holds = (part: InForce & { readonly when: Condition }): Ref => and(forest, condition(part.when), inForce(part));
  for (const [id, finding] of Object.entries(table.findings)) findings[id] = holds(finding);
  const impossible = table.impossible.map(({ when }) => condition(when));
  const possible = not(forest, or(forest, ...impossible));
  const applies = table.rules.map(holds);
  const above = aboveOf(table.rules);
  const decides = applies.map((_, index) => and(forest, possible, decidingRegion(forest, applies, { above }, index)));
  const inside = insideOf(forest, table.rules, possible, decides);
  const shown = mapValues(table.notices, (notice) => and(forest, scopeOf(notice, { possible, inside }), holds(notice)));
  const forms = mapValues(table.forms, (form) => and(forest, inside, holds(form)));
  const asked = mapValues(askedWhen(table), condition);
  const outcome = ifThenElse(forest, possible, joinRegions(forest, ruleRegions(decides)), end(IMPOSSIBLE));
  // whatever is found out later may take more
  forest.limit = MOST_NODES;
  return {
    table,
    days,
    forest,
    factOrder,
    outcome,
    possible,
    impossible,
    findings,
    applies,
    above,
    decides,
    shown,
    forms,
    asked,
    inside,
    condition,
    inForce,
  };
}

/** What can exist and is not decided by a rule that says it is out of scope. */
export function insideOf(
  forest: Forest,
  rules: readonly (Rule | undefined)[],
  possible: Ref,
  decides: readonly Ref[],
): Ref {
  const elsewhere = decides.filter((_, index) => rules[index]?.verdict === "out-of-scope");
  return and(forest, possible, not(forest, or(forest, ...elsewhere)));
}

/** Where a notice is shown if its condition holds; elsewhere it has no say. */
export function scopeOf({ everywhere }: Notice, { possible, inside }: Pick<Draft, "possible" | "inside">): Ref {
  return everywhere ? possible : inside;
}

function askedWhen(table: Table): Record<string, Condition> {
  const pairs = Object.entries(table.facts).map(([id, fact]) => [id, fact["asked-when"]] as const);
  return Object.fromEntries(pairs.filter((pair): pair is [string, Condition] => pair[1] !== undefined));
}

/** Where a rule decides, whether that can be or not: it applies, and no rule that displaces it does. */
function decidingRegion(forest: Forest, applies: readonly Ref[], { above }: Pick<Draft, "above">, index: number): Ref {
  const winners = (above[index] as readonly number[]).map((winner) => applies[winner] as Ref);
  return and(forest, applies[index] as Ref, not(forest, or(forest, ...winners)));
}

/** Where a paper is offered, of what can exist. */
export function offeredIn({ table, forest, possible, decides, condition }: Draft, id: string): Ref {
  const { when = ALWAYS, discloses } = table.papers[id] as Paper;
  const disclosing = decides.filter((_, index) => disclosesBy(table, table.rules[index] as Rule));
  return and(forest, possible, condition(when), ...(discloses ? [or(forest, ...disclosing)] : []));
}

/** Holds in every situation. */
export const ALWAYS: Condition = { tests: [], any: [] };

/** Where each rule decides, as regions that lead to its end. */
export function ruleRegions(decides: readonly Ref[]): Region[] {
  return decides.map((holds, index) => ({ holds, leadsTo: ruleEnd(index) }));
}

/** Compiles conditions, each test of them once: what is tried of a condition is commonly made of its own tests. */
function compiler(
  forest: Forest,
  { facts }: Table,
  factOrder: readonly string[],
  findings: Readonly<Record<string, Ref>>,
): (condition: Condition) => Ref {
  const known = new Map<Test, Ref>();
  return holds;

  function holds({ tests, any }: Condition): Ref {
    const alternatives = any.length === 0 ? [] : [or(forest, ...any.map(holds))];
    return and(forest, ...tests.map(passed), ...alternatives);
  }

  function passed(written: Test): Ref {
    const ref = known.get(written) ?? compiled(written);
    known.set(written, ref);
    return ref;
  }

  function compiled({ subject, values, negated }: Test): Ref {
    const finding = findings[subject];
    const met = finding === undefined ? factTest(subject, values) : findingTest(finding, values);
    return negated ? not(forest, met) : met;
  }

  function factTest(subject: string, values: readonly string[]): Ref {
    const all = Object.keys(facts[subject]?.values ?? {});
    return test(forest, factOrder.indexOf(subject), new Set(values.map((value) => all.indexOf(value))));
  }

  function findingTest(finding: Ref, values: readonly string[]): Ref {
    return or(forest, ...values.map((value) => (value === "yes" ? finding : not(forest, finding))));
  }
}

/** Brings together the facts that rules and findings test together. */
function closerOrder(table: Table, written: readonly string[]): string[] {
  const groups = conditionsOf(table).map(({ condition }) =>
    subjectsBehind(table, condition).flatMap((id) => (Object.hasOwn(table.facts, id) ? [written.indexOf(id)] : [])),
  );
  return orderByForce(written.length, groups).map((variable) => written[variable] as string);
}

function orFull(draft: () => Draft): Draft | ForestFull {
  return unlessFull<Draft | ForestFull>(draft, (full) => full);
}

function orThrow(draft: Draft | ForestFull): Draft {
  if (draft instanceof ForestFull) throw draft;
  return draft;
}
