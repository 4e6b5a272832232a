import type { Fault } from "../fault.js";
import { circle } from "../overrides.js";
import type { Table } from "../table.js";
import { findAlwaysSoFaults } from "./always-so.js";
import { tellDangling } from "./dangling.js";
import { danglingIds } from "./dangling-ids.js";
import { danglingTests } from "./dangling-tests.js";
import { findPaperFaults } from "./papers.js";
import { findPresumptionFaults } from "./presumptions.js";
import { findRepeatedIds } from "./repeated-ids.js";
import { findReservedIds } from "./reserved-ids.js";

/** Everything that names something by id which is not there, or not there yet, and every id that cannot be. */
export function findReferenceFaults(table: Table): Fault[] {
  return [
    ...tellDangling(table, [...danglingTests(table), ...danglingIds(table)]),
    ...findRepeatedIds(table),
    ...findReservedIds(table),
    ...findPresumptionFaults(table),
    ...findPaperFaults(table),
    ...findAlwaysSoFaults(table),
    ...circleFault(table),
  ];
}

function circleFault(table: Table): Fault[] {
  const chain = circle(table.rules);
  if (chain === undefined) return [];
  const index = table.rules.findIndex(({ id }) => id === chain[0]);
  const message = `rules override one another in a circle: ${chain.map((id) => `\`${id}\``).join(" gives way to ")}`;
  return [
    {
      code: "OT305",
      path: ["rules", index, "overrides"],
      part: "key",
      message,
      help: "take one of them out, so that one rule wins",
    },
  ];
}
