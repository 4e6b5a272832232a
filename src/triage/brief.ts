import { isEnd, type Knowledge, NO, terminalOf } from "../diagram/graph.js";
import { type Codes, isUnknown, newCodes } from "../diagram/search/codes.js";
import { newLook } from "../diagram/search/look.js";
import type { Mattering } from "../diagram/search/mattering.js";
import { type Narrowings, newSearch } from "../diagram/search/search.js";
import { newSituationIndex } from "../diagram/search/situation-index.js";
import { follow } from "../diagram/walk.js";
import { IMPOSSIBLE, type Law, ruleEnd, ruleIndex } from "../table/compile.js";
import { type CompiledTable, lawOn } from "../table/compiled.js";
import type { Rule, Table } from "../table/table.js";
import { VERDICTS } from "../table/verdict.js";
import type { Decision } from "./decide.js";
import { type Common, commonOf, commonVerdict, newCommons } from "./outcomes.js";
import { grantedOf, newChoices, type Outlook, outlookOn, type Presumable, presumableIn } from "./outlook.js";
import { plansOf } from "./plan.js";

/** The part of a decision that is quick to come by. Cases that come to the same are commonly given the same object. */
export interface Brief extends Common, Pick<Decision, "wouldBind"> {
  readonly presumed: readonly string[];
  readonly open: readonly string[];
}

/** The law of a day, ready for many cases. */
export interface Briefing {
  /**
   * What the law says about values of its variables, below zero where nothing is stated; nothing where they contradict
   * each other. What the values are of judgements that were not made is put in their place.
   */
  brief(values: Int16Array): Brief | undefined;
  /** Such values. They stand until the next are asked for. */
  valuesOf(situation: Knowledge): Int16Array;
  /** One of such values. It stands until `valuesOf` is asked. */
  codeOf(known: Knowledge[number]): number;
}

/** How many situations that took a search are remembered, since the same facts are left out again and again. */
const MOST_SITUATIONS = 100_000;
/** How many briefs are kept for them. One is commonly that of many situations, and takes more room. */
const MOST_BRIEFS = 2_000;
/** How many sets of values are known by a number; there are not many more below zero. */
const MOST_SETS = 20_000;

/** @param presume whether anything may be taken for granted */
export function newBriefing(compiled: CompiledTable, today: string, presume: boolean): Briefing {
  const { table } = compiled;
  const law = lawOn(compiled, today);
  const codes = newCodes(law.factOrder.length);
  const settled: (Brief | undefined)[] = [];
  const situations = newSituationIndex(law.factOrder.length, MOST_SITUATIONS);
  const found: (Brief | undefined)[] = [];
  const briefs = new Map<string, Brief>();
  const presumable = presume ? presumableIn(table, law.factOrder) : [];
  // made when it is first wanted: many a batch does without
  let searched: ((values: Int16Array) => Brief | undefined) | undefined;
  const judgements = judgementsIn(table, law);
  return { brief, valuesOf, codeOf: codes.codeOf };

  function brief(values: Int16Array): Brief | undefined {
    const first = follow(law.graph, law.roots.outcome, values);
    if (isEnd(first)) return settledBy(terminalOf(first));
    for (const { variable, value } of judgements) if (isUnknown(values[variable] as number)) values[variable] = value;
    const ref = follow(law.graph, first, values);
    return isEnd(ref) ? settledBy(terminalOf(ref)) : remembered(values);
  }

  function valuesOf(situation: Knowledge): Int16Array {
    if (codes.sets.length > MOST_SETS) {
      forget();
      codes.clear();
    }
    return codes.of(situation);
  }

  function settledBy(end: number): Brief | undefined {
    if (end === IMPOSSIBLE) return undefined;
    const possible = [table.rules[ruleIndex(end)] as Rule];
    const none = { presumed: [], wouldBind: [], open: [] };
    settled[end] ??= { ...commonOf(table, { possible, ...none }, plansOf(table, possible)), ...none };
    return settled[end];
  }

  function remembered(values: Int16Array): Brief | undefined {
    if (situations.size === MOST_SITUATIONS || briefs.size >= MOST_BRIEFS) forget();
    const met = situations.size;
    const number = situations.numberOf(values);
    if (number < met) return found[number];
    searched ??= newSearched(table, law, { codes, briefs, presumable });
    found[number] = searched(values);
    return found[number];
  }

  function forget(): void {
    situations.clear();
    briefs.clear();
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

interface Workshop {
  readonly codes: Codes;
  readonly briefs: Map<string, Brief>;
  readonly presumable: readonly Presumable[];
}

/** The brief of values that take a search: the same of `briefs` wherever it says the same. */
function newSearched(
  table: Table,
  law: Law,
  { codes, briefs, presumable }: Workshop,
): (values: Int16Array) => Brief | undefined {
  const search = newSearch(law.graph, law.roots.outcome, ruleEnd(table.rules.length), codes.sets);
  const byRule = Int32Array.from({ length: ruleEnd(table.rules.length) }, (_, end) => end);
  const verdicts = Object.keys(VERDICTS);
  const byVerdict = byRule.map((end) => verdicts.indexOf(table.rules[ruleIndex(end)]?.verdict ?? ""));
  const findOpen = newOpen(table, law, codes);
  const commonAt = newCommons(table);
  const choices = newChoices(presumable);
  let searched: Int16Array;
  return (values) => {
    const outlook = outlookOf(values);
    const { possible, presumed, wouldBind } = outlook;
    if (possible.length === 0) return undefined;
    const { number, common } = commonAt(outlook);
    const open = openFacts(outlook);
    const told = `${number} ${presumed} ${wouldBind.map(({ id }) => id)} ${open}`;
    const known = briefs.get(told) ?? { ...common, presumed, wouldBind, open };
    briefs.set(told, known);
    return known;
  };

  function outlookOf(values: Int16Array): Outlook<Known> {
    const granted = (one: Presumable): Knowledge[number] =>
      grantedOf(one, codes.knownBy(values[one.variable] as number));
    const grantable = presumable.filter((one) => granted(one) !== undefined);
    choices.prepare(grantable);
    searchFor(values, choices.narrowings);
    const candidates = grantable.filter((one) => search.isTested(one.variable));
    const choiceOf = (presumed: readonly Presumable[]): number | undefined =>
      choices.without(candidates.filter((one) => !presumed.includes(one)));
    const taking = (presumed: readonly Presumable[]): Known => {
      const taken = values.slice();
      for (const one of presumed) taken[one.variable] = codes.codeOf(granted(one));
      return { values: taken, within: values, choice: choiceOf(presumed) };
    };
    const under = (presumed: readonly Presumable[]): readonly Rule[] => {
      const choice = choiceOf(presumed);
      if (choice === undefined) searchFor(taking(presumed).values);
      return rulesLeft(choice);
    };
    const situation = { values, within: values, choice: undefined };
    return outlookOn({ situation, stated: rulesLeft(), candidates, taking, under });
  }

  /** The rules that can decide, or only those that can under a choice. */
  function rulesLeft(choice?: number): Rule[] {
    const rules: Rule[] = [];
    const { ends, endCount } = search.reached;
    for (let index = 0; index < endCount; index++) {
      const end = ends[index] as number;
      const isLeft = choice === undefined || search.isReachedUnder(choice, end);
      if (isLeft && end !== IMPOSSIBLE) rules.push(table.rules[ruleIndex(end)] as Rule);
    }
    return rules;
  }

  function openFacts({ situation, possible }: Outlook<Known>): string[] {
    if (possible.length === 1) return [];
    const { values, within, choice } = situation;
    const isNarrowed = choice !== undefined && searched === within;
    if (!isNarrowed && searched !== values) searchFor(values);
    const classes = commonVerdict(possible) === "cannot-say" ? byVerdict : byRule;
    if (isNarrowed) search.narrowTo(choice, values);
    search.mattering.find(classes, IMPOSSIBLE);
    return findOpen(search.mattering, values);
  }

  function searchFor(values: Int16Array, narrowings?: Narrowings): void {
    search.run(values, narrowings);
    searched = values;
  }
}

/** What is known, with some facts taken for granted. */
interface Known {
  readonly values: Int16Array;
  /** What was known before, and under which choice of a search for it this can be found; nothing where under none. */
  readonly within: Int16Array;
  readonly choice: number | undefined;
}

/** The open facts, as `findOpenFacts` has them, after the mattering ones were found. */
function newOpen({ facts }: Table, law: Law, { sets }: Codes): (mattering: Mattering, values: Int16Array) => string[] {
  const inOrder = Object.keys(facts).map((id) => ({
    id,
    variable: law.factOrder.indexOf(id),
    asked: law.roots.asked[id],
  }));
  const canReach = newLook(law.graph, sets);
  return ({ isMattering }, values) => {
    const mattering = inOrder.filter(({ variable }) => isMattering(variable));
    // the situation is possible, so that what does not come to no comes to yes
    const askable = mattering.filter(({ asked }) => asked === undefined || !canReach(asked, values, NO));
    return (askable.length > 0 ? askable : mattering).map(({ id }) => id);
  };
}
