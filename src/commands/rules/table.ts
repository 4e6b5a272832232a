import type { TableReport } from "../../report/report.js";
import { reportTable } from "../../report/table/report.js";
import { version } from "../../version.js";
import type { OpenTable } from "../open-table.js";
import { type Answered, answered } from "../outcome.js";

/** Puts a whole table into words, to be read and signed off, under the law of a day, written YYYY-MM-DD. */
export function printTable({ file, compiled }: OpenTable, asOf: string): Answered<TableReport> {
  return answered(reportTable(compiled, { file, asOf, tool: version }));
}
