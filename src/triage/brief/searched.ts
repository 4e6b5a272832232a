import { NO, type Ref } from "../../diagram/graph.js";
import type { Codes } from "../../diagram/search/codes.js";
import { newLook } from "../../diagram/search/look.js";
import type { Mattering } from "../../diagram/search/mattering.js";
import { newSearch } from "../../diagram/search/search.js";
import { IMPOSSIBLE, type Law, ruleEnd, ruleIndex } from "../../table/compile.js";
import type { Rule, Table } from "../../table/table.js";
import { VERDICTS } from "../../table/verdict.js";
import { grantedOf, grantOn, type Left, NOTHING, type Presumable } from "../outlook.js";
import { MOST_AT_ONCE, newChoices } from "./choices.js";
import { type Brief, type Gathered, newCommons } from "./commons.js";

interface Workshop<Made> {
  readonly codes: Codes;
  /** What was made, by what it says. */
  readonly briefs: Map<string, Made>;
  readonly make: (brief: Brief) => Made;
  readonly presumable: readonly Presumable[];
  /** How often it is remembered what one more rule adds. */
  readonly most: number;
}

/**
 * What is made of the brief of values that take a search: the same of `briefs` wherever it says the same. It stands for
 * as long as the codes do.
 */
export function newSearched<Made>(
  table: Table,
  law: Law,
  { codes, briefs, make, presumable, most }: Workshop<Made>,
): (values: Int16Array) => Made | undefined {
  const search = newSearch(law.graph, law.roots.outcome, ruleEnd(table.rules.length), codes.sets);
  const { ends } = search.reached;
  const byRule = Int32Array.from({ length: ruleEnd(table.rules.length) }, (_, end) => end);
  const verdicts = Object.keys(VERDICTS);
  const byVerdict = byRule.map((end) => verdicts.indexOf(table.rules[ruleIndex(end)]?.verdict ?? ""));
  const findOpen = newOpen(table, law, codes);
  const commons = newCommons(table, most);
  const choices = newChoices(presumable);
  const takenCodes = new Map<number, number>();
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
