import { end, NO, type Ref } from "../diagram/graph.js";
import { and } from "../diagram/logic.js";
import { type DayDraft, draftLaw } from "../table/compile.js";
import { daysOfLaw, inForce } from "../table/in-force.js";
import type { Table } from "../table/table.js";
import { type Extent, extentOf } from "./extent.js";

/** A table without an error, with its law for every day. */
export interface Audited {
  readonly table: Table;
  /** The day of the audit, as YYYY-MM-DD. */
  readonly today: string;
  /** Today's law first. */
  readonly laws: readonly DayLaw[];
}

/** The law of a period, on one day of it. */
export interface DayLaw extends DayDraft {
  /** Where each rule's own condition holds among the situations that can exist, by position. */
  readonly applies: readonly Ref[];
}

/** @throws ForestFull when the table is too tangled */
export function auditedTable(table: Table, today: string): Audited {
  return { table, today, laws: daysOfLaw(table, today).map((day) => lawOfDay(table, day)) };
}

/** The situations of the first law that has any. */
export function firstExtent({ table, laws }: Audited, region: (law: DayLaw) => Ref): Extent | undefined {
  const law = laws.find((one) => region(one) !== end(NO));
  return law && extentOf(table, law, region(law));
}

function lawOfDay(table: Table, day: string): DayLaw {
  const draft = draftLaw(table, day);
  const applies = table.rules.map((rule) =>
    inForce(rule, day) ? and(draft.forest, draft.possible, draft.condition(rule.when)) : end(NO),
  );
  return { day, draft, applies };
}
