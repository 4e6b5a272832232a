import { end, NO, type Ref } from "../diagram/graph.js";
import { and } from "../diagram/logic.js";
import { type Draft, draftLaw } from "../table/compile.js";
import { daysOfLaw } from "../table/in-force.js";
import type { Table } from "../table/table.js";
import { type Extent, extentOf } from "./extent.js";

/** A table without an error, with its law for every day. */
export interface Audited {
  readonly table: Table;
  /** The day of the audit, as YYYY-MM-DD. */
  readonly today: string;
  /** A law for each choice of the table's parts that is law at some time, today's first. */
  readonly laws: readonly Draft[];
}

/** @throws ForestFull when the table is too tangled */
export function auditedTable(table: Table, today: string): Audited {
  return { table, today, laws: daysOfLaw(table, today).map((day) => draftLaw(table, day)) };
}

/** The situations of the first law that has any. */
export function firstExtent({ laws }: Audited, region: (law: Draft) => Ref): Extent | undefined {
  const law = laws.find((one) => region(one) !== end(NO));
  return law && extentOf(law, region(law));
}

/** Where the condition of a rule, told by its position, holds among the situations that can exist. */
export function appliesIn({ forest, possible, applies }: Draft, index: number): Ref {
  return and(forest, possible, applies[index] as Ref);
}
