import type { TableReport } from "../../report/report.js";
import type { DialectName } from "../../report/table/export/dialects.js";
import { reportTable } from "../../report/table/report.js";
import { version } from "../../version.js";
import type { OpenTable } from "../open-table.js";
import { type Answered, answered } from "../outcome.js";

/** Puts a whole table into words, to be read and signed off, or for a database, under the law of a day, written YYYY-MM-DD. */
export function printTable({ file, compiled }: OpenTable, asOf: string, dialect?: DialectName): Answered<TableReport> {
  return answered(reportTable(compiled, { file, asOf, tool: version }, dialect));
}
