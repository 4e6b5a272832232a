import { isEnd, type Knowledge, NO, type Ref, terminalOf } from "../diagram/graph.js";
import { type Codes, isUnknown, newCodes } from "../diagram/search/codes.js";
import { newLook } from "../diagram/search/look.js";
import type { Mattering } from "../diagram/search/mattering.js";
import { newSearch } from "../diagram/search/search.js";
import { newSituationIndex } from "../diagram/search/situation-index.js";
import { follow } from "../diagram/walk.js";
import { IMPOSSIBLE, type Law, ruleEnd, ruleIndex } from "../table/compile.js";
import { type CompiledTable, lawOn } from "../table/compiled.js";
import type { Rule, Table } from "../table/table.js";
import { VERDICTS } from "../table/verdict.js";
import type { Decision } from "./decide.js";
import { type Common, commonOf, type Gathered, newCommons } from "./outcomes.js";
import {
  grantedOf,
  grantOn,
  type Left,
  MOST_AT_ONCE,
  NOTHING,
  newChoices,
  type Presumable,
  presumableIn,
} from "./outlook.js";
import { plansOf } from "./plan.js";

/** The part of a decision that is quick to come by. Cases that come to the same commonly have the same. */
export interface Brief extends Common, Pick<Decision, "wouldBind"> {
  readonly presumed: readonly string[];
  readonly open: readonly string[];
}

/** The law of a day, ready for many cases. */
export interface Briefing<Made> {
  /**
   * What is made of what the law says about values of its variables, below zero where nothing is stated; nothing where they contradict
   * each other. What the values are of judgements that were not made is put in their place.
   */
  brief(values: Int16Array): Made | undefined;
  /** Such values. They stand until the next are asked for. */
  valuesOf(situation: Knowledge): Int16Array;
  /** One of such values. It stands until `valuesOf` is asked. */
  codeOf(known: Knowledge[number]): number;
}

/** How much is remembered. */
interface Most {
  /** Situations that took a search, since the same facts are left out again and again. */
  readonly situations: number;
  /** Briefs for them. One is commonly that of many situations, and takes more room. */
  readonly briefs: number;
  /** Sets of values that are known by a number; there are not many more below zero. */
  readonly sets: number;
  /** What one more rule adds to others. */
  readonly added: number;
}

const MOST: Most = { situations: 100_000, briefs: 10_000, sets: 20_000, added: 50_000 };

/**
 * @param presume whether anything may be taken for granted
 * @param make what is wanted of a brief; made of each once
 * @param most changes what is remembered, and no brief
 */
export function newBriefing<Made>(
  compiled: CompiledTable,
  today: string,
  presume: boolean,
  make: (brief: Brief) => Made,
  most = MOST,
): Briefing<Made> {
  const { table } = compiled;
  const law = lawOn(compiled, today);
  const codes = newCodes(law.factOrder.length);
  const settled: (Made | undefined)[] = [];
  const situations = newSituationIndex(law.factOrder.length, most.situations);
  const found: (Made | undefined)[] = [];
  const briefs = new Map<string, Made>();
  const presumable = presume ? presumableIn(table, law.factOrder) : [];
  const takenCodes = new Map<number, number>();
  // made when it is first wanted: many a batch does without
  let searched: ((values: Int16Array) => Made | undefined) | undefined;
  const judgements = judgementsIn(table, law);
  // where the last situation left things open, the next is likely to, and to have been met already
  let isIncomplete = false;
  return { brief, valuesOf, codeOf: codes.codeOf };

  function brief(values: Int16Array): Made | undefined {
    for (const { variable, value } of judgements) if (isUnknown(values[variable] as number)) values[variable] = value;
    if (!isIncomplete) {
      const ref = follow(law.graph, law.roots.outcome, values);
      if (isEnd(ref)) return settledBy(terminalOf(ref));
    }
    isIncomplete = true;
    return remembered(values);
  }

  function valuesOf(situation: Knowledge): Int16Array {
    if (codes.sets.length > most.sets) {
      forget();
      codes.clear();
    }
    return codes.of(situation);
  }

  function settledBy(end: number): Made | undefined {
    if (end === IMPOSSIBLE || settled[end] !== undefined) return settled[end];
    const possible = [table.rules[ruleIndex(end)] as Rule];
    const none = { presumed: [], wouldBind: [], open: [] };
    settled[end] = make({ ...commonOf(table, { possible, ...none }, plansOf(table, possible)), ...none });
    return settled[end];
  }

  function remembered(values: Int16Array): Made | undefined {
    if (situations.size === most.situations || briefs.size >= most.briefs) forget();
    const met = situations.size;
    const number = situations.numberOf(values);
    if (number === met) found[number] = newlyMet(values);
    return found[number];
  }

  function newlyMet(values: Int16Array): Made | undefined {
    const ref = follow(law.graph, law.roots.outcome, values);
    isIncomplete = !isEnd(ref);
    if (isEnd(ref)) return settledBy(terminalOf(ref));
    searched ??= newSearched(table, law, { codes, briefs, make, presumable, takenCodes, most });
    return searched(values);
  }

  function forget(): void {
    situations.clear();
    briefs.clear();
    takenCodes.clear();
    found.length = 0;
  }
}

/** The values that judgements have for as long as nobody has made them. */
function judgementsIn({ facts }: Table, { factOrder }: Law): { readonly variable: number; readonly value: number }[] {
  return factOrder.flatMap((id, variable) => {
    const { values, "not-weighed": notWeighed } = facts[id] as Table["facts"][string];
    return notWeighed === undefined ? [] : [{ variable, value: Object.keys(values).indexOf(notWeighed) }];
  });
}

interface Workshop<Made> {
  readonly codes: Codes;
  readonly briefs: Map<string, Made>;
  readonly make: (brief: Brief) => Made;
  readonly presumable: readonly Presumable[];
  /** What stands for a value once something is taken for granted of it. */
  readonly takenCodes: Map<number, number>;
  readonly most: Most;
}

/** What is made of the brief of values that take a search: the same of `briefs` wherever it says the same. */
function newSearched<Made>(
  table: Table,
  law: Law,
  { codes, briefs, make, presumable, takenCodes, most }: Workshop<Made>,
): (values: Int16Array) => Made | undefined {
  const search = newSearch(law.graph, law.roots.outcome, ruleEnd(table.rules.length), codes.sets);
  const { ends } = search.reached;
  const byRule = Int32Array.from({ length: ruleEnd(table.rules.length) }, (_, end) => end);
  const verdicts = Object.keys(VERDICTS);
  const byVerdict = byRule.map((end) => verdicts.indexOf(table.rules[ruleIndex(end)]?.verdict ?? ""));
  const findOpen = newOpen(table, law, codes);
  const commons = newCommons(table, most.added);
  const choices = newChoices(presumable);
  // what stands for each fact once something is taken for granted of it
  const granted = new Int16Array(law.factOrder.length);
  // what is known in the end
  const known = new Int16Array(law.factOrder.length);
  let stated: Int16Array;
  let none: Gathered;
  let candidates: readonly Presumable[];
  return (values) => {
    stated = values;
    none = commons.none();
    for (const one of presumable) granted[one.variable] = codeWith(one);
    const grantable = presumable.filter(({ variable }) => granted[variable] !== values[variable]);
    searchWith(grantable);
    const plain = leftUnder(undefined);
    if (plain.count === 0) return undefined;
    candidates = grantable.filter((one) => search.isTested(one.variable));
    const { presumed, left, wouldBind } = grantOn(plain, candidates, (some) => leftUnder(lookWith(some)));
    const bound = wouldBind ? rulesUnder(lookWith(presumed)) : [];
    const { number, common } = wouldBind ? commons.of(plain.rules, left.rules) : commons.of(left.rules, none);
    const open = wouldBind ? openFacts(plain, NOTHING) : openFacts(left, presumed);
    const told = `${number}${namesOf(presumed)};${namesOf(bound)};${namesOf(open)}`;
    const before = briefs.get(told);
    if (before !== undefined) return before;
    const made = make({ ...common, presumed: idsOf(presumed), wouldBind: bound, open: idsOf(open) });
    briefs.set(told, made);
    return made;
  };

  /** What stands for a fact once something is taken for granted of it: the same where that says nothing new. */
  function codeWith(one: Presumable): number {
    const code = stated[one.variable] as number;
    const key = code * law.factOrder.length + one.variable;
    const before = takenCodes.get(key);
    if (before !== undefined) return before;
    const taken = grantedOf(one, codes.knownBy(code));
    takenCodes.set(key, taken === undefined ? code : codes.codeOf(taken));
    return codeWith(one);
  }

  function searchWith(choosable: readonly Presumable[]): void {
    choices.prepare(choosable);
    search.run(stated, choices.narrowings);
  }

  /** The choice that says of the last search what follows with these taken for granted; it may take another search. */
  function lookWith(presumed: readonly Presumable[]): number | undefined {
    if (presumed === NOTHING) return undefined;
    const choice = choices.of(presumed, candidates);
    if (choice !== undefined) return choice;
    const leftOut = candidates.filter((one) => !presumed.includes(one));
    // the first of them was left out last, and may have to be taken after all
    searchWith([...presumed, ...leftOut.slice(0, MOST_AT_ONCE)]);
    return choices.of(presumed, candidates);
  }

  function leftUnder(choice: number | undefined): LeftOver {
    let [rules, count] = [none, 0];
    for (let index = 0; index < search.reached.endCount; index++) {
      const end = ends[index] as number;
      if (!isRuleUnder(choice, end)) continue;
      rules = commons.withOne(rules, ruleIndex(end));
      count += 1;
    }
    return { rules, count, verdict: rules.verdict, allBind: rules.allBind };
  }

  function rulesUnder(choice: number | undefined): Rule[] {
    const left = ends.subarray(0, search.reached.endCount).filter((end) => isRuleUnder(choice, end));
    return Array.from(left, (end) => table.rules[ruleIndex(end)] as Rule);
  }

  function isRuleUnder(choice: number | undefined, end: number): boolean {
    return end !== IMPOSSIBLE && (choice === undefined || search.isReachedUnder(choice, end));
  }

  function openFacts({ count, verdict }: LeftOver, presumed: readonly Presumable[]): readonly Asked[] {
    if (count === 1) return [];
    known.set(stated);
    for (const { variable } of presumed) known[variable] = granted[variable] as number;
    const choice = lookWith(presumed);
    if (choice !== undefined) search.narrowTo(choice, known);
    search.mattering.find(verdict === "cannot-say" ? byVerdict : byRule, IMPOSSIBLE);
    return findOpen(search.mattering, known);
  }
}

/** The rules that can decide: how many, and what counts of them. */
interface LeftOver extends Left {
  readonly rules: Gathered;
}

interface Asked {
  readonly id: string;
  readonly variable: number;
  /** Where it is asked; nothing where that is always. */
  readonly asked: Ref | undefined;
}

/** The open facts, as `findOpenFacts` has them, after the mattering ones were found. */
function newOpen(
  { facts }: Table,
  law: Law,
  { sets }: Codes,
): (mattering: Mattering, values: Int16Array) => readonly Asked[] {
  const inOrder = Object.keys(facts).map((id): Asked => {
    return { id, variable: law.factOrder.indexOf(id), asked: law.roots.asked[id] };
  });
  const canReach = newLook(law.graph, sets);
  return ({ isMattering }, values) => {
    const mattering = inOrder.filter(({ variable }) => isMattering(variable));
    // the situation is possible, so that what does not come to no comes to yes
    const askable = mattering.filter(({ asked }) => asked === undefined || !canReach(asked, values, NO));
    return askable.length > 0 ? askable : mattering;
  };
}

function idsOf(some: readonly { readonly id: string }[]): string[] {
  return some.map(({ id }) => id);
}

/** Sooner than by joining them, since most are none or few. */
function namesOf(some: readonly { readonly id: string }[]): string {
  let names = "";
  for (const { id } of some) names += ` ${id}`;
  return names;
}
