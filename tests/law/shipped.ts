import { readFileSync } from "node:fs";
import { type CompiledTable, loadTable } from "../../src/index.js";

/** The table that comes with the program. */
export function shippedTable(): CompiledTable {
  const loaded = loadTable({ name: "rules.yaml", text: readFileSync("rules.yaml", "utf8") });
  if (!loaded.ok) throw new Error(loaded.problems.map(({ message }) => message).join("\n"));
  return loaded.value;
}
