import { countEnds, countSpace } from "../diagram/count.js";
import { unlessFull } from "../diagram/forest.js";
import { branches, end, isEnd, NO, type Ref, terminalOf, variableOf } from "../diagram/graph.js";
import { ifThenElse } from "../diagram/logic.js";
import { byValue, nodesBelow } from "../diagram/narrow.js";
import { reachable } from "../diagram/walk.js";
import { type Draft, draftLaw, IMPOSSIBLE, ruleEnd } from "../table/compile.js";
import { choiceOn, type Days, periods } from "../table/in-force.js";
import type { Table } from "../table/table.js";

/**
 * What proves a table to whoever has not the program that made it: every way through its diagram is a box of situations,
 * and the boxes of each rule are all that it decides. The day is asked last, as one more fact.
 */
export interface Certificate {
  /** The first day of each period within which nothing that decides changes; the first has no beginning. */
  readonly from: readonly string[];
  /** In the order in which the nodes ask for them, each with its values in the order of the table. */
  readonly facts: readonly (readonly [id: string, values: readonly string[]])[];
  /**
   * Each after those that it leads to: the number of its fact, that of the period being the next after the facts, and
   * where each value leads: to a node by its number, to rule `r` by `-2 - r`, to `-1` for what cannot exist.
   */
  readonly nodes: readonly (readonly number[])[];
  readonly root: number;
  /** How many situations there are in each period, those included that cannot exist. */
  readonly situations: bigint;
  /** How many of them cannot exist, period by period. */
  readonly impossible: readonly bigint[];
  readonly rules: readonly CertifiedRule[];
  readonly promises: readonly CertifiedPromise[];
}

/** How many situations a rule decides, period by period. */
interface CertifiedRule {
  readonly id: string;
  readonly decides: readonly bigint[];
}

/** The rules that decide the situations which a promise is about, in any period: it has to be kept by these. */
interface CertifiedPromise {
  readonly id: string;
  readonly rules: readonly string[];
}

/** The certificate of a table without faults; undefined where its law of all days at once is too large. */
export function certify(table: Table): Certificate | undefined {
  return unlessFull<Certificate | undefined>(
    () => certificateOf(draftLaw(table, ...periodsOfLaw(table))),
    () => undefined,
  );
}

function certificateOf(draft: Draft): Certificate {
  const { table } = draft;
  const counts = countsByDay(draft);
  const countOf = (terminal: number): bigint[] => counts.map((ends) => ends.get(terminal) ?? 0n);
  return {
    from: draft.days,
    facts: draft.factOrder.map((id) => [id, Object.keys(table.facts[id]?.values ?? {})]),
    ...diagramOf(draft),
    situations: countSpace(draft.forest.space.slice(0, -1)),
    impossible: countOf(IMPOSSIBLE),
    rules: table.rules.map(({ id }, index) => ({ id, decides: countOf(ruleEnd(index)) })),
    promises: table.invariants.map(({ id, when }) => ({ id, rules: decidersWhere(draft, draft.condition(when)) })),
  };
}

function periodsOfLaw(table: Table): Days {
  const [first, ...others] = periods(table) as Days;
  const changed = others.filter((day, index) => choiceOn(table, day) !== choiceOn(table, others[index - 1] ?? first));
  return [first, ...changed];
}

function countsByDay({ forest, outcome, factOrder }: Draft): ReadonlyMap<number, bigint>[] {
  // once the day is known it is no longer asked
  const space = forest.space.with(-1, 1);
  return byValue(forest, outcome, factOrder.length).map((root) => countEnds({ ...forest, space }, root));
}

function diagramOf({ forest, outcome }: Draft): Pick<Certificate, "nodes" | "root"> {
  const below = nodesBelow(forest, outcome).reverse();
  const numbers = new Map(below.map((ref, number) => [ref, number]));
  const numberOf = (ref: Ref): number => (isEnd(ref) ? IMPOSSIBLE - 1 - terminalOf(ref) : (numbers.get(ref) as number));
  return {
    nodes: below.map((ref) => [variableOf(forest, ref), ...branches(forest, ref).map(numberOf)]),
    root: numberOf(outcome),
  };
}

function decidersWhere({ forest, table, outcome }: Draft, condition: Ref): string[] {
  const ends = reachable(forest, ifThenElse(forest, condition, outcome, end(NO)), []);
  return table.rules.filter((_, index) => ends.has(ruleEnd(index))).map(({ id }) => id);
}
