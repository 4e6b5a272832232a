import type { Knowledge } from "../diagram/graph.js";
import { doNotOf } from "../table/behind.js";
import type { Law } from "../table/compile.js";
import type { CompiledTable } from "../table/compiled.js";
import { remembered } from "../table/remembered.js";
import type { Rule, Table } from "../table/table.js";
import { type Outcome, outcomes } from "./outcomes.js";

/** What would change what is to be done, if only this stated fact were otherwise. */
export interface Flip {
  readonly fact: string;
  readonly outcomes: readonly Outcome[];
}

interface Decided {
  /** What is stated, without anything that is taken for granted. */
  readonly stated: Knowledge;
  readonly situation: Knowledge;
  readonly possible: readonly Rule[];
}

/**
 * Every single stated fact that would change the verdict or what is to be done and by when, and to what; the most easily
 * mistaken first. What kind of paper it is can be seen, and what is asked later is more easily mistaken.
 */
export function findFlips(compiled: CompiledTable, law: Law, { stated, situation, possible }: Decided): Flip[] {
  const { table } = compiled;
  const variables = Object.keys(table.facts).filter(
    (id) => !table.facts[id]?.["tells-kind"] && stated[law.factOrder.indexOf(id)] !== undefined,
  );
  const now = told(table, possible);
  return variables.toReversed().flatMap((fact) => {
    const otherwise = situation.with(law.factOrder.indexOf(fact), undefined);
    const all = outcomes(compiled, law, otherwise, fact, (rule) => told(table, [rule]));
    const others = all.filter(({ rules }) => told(table, rules) !== now);
    return others.length === 0 ? [] : [{ fact, outcomes: others }];
  });
}

/** What rules come to for whoever has to act on them. */
function told(table: Table, rules: readonly Rule[]): string {
  return [...new Set(rules.map((rule) => act(table, rule)))].sort().join("\n");
}

const act = remembered((table: Table, rule: Rule): string => {
  const { verdict, headline, steps, deadlines } = rule;
  return JSON.stringify([verdict, headline, steps, deadlines, doNotOf(table, rule)]);
});
