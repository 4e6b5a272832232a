import { type Knowledge, NO, type Ref, YES } from "../diagram/graph.js";
import { reachable } from "../diagram/walk.js";
import type { Law } from "../table/compile.js";
import { type CompiledTable, lawOn } from "../table/compiled.js";
import { inForce } from "../table/in-force.js";
import { displacers } from "../table/overrides.js";
import type { Condition, Rule, Test } from "../table/table.js";
import type { Case } from "../triage/case.js";
import { outlookOf, type Terms } from "../triage/decide.js";
import { situationOf } from "../triage/situation.js";

/** What a rule that is known by its id has to say about a case. */
export type RuleFate =
  | { readonly kind: "gone" | "not-in-force" | "decides" | "may-decide" }
  /** Its condition holds, or can, and all of these come before it that can decide. */
  | { readonly kind: "gives-way"; readonly to: readonly Rule[] }
  /** Its condition cannot hold: because of this, where one thing alone keeps it from that. */
  | { readonly kind: "does-not-apply"; readonly because: Condition };

/** What becomes of a rule in a case whose facts can all be true. */
export function fateOf(compiled: CompiledTable, { facts }: Case, { asOf, presume }: Terms, id: string): RuleFate {
  const { rules } = compiled.table;
  const index = rules.findIndex((rule) => rule.id === id);
  const rule = rules[index];
  if (rule === undefined) return { kind: "gone" };
  if (!inForce(rule, asOf)) return { kind: "not-in-force" };
  const law = lawOn(compiled, asOf);
  const { situation, possible } = outlookOf(compiled, law, situationOf(compiled, law, facts), presume);
  if (possible.includes(rule)) return { kind: possible.length === 1 ? "decides" : "may-decide" };
  if (reachable(law.graph, law.roots.applies[index] as Ref, situation).has(YES))
    return { kind: "gives-way", to: before(rules, id, possible) };
  return { kind: "does-not-apply", because: unmet({ compiled, law, situation }, rule.when) };
}

/** Those that displace a rule themselves; all that can decide, where they do so by way of others. */
function before(rules: readonly Rule[], id: string, possible: readonly Rule[]): readonly Rule[] {
  const above = displacers(rules).get(id) ?? [];
  const direct = possible.filter((rule) => above.includes(rule.id));
  return direct.length > 0 ? direct : possible;
}

interface Seen {
  readonly compiled: CompiledTable;
  readonly law: Law;
  readonly situation: Knowledge;
}

/** What of a condition cannot hold. */
function unmet(seen: Seen, { tests, any }: Condition): Condition {
  const isOpen = any.some((alternative) => canHold(seen, alternative));
  return { tests: tests.filter((test) => !canPass(seen, test)), any: isOpen ? [] : any };
}

function canHold(seen: Seen, condition: Condition): boolean {
  const { tests, any } = unmet(seen, condition);
  return tests.length === 0 && any.length === 0;
}

function canPass(seen: Seen, { subject, values, negated }: Test): boolean {
  return valuesLeft(seen, subject).some((value) => values.includes(value) !== negated);
}

/** The values that a fact or a finding can still have. */
function valuesLeft({ compiled, law, situation }: Seen, subject: string): readonly string[] {
  const finding = law.roots.findings[subject];
  if (finding !== undefined) {
    const ends = reachable(law.graph, finding, situation);
    return [...(ends.has(YES) ? ["yes"] : []), ...(ends.has(NO) ? ["no"] : [])];
  }
  const values = Object.keys(compiled.table.facts[subject]?.values ?? {});
  const known = situation[law.factOrder.indexOf(subject)];
  return values.filter(
    (_, index) => known === undefined || (typeof known === "number" ? known === index : known.has(index)),
  );
}
