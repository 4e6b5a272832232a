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
  /** Its law on every day, whether of all days at once or of each. */
  readonly laws: readonly Draft[];
  /** A law for each choice of the table's parts that is law at some time, today's first. */
  readonly eachDay: () => readonly Draft[];
}

/**
 * @param laws its law on every day
 * @throws ForestFull when the table is too tangled
 */
export function auditedTable(
  table: Table,
  today: string,
  laws: readonly Draft[] = [draftLaw(table, ...daysOfLaw(table, today))],
): Audited {
  let drafts: readonly Draft[] | undefined;
  const eachDay = (): readonly Draft[] => {
    drafts ??= daysOfLaw(table, today).map((day) => draftLaw(table, day));
    return drafts;
  };
  return { table, today, laws, eachDay };
}

/** The situations of the first day that has any. */
export function firstExtent({ laws, eachDay }: Audited, region: (law: Draft) => Ref): Extent | undefined {
  if (laws.every((law) => region(law) === end(NO))) return undefined;
  const law = eachDay().find((one) => region(one) !== end(NO));
  return law && extentOf(law, region(law));
}

/** Where the condition of a rule, told by its position, holds among the situations that can exist. */
export function appliesIn({ forest, possible, applies }: Draft, index: number): Ref {
  return and(forest, possible, applies[index] as Ref);
}
