import { end, NO, type Ref } from "../../diagram/graph.js";
import { and } from "../../diagram/logic.js";
import type { Draft } from "../../table/compile.js";
import { type Above, aboveOf } from "../../table/overrides.js";
import type { Rule, Table } from "../../table/table.js";
import { type Audited, appliesIn, firstExtent } from "../audited.js";
import type { Check, Doubt } from "../flaw.js";

/** Rules that decide no situation on any day. */
export const neverDecides: Check = {
  codes: {
    OT310:
      "A rule never decides anything, on any day: either nothing that can exist meets its condition, or other rules override it wherever it applies. Mend it, or take it out.",
  },
  find: (audited) =>
    audited.table.rules.flatMap((rule, index) => (decidesNever(audited, index) ? [doubt(audited, rule, index)] : [])),
};

/** What is found of the rules that decide something: of any other everything could be left out. */
export function ofDeciding(audited: Audited, find: (rule: Rule, index: number, above: Above) => Doubt[]): Doubt[] {
  const { rules } = audited.table;
  const above = aboveOf(rules);
  return rules.flatMap((rule, index) => (decidesNever(audited, index) ? [] : find(rule, index, above)));
}

function decidesNever({ laws }: Audited, index: number): boolean {
  return laws.every(({ decides }) => decides[index] === end(NO));
}

/** The rules that decide some situation of a region, in words. */
export function decidersOf({ rules }: Table, { forest, decides }: Draft, region: Ref): string {
  const deciding = rules.filter((_, index) => and(forest, decides[index] as Ref, region) !== end(NO));
  return deciding.map(({ id }) => `\`${id}\``).join(", ");
}

function doubt(audited: Audited, { id }: Rule, index: number): Doubt {
  const law = audited.eachDay().find((one) => appliesIn(one, index) !== end(NO));
  const why =
    law === undefined
      ? "nothing that can exist ever meets its condition"
      : `whatever meets its condition is decided by ${decidersOf(audited.table, law, appliesIn(law, index))}`;
  return {
    code: "OT310",
    path: ["rules", index, "id"],
    part: "value",
    message: `the rule \`${id}\` never decides: ${why}`,
    help: law === undefined ? "mend its condition, or take the rule out" : "let it override them, or take it out",
    extent: firstExtent(audited, (one) => appliesIn(one, index)),
  };
}
