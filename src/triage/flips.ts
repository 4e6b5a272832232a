import type { Situation } from "../diagram/graph.js";
import type { Law } from "../table/compile.js";
import type { CompiledTable } from "../table/compiled.js";
import type { Verdict } from "../table/verdict.js";
import { commonVerdict, type Outcome, outcomes } from "./outcomes.js";

/** What would change the verdict if only this stated fact were otherwise. */
export interface Flip {
  readonly fact: string;
  readonly outcomes: readonly Outcome[];
}

/** Every single stated fact that would change the verdict, and to what. */
export function findFlips(compiled: CompiledTable, law: Law, situation: Situation, verdict: Verdict): Flip[] {
  const stated = Object.keys(compiled.table.facts).filter((id) => situation[law.factOrder.indexOf(id)] !== undefined);
  return stated.flatMap((fact) => {
    const all = outcomes(compiled, law, situation, fact, (rule) => rule.verdict);
    const others = all.filter(({ rules }) => commonVerdict(rules) !== verdict);
    return others.length === 0 ? [] : [{ fact, outcomes: others }];
  });
}
