import { type Ref, YES } from "../diagram/graph.js";
import { newSearch, type Search } from "../diagram/search.js";
import { IMPOSSIBLE, type Law, ruleEnd, ruleIndex } from "../table/compile.js";
import { type CompiledTable, lawOn } from "../table/compiled.js";
import type { Rule, Table } from "../table/table.js";
import { VERDICTS, type Verdict } from "../table/verdict.js";
import { commonVerdict } from "./outcomes.js";
import { planFor } from "./plan.js";

/** The part of a decision that is quick to come by. Cases that come to the same are commonly given the same object. */
export interface Brief {
  readonly verdict: Verdict;
  readonly possible: readonly Rule[];
  /** By id, as in a decision. */
  readonly deadlines: readonly string[];
  readonly open: readonly string[];
}

/** What the law says about values of its variables, below zero where unknown; nothing where they contradict each other. */
export type Briefing = (values: Int16Array) => Brief | undefined;

/** The law of a day, ready for many cases. */
export function newBriefing(compiled: CompiledTable, today: string): Briefing {
  const { table } = compiled;
  const law = lawOn(compiled, today);
  const search = newSearch(law.graph, ruleEnd(table.rules.length));
  const briefs = newBriefs(table, law);
  const several = newSeveral(table, law, search, briefs);
  const settled: (Brief | undefined)[] = [];
  return (values) => {
    const end = onlyEnd(search, law.roots.outcome, values);
    if (end === IMPOSSIBLE) return undefined;
    if (end === SEVERAL) return several(values);
    settled[end] ??= briefs([end], []);
    return settled[end];
  };
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

type Briefs = (ends: readonly number[], open: readonly number[]) => Brief;

/** How many briefs are kept for rules that can still decide and variables that are open. */
const MOST_KEPT = 10_000;

/** The brief for rules that can still decide and variables that are open. */
function newBriefs(table: Table, { factOrder }: Law): Briefs {
  const kept = new Map<string, Brief>();
  return (ends, open) => {
    const key = String.fromCharCode(...ends, 0, ...open);
    const known = kept.get(key);
    if (known !== undefined) return known;
    if (kept.size >= MOST_KEPT) kept.clear();
    const possible = ends.map((end) => table.rules[ruleIndex(end)] as Rule);
    const verdict = commonVerdict(possible);
    const { deadlines } = planFor(table, possible, verdict);
    const brief = { verdict, possible, deadlines, open: open.map((variable) => factOrder[variable] as string) };
    kept.set(key, brief);
    return brief;
  };
}

/** The brief after a search that came to several rules. */
function newSeveral(table: Table, law: Law, search: Search, briefs: Briefs): (values: Int16Array) => Brief {
  const verdicts = Object.keys(VERDICTS);
  const verdictAt = Int32Array.from({ length: ruleEnd(table.rules.length) }, (_, end) =>
    verdicts.indexOf(table.rules[ruleIndex(end)]?.verdict ?? ""),
  );
  const itself = verdictAt.map((_, end) => end);
  const open = newOpen(table, law, search);
  return (values) => {
    const ends = inOrder(search.ends, search.endCount, itself).filter((end) => end !== IMPOSSIBLE);
    const isAgreed = ends.every((end) => verdictAt[end] === verdictAt[ends[0] as number]);
    search.findMattering(isAgreed ? itself : verdictAt, IMPOSSIBLE);
    return briefs(ends, open(values));
  };
}

/** The open variables, as `findOpenFacts` has them, after the mattering ones were found. */
function newOpen(table: Table, law: Law, search: Search): (values: Int16Array) => number[] {
  const rank = Int32Array.from(law.factOrder, (id) => Object.keys(table.facts).indexOf(id));
  const asked = law.factOrder.map((id) => law.roots.asked[id]);
  return (values) => {
    const mattering = inOrder(search.mattering, search.matteringCount, rank);
    const askable = mattering.filter((variable) => isAsked(search, asked[variable], values));
    return askable.length > 0 ? askable : mattering;
  };
}

/** The first so many numbers by rank; they are few. */
function inOrder(numbers: Int32Array, count: number, rank: Int32Array): number[] {
  const sorted: number[] = [];
  for (let index = 0; index < count; index++) {
    const number = numbers[index] as number;
    let at = index;
    for (; at > 0 && (rank[sorted[at - 1] as number] as number) > (rank[number] as number); at--)
      sorted[at] = sorted[at - 1] as number;
    sorted[at] = number;
  }
  return sorted;
}

function isAsked(search: Search, root: Ref | undefined, values: Int16Array): boolean {
  return root === undefined || onlyEnd(search, root, values) === YES;
}
