import { end, NO } from "../diagram/graph.js";
import { and, or } from "../diagram/logic.js";
import type { Draft } from "./compile.js";
import { regionText } from "./coverage.js";
import type { Fault } from "./fault.js";
import { inForce } from "./in-force.js";
import type { Rule, Table } from "./table.js";
import { VERDICTS } from "./verdict.js";

/** Invariants that some situation breaks, proved over all of them. */
export function findBrokenInvariants(table: Table, draft: Draft): Fault[] {
  return table.invariants.flatMap(({ id, never }, index) => {
    const forbidden = draft.decides.filter((_, rule) => never.verdict.includes((table.rules[rule] as Rule).verdict));
    const broken = and(draft.forest, draft.condition(never.when), or(draft.forest, ...forbidden));
    if (broken === end(NO)) return [];
    const message = `\`${id}\` is broken by ${regionText(table, draft, broken)}`;
    return [
      {
        code: "OT309",
        path: ["invariants", index, "id"],
        part: "value",
        message,
        help: "mend the rules, or the promise",
      },
    ];
  });
}

/** Firm verdicts that rest on no source whose text was read and is in force on a day. */
export function findUnsupportedVerdicts(table: Table, day: string): Fault[] {
  const supports = (id: string): boolean => {
    const source = table.sources[id];
    return source?.verified === "yes" && inForce(source, day);
  };
  return table.rules.flatMap((rule, index) => {
    if (!inForce(rule, day) || !VERDICTS[rule.verdict].firm || rule.cite.some(supports)) return [];
    const message = `\`${rule.id}\` says \`${rule.verdict}\` on no source that is marked \`verified: yes\` and in force`;
    return [
      {
        code: "OT307",
        path: ["rules", index, "cite"],
        part: "key",
        message,
        help: "cite a source whose text was read, or say `verdict: refer`",
      },
    ];
  });
}
