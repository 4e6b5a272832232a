import type { Situation } from "../diagram/graph.js";
import { witness } from "../diagram/region.js";
import type { Situations } from "./fault.js";

/** One of the situations as the facts of a case file; whatever is not mentioned may be anything. */
export function exampleText({ draft, region }: Situations): string {
  const situation = witness(draft.forest, region) as Situation;
  const stated = Object.entries(draft.table.facts).flatMap(([id, { values }]) => {
    const value = situation[draft.factOrder.indexOf(id)];
    return value === undefined ? [] : [`${id}: ${Object.keys(values)[value]}`];
  });
  return `{ ${stated.join(", ")} }`;
}
