import { test } from "../diagram/forest.js";
import { end, NO } from "../diagram/graph.js";
import { and } from "../diagram/logic.js";
import type { Draft } from "../table/compile.js";
import type { Table } from "../table/table.js";

/** Rules, by position in the table, put together by the answers to the table's first fact for which they can apply. */
export interface Grouping {
  readonly fact: string;
  /** Rules that can apply whatever the answer is. */
  readonly everywhere: readonly number[];
  /** Rules that can apply to several kinds and not to all. */
  readonly several: readonly number[];
  readonly kinds: readonly Kind[];
}

/** Answers for which the very same rules can apply. */
export interface Kind {
  readonly values: readonly string[];
  /** Rules that can apply to no other kind. */
  readonly rules: readonly number[];
  /** Rules from among the `several` that can apply to this kind too. */
  readonly shared: readonly number[];
}

/** Groups by what conditions mean, not by how they are written: a fact tested through a finding counts as well. */
export function groupRules(table: Table, draft: Draft): Grouping {
  const fact = Object.keys(table.facts)[0] as string;
  const values = Object.keys(table.facts[fact]?.values ?? {});
  const reach = table.rules.map(({ when }) => valuesMet(draft, fact, values, when));
  const isEverywhere = (met: readonly string[]): boolean => met.length === 0 || met.length === values.length;
  const special = reach.flatMap((met, rule) => (isEverywhere(met) ? [] : [rule]));
  const kinds = alike(values, (value) => special.filter((rule) => reach[rule]?.includes(value)));
  const only = (rule: number): boolean =>
    kinds.some((kind) => reach[rule]?.every((value) => kind.values.includes(value)));
  return {
    fact,
    everywhere: reach.flatMap((met, rule) => (isEverywhere(met) ? [rule] : [])),
    several: special.filter((rule) => !only(rule)),
    kinds: kinds.map(({ values, rules }) => ({
      values,
      rules: rules.filter(only),
      shared: rules.filter((rule) => !only(rule)),
    })),
  };
}

function valuesMet(
  { forest, factOrder, possible, condition }: Draft,
  fact: string,
  values: readonly string[],
  when: Table["rules"][number]["when"],
): string[] {
  const holds = and(forest, possible, condition(when));
  const variable = factOrder.indexOf(fact);
  return values.filter((_, index) => and(forest, holds, test(forest, variable, new Set([index]))) !== end(NO));
}

/** Values with the same rules, together; values with none are left out. */
function alike(
  values: readonly string[],
  rulesOf: (value: string) => readonly number[],
): { values: string[]; rules: readonly number[] }[] {
  const groups = new Map<string, { values: string[]; rules: readonly number[] }>();
  for (const value of values) {
    const rules = rulesOf(value);
    if (rules.length === 0) continue;
    const group = groups.get(rules.join()) ?? { values: [], rules };
    groups.set(rules.join(), group);
    group.values.push(value);
  }
  return [...groups.values()];
}
