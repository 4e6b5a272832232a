import { count } from "../diagram/count.js";
import type { Ref } from "../diagram/graph.js";
import type { Draft } from "../table/compile.js";
import type { Rule, Table } from "../table/table.js";

/** A rule for whatever its special rules leave over. */
export interface GeneralRule {
  readonly id: string;
  /** How many situations it still decides. */
  readonly decides: bigint;
}

/** The general rules of a table, with how far they reach under the law of a day. */
export function findGeneralRules({ table, forest, decides }: Draft): GeneralRule[] {
  const general = generalRules(table);
  return table.rules.flatMap((rule, index) =>
    general.includes(rule) ? [{ id: rule.id, decides: count(forest, decides[index] as Ref) }] : [],
  );
}

/** The rules that only refer and that others override by name. */
export function generalRules({ rules }: Table): Rule[] {
  const overridden = new Set(rules.flatMap(({ overrides }) => overrides));
  return rules.filter(({ id, verdict }) => verdict === "refer" && overridden.has(id));
}
