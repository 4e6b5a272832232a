import { countSpace } from "../diagram/count.js";
import { type Forest, ForestFull, MOST_NODES, newForest, test, unlessFull } from "../diagram/forest.js";
import { end, NO, type Ref, YES } from "../diagram/graph.js";
import { joinRegions, type Region } from "../diagram/join.js";
import { and, ifThenElse, not, or } from "../diagram/logic.js";
import { nodesBelow } from "../diagram/narrow.js";
import { orderByForce } from "../diagram/order.js";
import { type Packed, pack } from "../diagram/pack.js";
import { disclosesBy, subjectsBehind } from "./behind.js";
import { conditionsOf, paperConditionsOf } from "./conditions.js";
import { inForce } from "./in-force.js";
import { mapValues } from "./map-values.js";
import { type Above, aboveOf } from "./overrides.js";
import type { Condition, Notice, Paper, Rule, Table } from "./table.js";

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

/** A table's law on one day while it can still be built upon. Rules go by their position in the table. */
export interface Draft {
  readonly table: Table;
  /** As YYYY-MM-DD. */
  readonly day: string;
  readonly forest: Forest;
  readonly factOrder: readonly string[];
  readonly roots: Roots;
  readonly possible: Ref;
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
}

/** A diagram of so few nodes is not worth a second try with its facts in another order. */
const SMALL = 3_000;

/** @throws ForestFull when the table is too tangled in either order of its facts */
export function draftLaw(table: Table, day: string): Draft {
  const written = Object.keys(table.facts);
  const first = orFull(() => draftInOrder(table, day, written));
  if (sizeOf(first) <= SMALL) return orThrow(first);
  const second = orFull(() => draftInOrder(table, day, closerOrder(table, written), mostFor(first)));
  return orThrow(sizeOf(second) < sizeOf(first) ? second : first);
}

/** A second try that takes far more than the first is given up. */
function mostFor(first: Draft | ForestFull): number {
  return first instanceof ForestFull ? MOST_NODES : Math.min(MOST_NODES, 2 * first.forest.nodes);
}

function sizeOf(draft: Draft | ForestFull): number {
  return draft instanceof ForestFull ? Number.POSITIVE_INFINITY : nodesBelow(draft.forest, draft.roots.outcome).length;
}

/** Keeps what a finished law needs. */
export function packLaw({ forest, factOrder, roots }: Draft): Law {
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

function draftInOrder(table: Table, day: string, factOrder: readonly string[], most = MOST_NODES): Draft {
  const space = factOrder.map((id) => Object.keys(table.facts[id]?.values ?? {}).length);
  const forest = newForest(space, most);
  const findings: Record<string, Ref> = {};
  const condition = (written: Condition): Ref => compileCondition(forest, table, factOrder, findings, written);
  for (const [id, finding] of Object.entries(table.findings)) {
    findings[id] = inForce(finding, day) ? condition(finding.when) : end(NO);
  }
  const impossible = table.impossible.map(({ when }) => condition(when));
  const possible = not(forest, or(forest, ...impossible));
  const applies = table.rules.map((rule) => (inForce(rule, day) ? condition(rule.when) : end(NO)));
  const above = aboveOf(table.rules);
  const decides = applies.map((_, index) => and(forest, possible, decidingRegion(forest, applies, { above }, index)));
  const ifPossible = (ref: Ref): Ref => ifThenElse(forest, possible, ref, end(IMPOSSIBLE));
  const inside = insideOf(forest, table.rules, possible, decides);
  const scope = { possible, inside };
  const shown = mapValues(table.notices, (notice) =>
    inForce(notice, day) ? and(forest, scopeOf(notice, scope), condition(notice.when)) : end(NO),
  );
  const forms = mapValues(table.forms, (form) =>
    inForce(form, day) ? and(forest, inside, condition(form.when)) : end(NO),
  );
  const asked = mapValues(askedWhen(table), condition);
  const roots: Roots = {
    outcome: ifPossible(joinRegions(forest, ruleRegions(decides))),
    applies: applies.map(ifPossible),
    findings: mapValues(findings, ifPossible),
    notices: mapValues(table.notices, (notice, id) =>
      ifThenElse(forest, scopeOf(notice, scope), shown[id] as Ref, end(IMPOSSIBLE)),
    ),
    forms: mapValues(forms, (ref) => ifThenElse(forest, inside, ref, end(IMPOSSIBLE))),
    papers: Object.fromEntries(paperConditionsOf(table).map(({ key, when }) => [key, ifPossible(condition(when))])),
    impossible,
    asked: mapValues(asked, ifPossible),
  };
  // whatever is found out later may take more
  forest.limit = MOST_NODES;
  return {
    table,
    day,
    forest,
    factOrder,
    roots,
    possible,
    applies,
    above,
    decides,
    shown,
    forms,
    asked,
    inside,
    condition,
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
export function decidingRegion(
  forest: Forest,
  applies: readonly Ref[],
  { above }: Pick<Draft, "above">,
  index: number,
): Ref {
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

function compileCondition(
  forest: Forest,
  table: Table,
  factOrder: readonly string[],
  findings: Readonly<Record<string, Ref>>,
  condition: Condition,
): Ref {
  const tests = condition.tests.map(({ subject, values, negated }) => {
    const finding = findings[subject];
    const holds = finding === undefined ? factTest(subject, values) : findingTest(finding, values);
    return negated ? not(forest, holds) : holds;
  });
  const alternatives = condition.any.map((one) => compileCondition(forest, table, factOrder, findings, one));
  return and(forest, ...tests, ...(alternatives.length === 0 ? [end(YES)] : [or(forest, ...alternatives)]));

  function factTest(subject: string, values: readonly string[]): Ref {
    const known = Object.keys(table.facts[subject]?.values ?? {});
    return test(forest, factOrder.indexOf(subject), new Set(values.map((value) => known.indexOf(value))));
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
