import type { Terminal } from "../../diagram/graph.js";
import { contactsOf, deadlinesOf, doNotOf } from "../../table/behind.js";
import { IMPOSSIBLE, ruleIndex } from "../../table/compile.js";
import type { Rule, Table } from "../../table/table.js";

/** What a reader is told beside the verdict, or the verdict itself. */
const ASPECTS = ["verdict", "rule", "headline", "steps", "do-not", "deadlines", "contacts"] as const;
export type Aspect = (typeof ASPECTS)[number];

/** Two rules that come to something else, or one where the other law has none because the situation cannot exist. */
export interface DifferentRules {
  readonly old: Rule | undefined;
  readonly new: Rule | undefined;
  /** In what two rules differ; empty where one of them is absent. */
  readonly aspects: readonly Aspect[];
}

/** Ends of the diagram of both laws: what comes to the same, and what can exist under neither. */
export const SAME: Terminal = 0;
export const NOWHERE: Terminal = 1;
const FIRST_PAIR = 2;

interface RulePairs {
  /** One end for what is decided under both laws, given the end of each. */
  readonly endOf: (old: Terminal, next: Terminal) => Terminal;
  /** The rules that such an end stands for, where they differ. */
  readonly rulesOf: (end: Terminal) => DifferentRules | undefined;
}

/** Numbers every two ends that come to something else. */
export function rulePairs(old: Table, next: Table): RulePairs {
  const found: DifferentRules[] = [];
  const known = new Map<string, Terminal>();
  const endFor = (before: Rule | undefined, after: Rule | undefined): Terminal => {
    if (before === undefined && after === undefined) return NOWHERE;
    const aspects = before && after ? changedAspects(old, before, next, after) : [];
    return before && after && aspects.length === 0
      ? SAME
      : FIRST_PAIR - 1 + found.push({ old: before, new: after, aspects });
  };
  return {
    endOf: (before, after) => {
      const key = `${before} ${after}`;
      const end = known.get(key) ?? endFor(ruleAt(old, before), ruleAt(next, after));
      known.set(key, end);
      return end;
    },
    rulesOf: (end) => found[end - FIRST_PAIR],
  };
}

function ruleAt({ rules }: Table, end: Terminal): Rule | undefined {
  return end === IMPOSSIBLE ? undefined : rules[ruleIndex(end)];
}

/**
 * In what two rules, each of its own table, come to something else. A step is known by its id and the deadline it is
 * to be taken by, a deadline by its id and the way its date is worked out.
 */
function changedAspects(old: Table, before: Rule, next: Table, after: Rule): Aspect[] {
  const [one, other] = [told(old, before), told(next, after)];
  return ASPECTS.filter((aspect) => JSON.stringify(one[aspect]) !== JSON.stringify(other[aspect]));
}

/** What a rule comes to, in a form that can be compared. */
function told(table: Table, rule: Rule): Readonly<Record<Aspect, unknown>> {
  return {
    verdict: rule.verdict,
    rule: rule.id,
    headline: rule.headline,
    steps: rule.steps.map((id) => [id, table.steps[id]?.by]),
    "do-not": doNotOf(table, rule),
    deadlines: deadlinesOf(table, rule).map((id) => [id, reckoning(table, id)]),
    contacts: contactsOf(table, rule),
  };
}

/** How a date is worked out; what the table says of it is another matter. */
function reckoning({ deadlines }: Table, id: string): unknown {
  const deadline = deadlines[id];
  if (deadline === undefined) return undefined;
  const { says: _, cite: __, ...reckoned } = deadline;
  return reckoned;
}
