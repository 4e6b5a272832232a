import { type Codes, newCodes } from "../diagram/codes.js";
import { isEnd, type Knowledge, type Ref, terminalOf, YES } from "../diagram/graph.js";
import { isUnknown, newSearch, type Search } from "../diagram/search.js";
import { newSituationIndex } from "../diagram/situation-index.js";
import { follow } from "../diagram/walk.js";
import { IMPOSSIBLE, type Law, ruleEnd, ruleIndex } from "../table/compile.js";
import { type CompiledTable, lawOn } from "../table/compiled.js";
import type { Rule, Table } from "../table/table.js";
import type { Decision } from "./decide.js";
import { agreementOf, commonHeadline, commonVerdict } from "./outcomes.js";
import { type Outlook, outlookOn } from "./outlook.js";
import { planFor } from "./plan.js";

/** The part of a decision that is quick to come by. Cases that come to the same are commonly given the same object. */
export interface Brief extends Pick<Decision, "verdict" | "agreement" | "wouldBind"> {
  /** The deciding rule; absent where more than one can still decide. */
  readonly rule: Rule | undefined;
  /** As `commonHeadline` has it of the rules that can still decide. */
  readonly headline: string | undefined;
  /** What stands in a decision as an object is here by its id. */
  readonly deadlines: readonly string[];
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
  const several = newSeveral(table, law, { search, codes, briefs, presume });
  const judgements = judgementsIn(table, law);
  return { brief, valuesOf };

  function brief(values: Int16Array): Brief | undefined {
    for (const { variable, value } of judgements) if (isUnknown(values[variable] as number)) values[variable] = value;
    const ref = follow(law.graph, law.roots.outcome, values);
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
    settled[end] ??= briefFor(table, { possible, presumed: [], wouldBind: [] }, []);
    return settled[end];
  }

  function remembered(values: Int16Array): Brief | undefined {
    if (situations.size === MOST_SITUATIONS || briefs.size >= MOST_BRIEFS) forget();
    const met = situations.size;
    const number = situations.numberOf(values);
    if (number === met) {
      const end = onlyEnd(search, law.roots.outcome, values);
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

function briefFor(
  table: Table,
  { possible, presumed, wouldBind }: Omit<Outlook, "situation">,
  open: readonly string[],
): Brief {
  const verdict = commonVerdict(possible);
  const { deadlines } = planFor(table, possible, verdict);
  const rule = possible.length === 1 ? possible[0] : undefined;
  const agreement = verdict === "cannot-say" ? agreementOf(table, possible) : undefined;
  return { verdict, rule, headline: commonHeadline(possible), agreement, deadlines, presumed, wouldBind, open };
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
function onlyEnd(search: Search, root: Ref, values: Int16Array): number {
  search.run(root, values);
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
  readonly presume: boolean;
}

/** The brief after a search that came to several rules: the same of `briefs` wherever it says the same. */
function newSeveral(
  table: Table,
  law: Law,
  { search, codes, briefs, presume }: Workshop,
): (values: Int16Array) => Brief {
  const byRule = Int32Array.from({ length: ruleEnd(table.rules.length) }, (_, end) => end);
  const byVerdict = byRule.map((end) => {
    const { verdict } = table.rules[ruleIndex(end)] ?? {};
    return ruleEnd(table.rules.findIndex((rule) => rule.verdict === verdict));
  });
  const findOpen = newOpen(table, law, search);
  const find = (knowledge: Knowledge): readonly Rule[] => {
    search.run(law.roots.outcome, codes.of(knowledge));
    return table.rules.filter((_, index) => search.isReached(ruleEnd(index)));
  };
  return (values) => {
    const outlook = outlookOn({ table, factOrder: law.factOrder, find }, codes.read(values), presume);
    const brief = briefFor(table, outlook, openFacts(outlook));
    const told = JSON.stringify(brief);
    const known = briefs.get(told) ?? brief;
    briefs.set(told, known);
    return known;
  };

  function openFacts({ situation, possible }: Outlook): string[] {
    if (possible.length === 1) return [];
    const values = codes.of(situation);
    search.run(law.roots.outcome, values);
    search.findMattering(commonVerdict(possible) === "cannot-say" ? byVerdict : byRule, IMPOSSIBLE);
    return findOpen(values);
  }
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
    const askable = mattering.filter(({ asked }) => asked === undefined || onlyEnd(search, asked, values) === YES);
    return (askable.length > 0 ? askable : mattering).map(({ id }) => id);
  };
}
