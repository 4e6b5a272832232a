/** One of the queries that an expression is put together from. */
export interface Step {
  readonly name: string;
  readonly columns: readonly string[];
}

export function select(columns: readonly string[], from: string): string {
  return `SELECT\n  ${columns.join(",\n  ")}\nFROM ${from}`;
}
