import { type Draft, situations } from "../table/compile.js";
import { inForce } from "../table/in-force.js";
import type { Table } from "../table/table.js";
import { isOverdue } from "./table-dates.js";
import { groupRules } from "./table-kinds.js";
import { ruleFacts } from "./table-rules.js";

/** A table as data: its file as it was understood, and for each rule what was worked out about it. */
export function tableData(table: Table, draft: Draft, { digest, asOf }: { digest: string; asOf: string }): object {
  const { everywhere, several, kinds, fact } = groupRules(table, draft);
  const ids = (rules: readonly number[]): (string | undefined)[] => rules.map((rule) => table.rules[rule]?.id);
  return {
    schema: "order-triage/rules-table@1",
    asOf,
    digest,
    // as decimal numbers: there may be more situations than a JSON number can hold
    situations: String(situations(table)),
    groups: {
      fact,
      everywhere: ids(everywhere),
      several: ids(several),
      kinds: kinds.map(({ values, rules, shared }) => ({ values, rules: ids(rules), shared: ids(shared) })),
    },
    worked: ruleFacts(table, draft).map(({ rule, decides, displaces, givesWayTo }) => ({
      rule: rule.id,
      decides: String(decides),
      displaces,
      givesWayTo,
      inForce: inForce(rule, asOf),
      overdue: isOverdue(rule, asOf),
    })),
    table,
  };
}
