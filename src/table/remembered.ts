import type { Table } from "./table.js";

/** The same work, done once for each part of a table: one table answers many cases, and each asks for it again. */
export function remembered<Part extends object, Result>(
  work: (table: Table, part: Part) => Result,
): (table: Table, part: Part) => Result {
  const known = new WeakMap<Table, Map<Part, Result>>();
  return (table, part) => {
    const results = known.get(table) ?? new Map<Part, Result>();
    known.set(table, results);
    const result = results.get(part) ?? work(table, part);
    results.set(part, result);
    return result;
  };
}
