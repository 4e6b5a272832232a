import type { Knowledge } from "../diagram/graph.js";
import type { Law } from "../table/compile.js";
import type { CompiledTable } from "../table/compiled.js";
import type { Rule, Table } from "../table/table.js";
import { binds, type Verdict } from "../table/verdict.js";
import { dueIfSo, holdsBack, type Plan, planFor, plansOf, sharedBy } from "./plan.js";
import { possibleRules } from "./situation.js";

/** What several answers to one question would lead to: the rules that could still decide. */
export interface Outcome {
  readonly values: readonly string[];
  readonly rules: readonly Rule[];
}

/**
 * What each value that a fact may have would lead to, everything else being as it is. Values that come to the same are
 * put together; `tell` says what makes two rules different. Values that cannot be are left out.
 */
export function outcomes(
  compiled: CompiledTable,
  law: Law,
  situation: Knowledge,
  fact: string,
  tell: (rule: Rule) => string,
): Outcome[] {
  const variable = law.factOrder.indexOf(fact);
  const known = situation[variable];
  const mayBe = (index: number): boolean =>
    known === undefined || (typeof known === "number" ? known === index : known.has(index));
  const groups = new Map<string, { values: string[]; rules: Set<Rule> }>();
  for (const [index, value] of Object.keys(compiled.table.facts[fact]?.values ?? {}).entries()) {
    if (!mayBe(index)) continue;
    const rules = possibleRules(compiled, law, situation.with(variable, index));
    if (rules.length === 0) continue;
    const key = [...new Set(rules.map(tell))].sort().join(" ");
    const group = groups.get(key) ?? { values: [], rules: new Set() };
    groups.set(key, group);
    group.values.push(value);
    for (const rule of rules) group.rules.add(rule);
  }
  return [...groups.values()].map(({ values, rules }) => ({ values, rules: [...rules] }));
}

/** The verdict that all of these rules give, or `cannot-say` where they differ. */
export function commonVerdict(rules: readonly Rule[]): Verdict {
  const verdict = rules[0]?.verdict;
  return verdict !== undefined && rules.every((rule) => rule.verdict === verdict) ? verdict : "cannot-say";
}

/** What rules with different verdicts agree on all the same: to keep everything back for now, or that the holder is bound. */
export type Agreement = "all-hold" | "all-bind";

export function agreementOf(table: Table, rules: readonly Rule[]): Agreement | undefined {
  if (rules.every(({ verdict }) => binds(verdict))) return "all-bind";
  return rules.every((rule) => holdsBack(table, rule)) ? "all-hold" : undefined;
}

/** The headline that all of these rules have; nothing where they differ. */
export function commonHeadline(rules: readonly Rule[]): string | undefined {
  const headline = rules[0]?.headline;
  return rules.every((rule) => rule.headline === headline) ? headline : undefined;
}

/** What follows from the rules alone that can still decide, or would be left. */
export interface Common {
  readonly verdict: Verdict;
  readonly agreement: Agreement | undefined;
  /** The deciding rule; absent where more than one can still decide. */
  readonly rule: Rule | undefined;
  /** As `commonHeadline` has it of the rules that can still decide. */
  readonly headline: string | undefined;
  /** What stands in a decision as an object is here by its id. */
  readonly deadlines: readonly string[];
  /** Those of them that are due only if what would be taken for granted is so. */
  readonly ifSo: readonly string[];
}

/** The number is the same wherever the same follows. */
interface Numbered {
  readonly number: number;
  readonly common: Common;
}

/** The rules that can still decide, and those of them that would be left, as an outlook has them. */
interface RulesLeft {
  readonly possible: readonly Rule[];
  readonly wouldBind: readonly Rule[];
}

/** A set of rules, by a few of them that stand for it: the same follows from these as from all. */
export interface Gathered {
  readonly few: readonly Rule[];
  readonly verdict: Verdict;
  readonly allBind: boolean;
  /** The same with one more rule, by its position in the table. */
  readonly more: (Gathered | undefined)[];
  /** What follows of them, by those that would be left. */
  readonly follows: Map<Gathered, Numbered>;
}

/** Tells what follows from rules, taken one after the other: there are many sets of them, and few that say something new. */
export interface Commons {
  /** No rules yet. What was gathered from an earlier one is not told together with what is gathered from this. */
  none(): Gathered;
  withOne(before: Gathered, rule: number): Gathered;
  /** What follows from the rules that can still decide, and those of them that would be left. */
  of(possible: Gathered, wouldBind: Gathered): Numbered;
}

/** @param most how often it is remembered what one more rule adds */
export function newCommons(table: Table, most: number): Commons {
  const gathered = new Map<string, Gathered>();
  const told = new Map<string, Numbered>();
  let [start, added, numbers] = [newGathered([]), 0, 0];
  return { none, withOne: (before, rule) => before.more[rule] ?? withNew(before, rule), of };

  function none(): Gathered {
    if (added >= most) forget();
    return start;
  }

  function withNew(before: Gathered, rule: number): Gathered {
    const few = [...before.few, table.rules[rule] as Rule];
    const gist = gistOf(table, few);
    const after = gathered.get(gist) ?? newGathered(few);
    gathered.set(gist, after);
    before.more[rule] = after;
    added += 1;
    return after;
  }

  function of(can: Gathered, would: Gathered): Numbered {
    const known = can.follows.get(would);
    if (known !== undefined) return known;
    const follows = numbered({ possible: can.few, wouldBind: would.few });
    can.follows.set(would, follows);
    return follows;
  }

  function numbered({ possible, wouldBind }: RulesLeft): Numbered {
    const common = commonOf(table, { possible, wouldBind }, plansOf(table, possible));
    const { rule, ...rest } = common;
    const key = JSON.stringify([rule?.id, rest]);
    const known = told.get(key) ?? { number: numbers++, common };
    told.set(key, known);
    return known;
  }

  /** No number is given twice. */
  function forget(): void {
    gathered.clear();
    told.clear();
    [start, added] = [newGathered([]), 0];
  }
}

function newGathered(few: readonly Rule[]): Gathered {
  const allBind = few.every(({ verdict }) => binds(verdict));
  return { few, verdict: commonVerdict(few), allBind, more: [], follows: new Map() };
}

/** Rules of the same gist are as good as each other: the same follows from them, alone or with any others. */
function gistOf(table: Table, rules: readonly Rule[]): string {
  const only = rules.length === 1 ? rules[0]?.id : undefined;
  const allBind = rules.every(({ verdict }) => binds(verdict));
  const allHold = rules.every((rule) => holdsBack(table, rule));
  const shared = sharedBy(table, plansOf(table, rules));
  return JSON.stringify([only, commonVerdict(rules), commonHeadline(rules), allBind, allHold, shared]);
}

/** What follows from rules that can still decide, by their plans. */
export function commonOf(table: Table, { possible, wouldBind }: RulesLeft, plans: readonly Plan[]): Common {
  const verdict = commonVerdict(possible);
  const plan = planFor(table, plans, verdict);
  const ifSo = dueIfSo(table, wouldBind, plan);
  const deadlines = [...plan.deadlines, ...ifSo];
  const rule = possible.length === 1 ? possible[0] : undefined;
  const agreement = verdict === "cannot-say" ? agreementOf(table, possible) : undefined;
  return { verdict, rule, headline: commonHeadline(possible), agreement, deadlines, ifSo };
}
