import type { Situation } from "../../src/diagram/graph.js";
import type { CompiledTable } from "../../src/index.js";
import type { Law } from "../../src/table/compile.js";
import { pathsByEdge } from "../diagram/paths.js";
import type { Facts } from "../table/small-tables.js";

/** For every edge of a law's diagram a case that takes it, with no more facts than that needs. */
export function casesByEdge(compiled: CompiledTable, law: Law): Facts[] {
  return [...pathsByEdge(law.graph, law.roots.outcome)].map((situation) => factsOf(compiled, law, situation));
}

export function factsOf({ table }: CompiledTable, { factOrder }: Law, situation: Situation): Facts {
  const stated = factOrder.flatMap((id, variable) => {
    const value = situation[variable];
    return value === undefined ? [] : [[id, Object.keys(table.facts[id]?.values ?? {})[value] as string]];
  });
  return Object.fromEntries(stated);
}
