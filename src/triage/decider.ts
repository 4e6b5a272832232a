import { isEnd, type Ref, terminalOf } from "../diagram/graph.js";
import { layOut } from "../diagram/trail.js";
import { IMPOSSIBLE, ruleIndex } from "../table/compile.js";
import { type CompiledTable, lawOn } from "../table/compiled.js";
import type { Fact, Rule } from "../table/table.js";
import type { Facts } from "./situation.js";

/**
 * The rule that decides a case, or nothing where it takes more to say: where a fact on the way is unknown or is not
 * one that the table knows, or where the facts cannot all be true.
 */
export type Decider = (facts: Facts) => Rule | undefined;

/** The law of a day, written YYYY-MM-DD, for a great many cases: a walk that looks only at the facts on its way. */
export function newDecider(compiled: CompiledTable, day: string): Decider {
  const { rules, facts: known } = compiled.table;
  const { factOrder, graph, roots } = lawOn(compiled, day);
  const positions = factOrder.map((id) => positionsIn(known[id] as Fact));
  // a judgement of which nothing is said has not been made
  const unsaid = factOrder.map((id) => known[id]?.["not-weighed"]);
  const { start, nodes } = layOut(graph, roots.outcome);
  return (facts) => {
    let ref: Ref = start;
    while (!isEnd(ref)) {
      const variable = nodes[ref] as number;
      const value = positions[variable]?.[(facts[factOrder[variable] as string] ?? unsaid[variable]) as string];
      if (value === undefined) return undefined;
      ref = nodes[ref + 1 + value] as Ref;
    }
    const end = terminalOf(ref);
    return end === IMPOSSIBLE ? undefined : rules[ruleIndex(end)];
  };
}

/** Without a prototype, since a value may be called `constructor`. */
function positionsIn({ values }: Fact): Readonly<Record<string, number>> {
  const entries = Object.keys(values).map((id, position) => [id, position] as const);
  return Object.assign(Object.create(null), Object.fromEntries(entries));
}
