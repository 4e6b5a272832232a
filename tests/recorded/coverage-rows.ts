import { end, NO, type Ref } from "../../src/diagram/graph.js";
import { and } from "../../src/diagram/logic.js";
import { type Draft, draftLaw } from "../../src/table/compile.js";
import { testsOf } from "../../src/table/conditions.js";
import type { Rule, Table } from "../../src/table/table.js";
import { VERDICTS, type Verdict } from "../../src/table/verdict.js";

/**
 * The answers to a question as rows of Markdown, each with the verdicts that can follow where the question is asked.
 * Answers that can come to the same share a row.
 */
export function rowsOf(table: Table, fact: string, day: string): string[] {
  const draft = draftLaw(table, day);
  const rows = new Map<string, string[]>();
  for (const [value, answer] of Object.entries(table.facts[fact]?.values ?? {})) {
    const verdicts = verdictsIn(
      table,
      draft,
      fact,
      and(draft.forest, asked(table, draft, fact), is(draft, fact, value)),
    );
    rows.set(verdicts, [...(rows.get(verdicts) ?? []), answer.split(" - ")[0] as string]);
  }
  return [...rows].map(([verdicts, answers]) => `| ${answers.join("; ")} | ${verdicts} |`);
}

/** Where a question is asked, and those are asked on whose answers that depends. */
function asked(table: Table, draft: Draft, fact: string): Ref {
  const condition = table.facts[fact]?.["asked-when"];
  if (condition === undefined) return draft.possible;
  const earlier = new Set(testsOf(condition, []).map(({ test }) => test.subject));
  const there = [...earlier].filter((id) => id in table.facts).map((id) => asked(table, draft, id));
  return and(draft.forest, draft.condition(condition), ...there);
}

function is(draft: Draft, subject: string, value: string): Ref {
  return draft.condition({ tests: [{ subject, values: [value], negated: false }], any: [] });
}

function verdictsIn(table: Table, { forest, decides }: Draft, fact: string, region: Ref): string {
  const found = new Set<Verdict>();
  for (const [index, rule] of table.rules.entries()) {
    if (isOfAnyPaper(rule, fact)) continue;
    if (and(forest, decides[index] as Ref, region) !== end(NO)) found.add(rule.verdict);
  }
  const inOrder = Object.entries(VERDICTS).filter(([verdict]) => found.has(verdict as Verdict));
  return inOrder.map(([, { label }]) => label.toLowerCase()).join(", ");
}

/** Whether a rule displaces all others on its own grounds, which the answer does not touch: any answer can lead to it. */
function isOfAnyPaper({ overrides, when }: Rule, fact: string): boolean {
  return overrides.includes("all") && testsOf(when, []).some(({ test }) => test.subject !== fact);
}
