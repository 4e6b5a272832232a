// The library: a table is compiled once, then each case is a walk down its diagram.
import { loadTable, newDecider, problemText } from "../../dist/index.cjs";

export const name = "order-triage";

/** The day whose law is applied; the table has one law for all days. */
const DAY = "2026-01-01";

export function prepare(table) {
  const loaded = loadTable({ name: "table.json", text: JSON.stringify(table) });
  if (!loaded.ok) throw new Error(loaded.problems.map((problem) => problemText(problem)).join("\n"));
  const decide = newDecider(loaded.value, DAY);
  return (facts) => decide(facts).id;
}
