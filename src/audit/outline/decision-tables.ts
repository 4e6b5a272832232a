import { end, NO, type Ref } from "../../diagram/graph.js";
import { and } from "../../diagram/logic.js";
import { type Box, boxes } from "../../diagram/region.js";
import type { Draft } from "../../table/compile.js";
import type { Rule } from "../../table/table.js";
import { groupRules } from "./kinds.js";

/** The rules for one kind of answer to the table's first question, as rows of answers. */
export interface DecisionTable {
  /** Of the first fact; they are never none. */
  readonly values: readonly string[];
  /** The facts that make a difference there, in the order of the table, the first of them all included. */
  readonly facts: readonly string[];
  /** In the order of the rules. */
  readonly rows: readonly DecisionRow[];
}

/**
 * Some situations in which a rule decides. Rows of other rules share no situation with it, rows of its own may; none
 * has a situation that cannot exist. So a rule can still decide exactly if one of its rows has, for each fact that is
 * known, that value.
 */
interface DecisionRow {
  readonly rule: Rule;
  /** The values that facts may have; a fact that is not named may have any. */
  readonly answers: Readonly<Record<string, readonly string[]>>;
}

/** A table's law on one day as decision tables, one for each kind of answer to its first question. */
export function decisionTables(draft: Draft): DecisionTable[] {
  const kinds = groupRules(draft, Number.POSITIVE_INFINITY);
  return kinds.flatMap(({ given: [first], where }) =>
    first?.values === undefined ? [] : [decisionTable(draft, first.values, where)],
  );
}

function decisionTable(draft: Draft, values: readonly string[], where: Ref): DecisionTable {
  const { table, forest, decides } = draft;
  const rows = table.rules.flatMap((rule, index) => {
    const region = and(forest, where, decides[index] ?? end(NO));
    return boxes(forest, region).map((box) => ({ rule, answers: answersIn(draft, box) }));
  });
  const [first] = Object.keys(table.facts);
  const isTested = (fact: string): boolean => fact === first || rows.some(({ answers }) => fact in answers);
  return { values, rows, facts: Object.keys(table.facts).filter(isTested) };
}

function answersIn({ table, factOrder }: Draft, box: Box): DecisionRow["answers"] {
  const pairs = factOrder.flatMap((fact, variable) => {
    const among = box[variable];
    const values = Object.keys(table.facts[fact]?.values ?? {});
    return among === undefined ? [] : [[fact, values.filter((_, value) => among.has(value))] as const];
  });
  return Object.fromEntries(pairs);
}
