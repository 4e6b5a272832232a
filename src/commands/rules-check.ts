import { auditTable } from "../audit/audits.js";
import { describeErrors } from "../audit/broken-law.js";
import type { Flaw } from "../audit/flaw.js";
import { findGeneralRules } from "../audit/general-rules.js";
import type { CheckDetails, TableSize } from "../report/check-data.js";
import { reportCheck } from "../report/check-report.js";
import { stampOf } from "../report/table-stamp.js";
import type { Problem } from "../source/problem.js";
import { readDocument } from "../source/read.js";
import type { SourceText } from "../source/text.js";
import { situations } from "../table/compile.js";
import type { CompiledTable } from "../table/compiled.js";
import { digestOf, loadPlacedTable } from "../table/load.js";
import { findShapeFaults } from "../table/shape.js";
import type { Table } from "../table/table.js";
import { version } from "../version.js";
import { EXIT } from "./exit-code.js";
import type { Io } from "./io.js";
import { readRules } from "./open-table.js";
import type { Outcome } from "./outcome.js";

export interface CheckOptions {
  /** The table's file, `-` for standard input; absent for the built-in table. */
  readonly path: string | undefined;
  /** The day by which reviews have to be done, and whose law is told first, as YYYY-MM-DD. */
  readonly asOf: string;
  /** Lets warnings fail. */
  readonly strict: boolean;
  readonly verbose: boolean;
}

/** Checks a table: its errors, or, where it has none, whatever is doubtful about it. */
export async function checkRules(io: Io, { path, asOf, strict, verbose }: CheckOptions): Promise<Outcome> {
  const text = await readRules(io, path);
  if (!text.ok) return text.failure;
  const start = io.clock();
  const { flaws, table, compiled } = check(text.value, asOf, io.today);
  const milliseconds = io.clock() - start;
  const report = reportCheck({
    stamp: stampOf(text.value.name, table, digestOf(text.value)),
    version,
    asOf,
    flaws,
    isUsable: compiled !== undefined,
    ...(table === undefined ? {} : { size: sizeOf(table) }),
    ...(verbose ? { details: detailsOf(compiled, asOf, milliseconds) } : {}),
  });
  const fails = strict ? flaws.length > 0 : flaws.some(({ problem }) => problem.severity === "error");
  return { kind: "answered", report, exitCode: fails ? EXIT.checkFailed : EXIT.ok, remarks: [] };
}

interface Checked {
  readonly flaws: readonly Flaw[];
  /** Absent where the file is no table. */
  readonly table?: Table;
  /** Absent where the table has errors. */
  readonly compiled?: CompiledTable;
}

function check(source: SourceText, asOf: string, today: string): Checked {
  const loaded = loadPlacedTable(source);
  if (!loaded.ok) return withErrors(source, loaded.problems, asOf);
  const { compiled } = loaded.value;
  return { flaws: auditTable(loaded.value, asOf, today), table: compiled.table, compiled };
}

function withErrors(source: SourceText, problems: readonly Problem[], asOf: string): Checked {
  const document = readDocument(source);
  if (!document.ok) return { flaws: problems.map((problem) => ({ problem })) };
  const flaws = describeErrors(document.value, problems, asOf);
  const shaped = findShapeFaults(document.value.value);
  return shaped.ok ? { flaws, table: shaped.table } : { flaws };
}

function sizeOf(table: Table): TableSize {
  return { rules: table.rules.length, facts: Object.keys(table.facts).length, situations: situations(table) };
}

function detailsOf(compiled: CompiledTable | undefined, asOf: string, milliseconds: number): CheckDetails {
  return {
    milliseconds,
    periods: compiled?.laws.map(({ from, law }) => ({ from, nodes: law.graph.variable.length })) ?? [],
    generalRules: compiled === undefined ? [] : findGeneralRules(compiled.table, asOf),
  };
}
