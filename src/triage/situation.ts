import type { Situation } from "../diagram/graph.js";
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

/** The rules that can still decide, in the table's order; none where the facts cannot all be true. */
export function possibleRules({ table }: CompiledTable, law: Law, situation: Situation): Rule[] {
  const only = walk(law.graph, law.roots.outcome, situation);
  const ends =
    only === undefined ? [...reachable(law.graph, law.roots.outcome, situation)].sort((a, b) => a - b) : [only];
  return ends.filter((end) => end !== IMPOSSIBLE).map((end) => table.rules[ruleIndex(end)] as Rule);
}
