import type { Outline } from "../../audit/outline/outline.js";
import type { RuleFacts } from "../../audit/outline/rule-facts.js";
import { inForce } from "../../table/in-force.js";
import { isOverdue } from "./dates.js";

/** A table as data: its file as it was understood, and for each rule what was worked out about it. */
export function tableData(
  { table, asOf, situations, kinds, rules }: Outline,
  { file, digest }: { file: string; digest: string },
): object {
  return {
    schema: "order-triage/rules-table@1",
    asOf,
    file,
    digest,
    // as decimal numbers: there may be more situations than a JSON number can hold
    situations: String(situations.all),
    // in the order in which they are read; an answer without values stands for several kinds of answers
    groups: kinds.map(({ given, rules: own }) => ({ given, rules: own.map((rule) => table.rules[rule]?.id) })),
    worked: rules.map((facts) => ({ rule: facts.rule.id, ...workedData(facts, asOf) })),
    table,
  };
}

/** What was worked out about a rule, as data. */
export function workedData({ rule, decides, displaces, givesWayTo }: RuleFacts, asOf: string): object {
  return {
    decides: String(decides),
    displaces,
    givesWayTo,
    inForce: inForce(rule, asOf),
    overdue: isOverdue(rule, asOf),
  };
}
