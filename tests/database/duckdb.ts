import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";

/** What the expression gives for a row. */
export interface Answer {
  readonly verdict: string | null;
  readonly rule: string | null;
  readonly exit_code: number;
  readonly error: string | null;
}

export type Row = Readonly<Record<string, string | null>>;

export interface Database {
  /** What an expression says of these rows, in their order. A fact that a row does not have is null. */
  readonly assess: (sql: string, facts: readonly string[], rows: readonly Row[]) => Promise<Answer[]>;
  readonly run: (sql: string) => Promise<Record<string, unknown>[]>;
}

/** A real DuckDB, in memory. */
export async function openDuckdb(): Promise<Database> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  const run = async (sql: string) => (await connection.runAndReadAll(sql)).getRowObjectsJson();
  return {
    run,
    assess: async (sql, facts, rows) => {
      await fill(connection, facts, rows);
      return (await run(`SELECT * EXCLUDE (case_id) FROM (\n${sql}) ORDER BY case_id`)) as unknown as Answer[];
    },
  };
}

async function fill(connection: DuckDBConnection, facts: readonly string[], rows: readonly Row[]): Promise<void> {
  await connection.run(
    `CREATE OR REPLACE TABLE cases (case_id INTEGER, ${facts.map((id) => `"${id}" VARCHAR`).join(", ")})`,
  );
  const appender = await connection.createAppender("cases");
  rows.forEach((row, index) => {
    appender.appendInteger(index);
    for (const id of facts) append(row[id] ?? null);
    appender.endRow();
  });
  appender.closeSync();

  function append(value: string | null): void {
    if (value === null) appender.appendNull();
    else appender.appendVarchar(value);
  }
}
