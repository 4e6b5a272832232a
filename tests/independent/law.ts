import { type Condition, type Formula, NEVER, not, readCondition } from "./conditions.js";

/** A table as its YAML has it, as far as it decides. */
export interface Written {
  readonly verdicts: Readonly<Record<string, { readonly steps: readonly string[] }>>;
  readonly facts: Readonly<Record<string, WrittenFact>>;
  readonly particulars?: Readonly<Record<string, WrittenParticular>>;
  readonly findings?: Readonly<Record<string, Conditional>>;
  readonly impossible?: readonly { readonly when: Condition }[];
  readonly rules: readonly WrittenRule[];
  readonly notices?: Readonly<Record<string, Conditional & { readonly everywhere?: string }>>;
  readonly forms?: Readonly<Record<string, Conditional>>;
  readonly steps?: Readonly<Record<string, Step>>;
  readonly deadlines?: Readonly<Record<string, Deadline>>;
  readonly papers?: Readonly<Record<string, { readonly when?: Condition; readonly discloses?: string }>>;
  readonly invariants?: readonly { readonly id: string; readonly when: Condition; readonly [kind: string]: unknown }[];
}

interface Step {
  readonly "holds-back"?: string;
  readonly contact?: string;
  readonly by?: string;
  readonly discloses?: string;
}

interface Conditional {
  readonly when: Condition;
  readonly from?: string;
  readonly to?: string;
}

interface WrittenParticular {
  readonly kind: string;
  readonly "not-before"?: string;
  readonly scope?: string;
}

interface WrittenFact {
  readonly values: Readonly<Record<string, string>>;
  readonly presume?: { readonly values: unknown };
  readonly "not-weighed"?: string;
}

export interface WrittenRule extends Conditional {
  readonly id: string;
  readonly verdict: string;
  readonly overrides?: string | readonly string[];
  readonly steps: readonly string[];
  readonly deadlines?: readonly string[];
}

export interface Deadline {
  readonly from: string;
  readonly after: string;
  readonly "not-before"?: string;
  readonly "not-after"?: string;
  readonly embargo?: string;
}

/** The law of one day: what is in force on it, every condition read. */
export interface Law {
  readonly table: Written;
  readonly facts: ReadonlyMap<string, readonly string[]>;
  readonly findings: ReadonlyMap<string, Formula>;
  readonly rules: readonly LawRule[];
  readonly notices: readonly { readonly id: string; readonly everywhere: boolean; readonly holds: Formula }[];
  /** None of them is shown where another law applies. */
  readonly forms: Law["notices"];
  readonly papers: readonly { readonly id: string; readonly discloses: boolean; readonly holds: Formula }[];
  /** What has to hold of a situation that can exist. */
  readonly canBe: readonly Formula[];
}

export interface LawRule {
  readonly rule: WrittenRule;
  readonly applies: Formula;
  /** That it applies, and that none of those above it does. */
  readonly decides: readonly Formula[];
}

export function lawOf(table: Written, day: string): Law {
  const inForce = ({ from, to }: Conditional): boolean => (from ?? day) <= day && day <= (to ?? day);
  const facts = new Map(Object.entries(table.facts).map(([id, { values }]) => [id, Object.keys(values)]));
  const findings = new Map<string, Formula>();
  const read = ({ when }: { readonly when: Condition }): Formula => readCondition(when, facts, findings);
  for (const [id, finding] of Object.entries(table.findings ?? {})) {
    findings.set(id, inForce(finding) ? read(finding) : NEVER);
  }
  return {
    table,
    facts,
    findings,
    rules: readRules(table.rules.filter(inForce), read),
    notices: Object.entries(table.notices ?? {})
      .filter(([, notice]) => inForce(notice))
      .map(([id, notice]) => ({ id, everywhere: notice.everywhere === "yes", holds: read(notice) })),
    forms: Object.entries(table.forms ?? {})
      .filter(([, form]) => inForce(form))
      .map(([id, form]) => ({ id, everywhere: false, holds: read(form) })),
    papers: Object.entries(table.papers ?? {}).map(([id, { when = {}, discloses }]) => {
      return { id, discloses: discloses === "yes", holds: read({ when }) };
    }),
    canBe: (table.impossible ?? []).map((one) => not(read(one))),
  };
}

function readRules(rules: readonly WrittenRule[], read: (rule: WrittenRule) => Formula): LawRule[] {
  const applying = rules.map((rule) => ({ rule, applies: read(rule) }));
  return applying.map(({ rule, applies }) => {
    const above = applying.filter((other) => standsAbove(other.rule, rule));
    return { rule, applies, decides: [applies, ...above.map((other) => not(other.applies))] };
  });
}

/** Whether a rule names another, or says `all` where the other neither says `all` nor names it. */
export function standsAbove(one: WrittenRule, other: WrittenRule): boolean {
  const [over, back] = [one, other].map(({ overrides }) => [overrides ?? []].flat()) as [string[], string[]];
  if (one === other) return false;
  return over.includes(other.id) || (over.includes("all") && !back.includes("all") && !back.includes(one.id));
}
