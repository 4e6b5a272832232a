import type { Knowledge } from "../diagram/graph.js";
import type { Law } from "../table/compile.js";
import type { CompiledTable } from "../table/compiled.js";
import type { Rule, Table } from "../table/table.js";
import { binds, type Verdict } from "../table/verdict.js";
import { holdsBack } from "./plan.js";
import { possibleRules } from "./situation.js";

/** What several answers to one question would lead to: the rules that could still decide. */
export interface Outcome {
  readonly values: readonly string[];
  readonly rules: readonly Rule[];
}

/**
 * What each value that a fact may have would lead to, everything else being as it is. Values that come to the same are
 * put together; `tell` says what makes two rules different. Values that cannot be are left out.
 */
export function outcomes(
  compiled: CompiledTable,
  law: Law,
  situation: Knowledge,
  fact: string,
  tell: (rule: Rule) => string,
): Outcome[] {
  const variable = law.factOrder.indexOf(fact);
  const known = situation[variable];
  const mayBe = (index: number): boolean =>
    known === undefined || (typeof known === "number" ? known === index : known.has(index));
  const groups = new Map<string, { values: string[]; rules: Set<Rule> }>();
  for (const [index, value] of Object.keys(compiled.table.facts[fact]?.values ?? {}).entries()) {
    if (!mayBe(index)) continue;
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
  const verdict = rules[0]?.verdict;
  return verdict !== undefined && rules.every((rule) => rule.verdict === verdict) ? verdict : "cannot-say";
}

/** What rules with different verdicts agree on all the same: to keep everything back for now, or that the holder is bound. */
export type Agreement = "all-hold" | "all-bind";

export function agreementOf(table: Table, rules: readonly Rule[]): Agreement | undefined {
  if (rules.every(({ verdict }) => binds(verdict))) return "all-bind";
  return rules.every((rule) => holdsBack(table, rule)) ? "all-hold" : undefined;
}

/** The headline that all of these rules have; nothing where they differ. */
export function commonHeadline(rules: readonly Rule[]): string | undefined {
  const headline = rules[0]?.headline;
  return rules.every((rule) => rule.headline === headline) ? headline : undefined;
}
