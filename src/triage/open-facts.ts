import { newForest } from "../diagram/forest.js";
import type { Knowledge } from "../diagram/graph.js";
import { narrow, support } from "../diagram/narrow.js";
import { IMPOSSIBLE, type Law, ruleEnd, ruleIndex } from "../table/compile.js";
import type { CompiledTable } from "../table/compiled.js";
import type { Rule } from "../table/table.js";
import type { Verdict } from "../table/verdict.js";
import { type Outcome, outcomes } from "./outcomes.js";
import { isCertain } from "./situation.js";

/** An unknown fact that matters, and what each answer would lead to. */
export interface OpenFact {
  readonly fact: string;
  readonly outcomes: readonly Outcome[];
}

/**
 * The unknown facts on which the verdict still depends or, where the verdict is settled, the deciding rule. Those
 * that can be asked now stand alone; where every one waits for another answer, all are given.
 */
export function findOpenFacts(compiled: CompiledTable, law: Law, situation: Knowledge, verdict: Verdict): OpenFact[] {
  const tell = verdict === "cannot-say" ? (rule: Rule): string => rule.verdict : (rule: Rule): string => rule.id;
  const mattering = factsThatMatter(compiled, law, situation, tell);
  const askable = mattering.filter((id) => isAsked(law, id, situation));
  return (askable.length > 0 ? askable : mattering).map((fact) => ({
    fact,
    outcomes: outcomes(compiled, law, situation, fact, tell),
  }));
}

/** In the table's order. */
function factsThatMatter(
  { table }: CompiledTable,
  law: Law,
  situation: Knowledge,
  tell: (rule: Rule) => string,
): string[] {
  const firstAlike = (end: number): number => {
    const told = tell(table.rules[ruleIndex(end)] as Rule);
    return ruleEnd(table.rules.findIndex((rule) => tell(rule) === told));
  };
  const forest = newForest(law.graph.space);
  const rest = narrow(forest, law.graph, law.roots.outcome, situation, firstAlike, IMPOSSIBLE);
  const facts = support(forest, rest).map((variable) => law.factOrder[variable]);
  return Object.keys(table.facts).filter((id) => facts.includes(id));
}

function isAsked(law: Law, id: string, situation: Knowledge): boolean {
  const root = law.roots.asked[id];
  return root === undefined || isCertain(law, root, situation);
}
