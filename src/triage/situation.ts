import { type Ref, type Situation, YES } from "../diagram/graph.js";
import { reachable, walk } from "../diagram/walk.js";
import { IMPOSSIBLE, type Law, ruleIndex } from "../table/compile.js";
import type { CompiledTable } from "../table/compiled.js";
import type { Rule, Table } from "../table/table.js";

export type Facts = Readonly<Record<string, string>>;

/** The facts of a case as values of the diagram's variables. */
export function situationOf(
  { table }: { readonly table: Table },
  { factOrder }: { readonly factOrder: readonly string[] },
  facts: Facts,
): Situation {
  return factOrder.map((id) => {
    const value = facts[id];
    return value === undefined ? undefined : Object.keys(table.facts[id]?.values ?? {}).indexOf(value);
  });
}

/** Whether a condition holds whatever the unknown facts are. */
export function isCertain({ graph }: Law, root: Ref, situation: Situation): boolean {
  const ends = [...reachable(graph, root, situation)].filter((end) => end !== IMPOSSIBLE);
  return ends.length === 1 && ends[0] === YES;
}

/** The rules that can still decide, in the table's order; none where the facts cannot all be true. */
export function possibleRules({ table }: CompiledTable, law: Law, situation: Situation): Rule[] {
  const only = walk(law.graph, law.roots.outcome, situation);
  const ends =
    only === undefined ? [...reachable(law.graph, law.roots.outcome, situation)].sort((a, b) => a - b) : [only];
  return ends.filter((end) => end !== IMPOSSIBLE).map((end) => table.rules[ruleIndex(end)] as Rule);
}

/** The ids under which a condition certainly holds. */
export function certainIds(law: Law, roots: Readonly<Record<string, Ref>>, situation: Situation): string[] {
  return Object.keys(roots).filter((id) => isCertain(law, roots[id] as Ref, situation));
}
