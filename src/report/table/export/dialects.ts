/** The databases for which a table can be written in SQL, and what they are called. */
export const DIALECTS = {
  duckdb: "DuckDB",
  postgresql: "PostgreSQL",
  sqlite: "SQLite",
  mariadb: "MariaDB",
  clickhouse: "ClickHouse",
} as const;

export type DialectName = keyof typeof DIALECTS;
export const USUAL_DIALECT: DialectName = "duckdb";
