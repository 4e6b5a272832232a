import type { TableDocument } from "../report/table-document.js";
import { reportTable } from "../report/table-report.js";
import { type SqlTable, sqlTable } from "../report/table-sql.js";
import type { CompiledTable } from "../table/compiled.js";
import { version } from "../version.js";
import { EXIT } from "./exit-code.js";
import type { Outcome } from "./outcome.js";

/** What there is to print, and the document that formats with links and pictures are made of. */
export interface PrintedTable {
  readonly outcome: Outcome;
  readonly document: TableDocument;
}

/** Puts a whole table into words, to be read and signed off, under the law of a day, written YYYY-MM-DD. */
export function printTable(compiled: CompiledTable, asOf: string): PrintedTable {
  const { document, ...report } = reportTable(compiled, asOf, version);
  return { outcome: { kind: "answered", report, exitCode: EXIT.ok, remarks: [] }, document };
}

/** The same law for a database to work out. */
export function tableForSql(compiled: CompiledTable, asOf: string): SqlTable {
  return sqlTable(compiled, asOf, version, EXIT.badInput);
}
