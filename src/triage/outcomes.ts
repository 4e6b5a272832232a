import type { Situation } from "../diagram/graph.js";
import type { Law } from "../table/compile.js";
import type { CompiledTable } from "../table/compiled.js";
import type { Rule } from "../table/table.js";
import type { Verdict } from "../table/verdict.js";
import { possibleRules } from "./situation.js";

/** What several answers to one question would lead to: the rules that could still decide. */
export interface Outcome {
  readonly values: readonly string[];
  readonly rules: readonly Rule[];
}

/**
 * What each value of a fact would lead to, everything else being as it is. Values that come to the same are put
 * together; `tell` says what makes two rules different. Values that cannot be are left out.
 */
export function outcomes(
  compiled: CompiledTable,
  law: Law,
  situation: Situation,
  fact: string,
  tell: (rule: Rule) => string,
): Outcome[] {
  const variable = law.factOrder.indexOf(fact);
  const groups = new Map<string, { values: string[]; rules: Set<Rule> }>();
  for (const [index, value] of Object.keys(compiled.table.facts[fact]?.values ?? {}).entries()) {
    const rules = possibleRules(compiled, law, situation.with(variable, index));
    if (rules.length === 0) continue;
    const key = [...new Set(rules.map(tell))].sort().join(" ");
    const group = groups.get(key) ?? { values: [], rules: new Set() };
    groups.set(key, group);
    group.values.push(value);
    for (const rule of rules) group.rules.add(rule);
  }
  return [...groups.values()].map(({ values, rules }) => ({ values, rules: [...rules] }));
}

/** The verdict that all of these rules give, or `cannot-say` where they differ. */
export function commonVerdict(rules: readonly Rule[]): Verdict {
  const [first, ...others] = new Set(rules.map(({ verdict }) => verdict));
  return first === undefined || others.length > 0 ? "cannot-say" : first;
}

/** The headline that all of these rules have; nothing where they differ. */
export function commonHeadline(rules: readonly Rule[]): string | undefined {
  const [first, ...others] = new Set(rules.map(({ headline }) => headline));
  return others.length === 0 ? first : undefined;
}
