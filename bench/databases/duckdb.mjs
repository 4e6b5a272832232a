import { DuckDBInstance } from "@duckdb/node-api";

/** DuckDB within this process, in memory. */
export async function openDatabase() {
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  return {
    pids: [process.pid],
    looseText: "VARCHAR COLLATE NOCASE.NOACCENT",
    run: (sql) => connection.run(sql),
    load: (path) => connection.run(`COPY cases FROM '${path}' (FORMAT csv, HEADER true)`),
    save: (sql, path) =>
      connection.run(`COPY (${sql}) TO '${path}' (FORMAT csv, DELIMITER '\t', HEADER false, QUOTE '')`),
    close: () => connection.closeSync(),
  };
}
