import { reportTable, type TableReport } from "../report/table/report.js";
import { type SqlTable, sqlTable } from "../report/table/sql.js";
import { version } from "../version.js";
import { EXIT } from "./exit-code.js";
import type { OpenTable } from "./open-table.js";
import type { Answered } from "./outcome.js";

/** A table to be printed: in words, as the document that formats with links and pictures are made of, and as SQL. */
export interface PrintedTable extends TableReport {
  readonly sql: () => SqlTable;
}

/** Puts a whole table into words, to be read and signed off, under the law of a day, written YYYY-MM-DD. */
export function printTable(table: OpenTable, asOf: string): Answered & { readonly report: PrintedTable } {
  const { file, compiled } = table;
  const report = { ...reportTable(compiled, { file, asOf, tool: version }), sql: () => tableForSql(table, asOf) };
  return { kind: "answered", report, exitCode: EXIT.ok, remarks: [] };
}

/** The same law for a database to work out. */
export function tableForSql({ file, compiled }: OpenTable, asOf: string): SqlTable {
  return sqlTable(compiled, { file, asOf, tool: version }, EXIT.badInput);
}
