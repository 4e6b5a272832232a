import { isEnd, type Ref, terminalOf, YES } from "../diagram/graph.js";
import { newSearch, type Search } from "../diagram/search.js";
import { newSituationIndex } from "../diagram/situation-index.js";
import { follow } from "../diagram/walk.js";
import { IMPOSSIBLE, type Law, ruleEnd, ruleIndex } from "../table/compile.js";
import { type CompiledTable, lawOn } from "../table/compiled.js";
import type { Rule, Table } from "../table/table.js";
import { VERDICTS, type Verdict } from "../table/verdict.js";
import { commonHeadline, commonVerdict } from "./outcomes.js";
import { planFor } from "./plan.js";

/** The part of a decision that is quick to come by. Cases that come to the same are commonly given the same object. */
export interface Brief {
  readonly verdict: Verdict;
  /** The deciding rule; absent where more than one can still decide. */
  readonly rule: Rule | undefined;
  /** As `commonHeadline` has it of the rules that can still decide. */
  readonly headline: string | undefined;
  /** By id, as in a decision. */
  readonly deadlines: readonly string[];
  readonly open: readonly string[];
}

/** What the law says about values of its variables, below zero where unknown; nothing where they contradict each other. */
export type Briefing = (values: Int16Array) => Brief | undefined;

/** How many situations that took a search are remembered, since the same facts are left out again and again. */
const MOST_SITUATIONS = 50_000;
/** How many briefs are kept for them. One is commonly that of many situations, and takes more room. */
const MOST_BRIEFS = 2_000;

/** The law of a day, ready for many cases. */
export function newBriefing(compiled: CompiledTable, today: string): Briefing {
  const { table } = compiled;
  const law = lawOn(compiled, today);
  const search = newSearch(law.graph, ruleEnd(table.rules.length));
  const settled: (Brief | undefined)[] = [];
  const situations = newSituationIndex(law.factOrder.length, MOST_SITUATIONS);
  const found: (Brief | undefined)[] = [];
  const briefs = new Map<string, Brief>();
  const several = newSeveral(table, law, search, briefs);
  return (values) => {
    const ref = follow(law.graph, law.roots.outcome, values);
    return isEnd(ref) ? settledBy(terminalOf(ref)) : remembered(values);
  };

  function settledBy(end: number): Brief | undefined {
    if (end === IMPOSSIBLE) return undefined;
    settled[end] ??= briefFor(table, [table.rules[ruleIndex(end)] as Rule], []);
    return settled[end];
  }

  function remembered(values: Int16Array): Brief | undefined {
    if (situations.size === MOST_SITUATIONS || briefs.size >= MOST_BRIEFS) {
      situations.clear();
      briefs.clear();
      found.length = 0;
    }
    const met = situations.size;
    const number = situations.numberOf(values);
    if (number === met) {
      const end = onlyEnd(search, law.roots.outcome, values);
      found[number] = end === SEVERAL ? several(values) : settledBy(end);
    }
    return found[number];
  }
}

function briefFor(table: Table, possible: readonly Rule[], open: readonly string[]): Brief {
  const verdict = commonVerdict(possible);
  const { deadlines } = planFor(table, possible, verdict);
  const rule = possible.length === 1 ? possible[0] : undefined;
  return { verdict, rule, headline: commonHeadline(possible), deadlines, open };
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

/** The brief after a search that came to several rules: the same of `briefs` wherever it says the same. */
function newSeveral(table: Table, law: Law, search: Search, briefs: Map<string, Brief>): (values: Int16Array) => Brief {
  const byRule = Int32Array.from({ length: ruleEnd(table.rules.length) }, (_, end) => end);
  const verdicts = Object.keys(VERDICTS);
  const byVerdict = byRule.map((end) => verdicts.indexOf(table.rules[ruleIndex(end)]?.verdict ?? ""));
  const findOpen = newOpen(table, law, search);
  return (values) => {
    const possible = table.rules.filter((_, index) => search.isReached(ruleEnd(index)));
    search.findMattering(commonVerdict(possible) === "cannot-say" ? byVerdict : byRule, IMPOSSIBLE);
    const brief = briefFor(table, possible, findOpen(values));
    const told = JSON.stringify(brief);
    const known = briefs.get(told) ?? brief;
    briefs.set(told, known);
    return known;
  };
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
