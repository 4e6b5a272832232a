import { findFlaws } from "../../audit/flaws.js";
import { findGeneralRules } from "../../audit/general-rules.js";
import { findHeldBack } from "../../audit/held-back.js";
import type { CheckDetails, TableSize } from "../../report/check/data.js";
import { reportCheck } from "../../report/check/report.js";
import { EXIT } from "../../report/exit-code.js";
import type { CheckReport } from "../../report/report.js";
import { stampOf } from "../../report/table/stamp.js";
import { digestOf } from "../../source/digest.js";
import { draftLaw, situations } from "../../table/compile.js";
import { type Examined, examineTable } from "../../table/load.js";
import type { Table } from "../../table/table.js";
import { version } from "../../version.js";
import type { Io } from "../io.js";
import { readRules } from "../open-table.js";
import { answered, type Outcome } from "../outcome.js";

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
export async function checkRules(io: Io, { path, asOf, strict, verbose }: CheckOptions): Promise<Outcome<CheckReport>> {
  const text = await readRules(io, path);
  if (!text.ok) return text;
  const start = io.clock();
  const examined = examineTable(text.value, asOf);
  const flaws = findFlaws(examined, asOf, io.today);
  const heldBack =
    examined.kind === "sound" ? findHeldBack(examined.compiled, draftLaw(examined.table, asOf)) : undefined;
  const milliseconds = io.clock() - start;
  const table = examined.kind === "unreadable" ? undefined : examined.table;
  const digest = examined.kind === "sound" ? examined.compiled.digest : digestOf(text.value);
  const report = reportCheck({
    stamp: stampOf(text.value.name, table, digest),
    version,
    asOf,
    flaws,
    isUsable: examined.kind === "sound",
    ...(table === undefined ? {} : { size: sizeOf(table) }),
    heldBack,
    ...(verbose ? { details: detailsOf(examined, asOf, milliseconds) } : {}),
  });
  const fails = strict ? flaws.length > 0 : flaws.some(({ problem }) => problem.severity === "error");
  return answered(report, fails ? EXIT.checkFailed : EXIT.ok);
}

function sizeOf(table: Table): TableSize {
  return { rules: table.rules.length, facts: Object.keys(table.facts).length, situations: situations(table) };
}

function detailsOf(examined: Examined, asOf: string, milliseconds: number): CheckDetails {
  if (examined.kind !== "sound") return { milliseconds, periods: [], generalRules: [] };
  const { compiled, table } = examined;
  const periods = compiled.laws.map(({ from, law }) => ({ from, nodes: law.graph.variable.length }));
  return { milliseconds, periods, generalRules: findGeneralRules(draftLaw(table, asOf)) };
}
