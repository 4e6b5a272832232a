import { type Knowledge, NO, type Ref, YES } from "../diagram/graph.js";
import { canReach, reachable, walk } from "../diagram/walk.js";
import { IMPOSSIBLE, type Law, ruleIndex } from "../table/compile.js";
import type { CompiledTable } from "../table/compiled.js";
import type { Rule, Table } from "../table/table.js";
import type { Case } from "./case.js";

/** Facts that are wholly known or not at all. */
export type Facts = Readonly<Record<string, string>>;

/**
 * What is known of the facts of a case, as values of the diagram's variables. A judgement of which nothing is said has
 * not been made yet.
 */
export function situationOf(
  compiled: { readonly table: Table },
  law: { readonly factOrder: readonly string[] },
  facts: Case["facts"],
): Knowledge {
  return statedSituation(compiled, law, { ...facts, ...notWeighed(compiled.table, facts) });
}

function notWeighed(table: Table, facts: Case["facts"]): Facts {
  return Object.fromEntries(
    Object.entries(table.facts).flatMap(([id, { "not-weighed": value }]) =>
      value === undefined || facts[id] !== undefined ? [] : [[id, value]],
    ),
  );
}

/** The same with nothing but what is stated. */
export function statedSituation(
  { table }: { readonly table: Table },
  { factOrder }: { readonly factOrder: readonly string[] },
  facts: Case["facts"],
): Knowledge {
  return factOrder.map((id) => {
    const known = facts[id];
    if (known === undefined) return undefined;
    const values = Object.keys(table.facts[id]?.values ?? {});
    return typeof known === "string" ? values.indexOf(known) : new Set(known.map((value) => values.indexOf(value)));
  });
}

/** Whether a condition holds whatever the unknown facts are. */
export function isCertain({ graph }: Law, root: Ref, knowledge: Knowledge): boolean {
  return !canReach(graph, root, knowledge, NO) && canReach(graph, root, knowledge, YES);
}

/** The rules that can still decide, in the table's order; none where the facts cannot all be true. */
export function possibleRules({ table }: CompiledTable, law: Law, knowledge: Knowledge): Rule[] {
  const only = walk(law.graph, law.roots.outcome, knowledge);
  const ends =
    only === undefined ? [...reachable(law.graph, law.roots.outcome, knowledge)].sort((a, b) => a - b) : [only];
  return ends.filter((end) => end !== IMPOSSIBLE).map((end) => table.rules[ruleIndex(end)] as Rule);
}

/** The ids under which a condition certainly holds. */
export function certainIds(law: Law, roots: Readonly<Record<string, Ref>>, knowledge: Knowledge): string[] {
  return Object.keys(roots).filter((id) => isCertain(law, roots[id] as Ref, knowledge));
}
