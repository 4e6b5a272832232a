import { type Codes, newCodes } from "../diagram/codes.js";
import { isEnd, type Knowledge, NO, type Ref, terminalOf } from "../diagram/graph.js";
import { isUnknown, type Narrowings, newSearch, type Search } from "../diagram/search.js";
import { newSituationIndex } from "../diagram/situation-index.js";
import { follow } from "../diagram/walk.js";
import { IMPOSSIBLE, type Law, ruleEnd, ruleIndex } from "../table/compile.js";
import { type CompiledTable, lawOn } from "../table/compiled.js";
import type { Rule, Table } from "../table/table.js";
import type { Decision } from "./decide.js";
import { type Common, commonOf, commonVerdict, newCommons } from "./outcomes.js";
import {
  choiceOf,
  grantedOf,
  MOST_AT_ONCE,
  NO_CHOICE,
  narrowingsBy,
  type Outlook,
  outlookOn,
  type Presumable,
  presumableIn,
} from "./outlook.js";
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
}

/** How many situations that took a search are remembered, since the same facts are left out again and again. */
const MOST_SITUATIONS = 50_000;
/** How many briefs are kept for them. One is commonly that of many situations, and takes more room. */
const MOST_BRIEFS = 2_000;
/** How many sets of values are known by a number; there are not many more below zero. */
const MOST_SETS = 20_000;

/** @param presume whether anything may be taken for granted */
export function newBriefing(compiled: CompiledTable, today: string, presume: boolean): Briefing {
  const { table } = compiled;
  const law = lawOn(compiled, today);
  const codes = newCodes(law.factOrder.length);
  const search = newSearch(law.graph, ruleEnd(table.rules.length), codes.sets);
  const settled: (Brief | undefined)[] = [];
  const situations = newSituationIndex(law.factOrder.length, MOST_SITUATIONS);
  const found: (Brief | undefined)[] = [];
  const briefs = new Map<string, Brief>();
  const presumable = presume ? presumableIn(table, law.factOrder) : [];
  const narrowings = narrowingsBy(presumable);
  const several = newSeveral(table, law, { search, codes, briefs, presumable });
  const judgements = judgementsIn(table, law);
  return { brief, valuesOf };

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
    if (number === met) {
      const end = onlyEnd(search, law.roots.outcome, values, narrowings);
      found[number] = end === SEVERAL ? several(values) : settledBy(end);
    }
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

const SEVERAL = -1;

/** The one rule's end that can be reached, `SEVERAL`, or `IMPOSSIBLE` where there is none. */
function onlyEnd(search: Search, root: Ref, values: Int16Array, narrowings?: Narrowings): number {
  search.run(root, values, narrowings);
  const { ends, endCount: count } = search;
  const first = ends[0] as number;
  if (count === 1) return first;
  if (count > 2) return SEVERAL;
  const second = ends[1] as number;
  return first === IMPOSSIBLE ? second : second === IMPOSSIBLE ? first : SEVERAL;
}

interface Workshop {
  readonly search: Search;
  readonly codes: Codes;
  readonly briefs: Map<string, Brief>;
  readonly presumable: readonly Presumable[];
}

/** The brief after a search that came to several rules: the same of `briefs` wherever it says the same. */
function newSeveral(
  table: Table,
  law: Law,
  { search, codes, briefs, presumable }: Workshop,
): (values: Int16Array) => Brief {
  const byRule = Int32Array.from({ length: ruleEnd(table.rules.length) }, (_, end) => end);
  const byVerdict = byRule.map((end) => {
    const { verdict } = table.rules[ruleIndex(end)] ?? {};
    return ruleEnd(table.rules.findIndex((rule) => rule.verdict === verdict));
  });
  const findOpen = newOpen(table, law, search);
  const commonAt = newCommons(table);
  return (values) => {
    const outlook = outlookOf(values);
    const { number, common } = commonAt(outlook);
    const [{ presumed, wouldBind }, open] = [outlook, openFacts(outlook)];
    const told = `${number} ${presumed} ${open}`;
    const known = briefs.get(told) ?? { ...common, presumed, wouldBind, open };
    briefs.set(told, known);
    return known;
  };

  /** Of values that were searched last, with every choice of what is presumable. */
  function outlookOf(values: Int16Array): Outlook<Taken> {
    const granted = (one: Presumable): Knowledge[number] =>
      grantedOf(one, codes.knownBy(values[one.variable] as number));
    const taking = (presumed: readonly Presumable[]): Taken => ({
      choice: choiceOf(presumable, presumed),
      values: () => {
        const taken = values.slice();
        for (const one of presumed) taken[one.variable] = codes.codeOf(granted(one));
        return taken;
      },
    });
    return outlookOn({
      situation: { choice: NO_CHOICE, values: () => values },
      stated: rulesUnder(NO_CHOICE),
      candidates: presumable.filter((one) => granted(one) !== undefined),
      taking,
      under: (presumed) => rulesUnder(searched(taking(presumed))),
      countUnder: (presumed) => countUnder(searched(taking(presumed))),
    });
  }

  /** The choice under which what is taken for granted stands in the results of the last search. */
  function searched({ values, choice }: Taken): number {
    if (presumable.length <= MOST_AT_ONCE) return choice;
    search.run(law.roots.outcome, values());
    return NO_CHOICE;
  }

  function rulesUnder(choice: number): readonly Rule[] {
    const rules: Rule[] = [];
    for (let index = 0; index < table.rules.length; index++)
      if (search.isReachedUnder(choice, ruleEnd(index))) rules.push(table.rules[index] as Rule);
    return rules;
  }

  function countUnder(choice: number): number {
    let count = 0;
    for (let index = 0; index < search.endCount; index++) {
      const end = search.ends[index] as number;
      if (end !== IMPOSSIBLE && search.isReachedUnder(choice, end)) count += 1;
    }
    return count;
  }

  function openFacts({ situation, possible }: Outlook<Taken>): string[] {
    if (possible.length === 1) return [];
    const classes = commonVerdict(possible) === "cannot-say" ? byVerdict : byRule;
    search.findMattering(classes, IMPOSSIBLE, searched(situation));
    return findOpen(situation.values());
  }
}

/** Something that is taken for granted, and the values with it. */
interface Taken {
  readonly choice: number;
  readonly values: () => Int16Array;
}

/** The open facts, as `findOpenFacts` has them, after the mattering ones were found. */
function newOpen({ facts }: Table, law: Law, search: Search): (values: Int16Array) => string[] {
  const inOrder = Object.keys(facts).map((id) => ({
    id,
    variable: law.factOrder.indexOf(id),
    asked: law.roots.asked[id],
  }));
  return (values) => {
    const mattering = inOrder.filter(({ variable }) => search.isMattering(variable));
    // the situation is possible, so that what does not come to no comes to yes
    const askable = mattering.filter(({ asked }) => asked === undefined || !search.canReach(asked, values, NO));
    return (askable.length > 0 ? askable : mattering).map(({ id }) => id);
  };
}
