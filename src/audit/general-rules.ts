import { count } from "../diagram/count.js";
import type { Ref } from "../diagram/graph.js";
import { draftLaw } from "../table/compile.js";
import type { Table } from "../table/table.js";

/** A rule for whatever its special rules leave over. */
export interface GeneralRule {
  readonly id: string;
  /** How many situations it still decides. */
  readonly decides: bigint;
}

/** The rules that only refer and that others override by name, with how far they reach under the law of a day. */
export function findGeneralRules(table: Table, day: string): GeneralRule[] {
  const { forest, decides } = draftLaw(table, day);
  const overridden = new Set(table.rules.flatMap(({ overrides }) => overrides));
  return table.rules.flatMap(({ id, verdict }, index) =>
    verdict === "refer" && overridden.has(id) ? [{ id, decides: count(forest, decides[index] as Ref) }] : [],
  );
}
