import type { Kind } from "../../audit/outline/kinds.js";
import { type Draft, situations } from "../../table/compile.js";
import { inForce } from "../../table/in-force.js";
import type { Table } from "../../table/table.js";
import { isOverdue } from "./dates.js";
import { type RuleFacts, ruleFacts } from "./rules.js";

/** A table as data: its file as it was understood, and for each rule what was worked out about it. */
export function tableData(
  table: Table,
  draft: Draft,
  kinds: readonly Kind[],
  { file, digest, asOf }: { file: string; digest: string; asOf: string },
): object {
  return {
    schema: "order-triage/rules-table@1",
    asOf,
    file,
    digest,
    // as decimal numbers: there may be more situations than a JSON number can hold
    situations: String(situations(table)),
    // in the order in which they are read; an answer without values stands for several kinds of answers
    groups: kinds.map(({ given, rules }) => ({ given, rules: rules.map((rule) => table.rules[rule]?.id) })),
    worked: ruleFacts(table, draft).map((facts) => ({ rule: facts.rule.id, ...workedData(facts, asOf) })),
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
