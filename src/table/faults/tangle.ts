import type { ForestFull } from "../../diagram/forest.js";
import type { Fault } from "../fault.js";
import type { Table } from "../table.js";

/** Why a table is too large for an exact answer: the facts that most nodes of its diagram test. */
export function tangleFault(table: Table, { forest }: ForestFull): Fault {
  const facts = Object.keys(table.facts);
  const nodes = facts.map(() => 0);
  for (const variable of forest.variable.subarray(0, forest.nodes)) nodes[variable] = (nodes[variable] ?? 0) + 1;
  const busiest = facts.map((id, index) => ({ id, nodes: nodes[index] as number })).sort((a, b) => b.nodes - a.nodes);
  const named = busiest.slice(0, 4).map(({ id }) => `\`${id}\``);
  return {
    code: "OT306",
    path: ["rules"],
    part: "key",
    message: `the rules tangle: deciding exactly would take more than ${forest.limit.toLocaleString("en-GB")} nodes, most of them about ${named.join(", ")}`,
    help: "split the rules by kind of paper first, or draw a finding from these facts and test that",
  };
}
