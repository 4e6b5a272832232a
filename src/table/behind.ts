import { testsOf } from "./conditions.js";
import { remembered } from "./remembered.js";
import type { Condition, Deadline, Particular, Rule, Saying, Table } from "./table.js";

/** The facts and findings that a condition tests, and those behind its findings, each once, in the order of reading. */
export const subjectsBehind = remembered(({ findings }: Table, condition: Condition): readonly string[] => {
  const found = new Set<string>();
  const visit = ({ when }: { readonly when: Condition }): void => {
    for (const { test } of testsOf(when, [])) {
      if (found.has(test.subject)) continue;
      found.add(test.subject);
      const finding = findings[test.subject];
      if (finding !== undefined) visit(finding);
    }
  };
  visit({ when: condition });
  return [...found];
});

/** The deadlines that come with a rule, by itself or by its steps. */
export function deadlinesOf({ steps }: Table, rule: Rule): string[] {
  return [...new Set([...rule.deadlines, ...rule.steps.flatMap((id) => steps[id]?.by ?? [])])];
}

/** Whom the steps of a rule say to call. */
export function contactsOf({ steps }: Table, rule: Rule): string[] {
  return [...new Set(rule.steps.flatMap((id) => steps[id]?.contact ?? []))];
}

/** Whether something goes out by one of these steps. */
export function disclosesBy({ steps }: Table, { steps: ids }: Pick<Rule, "steps">): boolean {
  return ids.some((id) => steps[id]?.discloses);
}

/** The particulars that some steps repeat: who gets it only where one of them leaves that open. */
export function scopeOfSteps({ steps, particulars }: Table, ids: readonly string[]): string[] {
  const discloses = ids.map((id) => steps[id]?.discloses);
  const isSaid = ({ scope }: Particular): boolean =>
    scope !== undefined && (scope === "recipient" ? discloses.includes(true) : discloses.some(Boolean));
  return Object.keys(particulars).filter((id) => isSaid(particulars[id] as Particular));
}

/** What a rule says not to do or, where it says nothing of that, the table beside its verdict. */
export function doNotOf({ verdicts }: Table, rule: Rule): string | undefined {
  return rule["do-not"] ?? verdicts[rule.verdict]?.["do-not"];
}

/** Everything that some of the forms have to say, each once. */
export function sayingsOf({ forms }: Table, ids: readonly string[] = Object.keys(forms)): Record<string, Saying> {
  return Object.assign({}, ...ids.map((id) => forms[id]?.["has-to-say"]));
}

/** The particulars that a deadline is worked out from. */
export function datesOf({ from, "not-before": floor, "not-after": ceiling }: Deadline): string[] {
  return [from, floor ?? [], ceiling ?? []].flat();
}
