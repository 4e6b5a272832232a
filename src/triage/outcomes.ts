import type { Knowledge } from "../diagram/graph.js";
import { newSituationIndex } from "../diagram/situation-index.js";
import type { Law } from "../table/compile.js";
import type { CompiledTable } from "../table/compiled.js";
import type { Rule, Table } from "../table/table.js";
import { binds, type Verdict } from "../table/verdict.js";
import { dueIfSo, holdsBack, type Plan, planFor, planOf } from "./plan.js";
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

/** The number is the same wherever the same follows from the same rules that would be left. */
export interface Numbered {
  readonly number: number;
  readonly common: Common;
}

/** The rules that can still decide, and those of them that would be left, as an outlook has them. */
interface RulesLeft {
  readonly possible: readonly Rule[];
  readonly wouldBind: readonly Rule[];
}

/** How many numbers are kept to know sets of rules again, two bytes each; a set takes one for each rule of the table. */
const MOST_OF_SETS = 3_000_000;
/** What stands in a set for a rule that can decide, and for one of them that would be left. */
const [CAN, WOULD] = [1, 2];

/** What follows from rules, once for each set of them, since many situations leave the same. */
export function newCommons(table: Table): (left: RulesLeft) => Numbered {
  const { rules } = table;
  const positions = new Map(rules.map((rule, index) => [rule, index]));
  const plans = new Map(rules.map((rule) => [rule, planOf(table, rule)]));
  const most = Math.ceil(MOST_OF_SETS / rules.length);
  const sets = newSituationIndex(rules.length, most);
  const set = new Int16Array(rules.length);
  const found: Numbered[] = [];
  const told = new Map<string, Numbered>();
  let numbers = 0;
  return (left) => {
    if (sets.size === most) forget();
    set.fill(0);
    for (const rule of left.possible) set[positions.get(rule) as number] = CAN;
    for (const rule of left.wouldBind) set[positions.get(rule) as number] = WOULD;
    const met = sets.size;
    const index = sets.numberOf(set);
    if (index === met) found[index] = numbered(left);
    return found[index] as Numbered;
  };

  function numbered({ possible, wouldBind }: RulesLeft): Numbered {
    const plansLeft = possible.map((rule) => plans.get(rule) as Plan);
    const common = commonOf(table, { possible, wouldBind }, plansLeft);
    const { rule, ...rest } = common;
    const key = JSON.stringify([rule?.id, wouldBind.map(({ id }) => id), rest]);
    const known = told.get(key) ?? { number: numbers++, common };
    told.set(key, known);
    return known;
  }

  /** No number is given twice. */
  function forget(): void {
    sets.clear();
    told.clear();
  }
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
