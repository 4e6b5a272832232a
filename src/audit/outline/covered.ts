import { end, type Ref } from "../../diagram/graph.js";
import { and, ifThenElse } from "../../diagram/logic.js";
import { reachable } from "../../diagram/walk.js";
import { type Draft, IMPOSSIBLE, ruleEnd } from "../../table/compile.js";
import type { Rule } from "../../table/table.js";
import { generalRules } from "../general-rules.js";
import { answered, type Given, type Kind } from "./kinds.js";

/** What a table decides, answer by answer, and where it stops. */
export interface Covered {
  readonly rows: readonly Row[];
  /** Rules that decide in some situation of every row, where there are several. */
  readonly always: readonly Rule[];
  /** What is out of the table's scope, and the rules that leave to others what no special rule decides. */
  readonly stops: readonly Rule[];
}

/** The answers of a kind one by one. */
export interface Row {
  readonly kind: Kind;
  readonly given: readonly Given[];
  /** Those that decide in some situation with these answers. */
  readonly rules: readonly Rule[];
}

export function coveredBy(draft: Draft, kinds: readonly Kind[]): Covered {
  const { table } = draft;
  const rows = kinds.filter(({ given }) => given.at(-1)?.values !== undefined).flatMap((kind) => rowsOf(draft, kind));
  const general = generalRules(table);
  return {
    rows,
    always: table.rules.filter((rule) => rows.length > 1 && rows.every(({ rules }) => rules.includes(rule))),
    stops: table.rules.filter((rule) => rule.verdict === "out-of-scope" || general.includes(rule)),
  };
}

function rowsOf(draft: Draft, kind: Kind): Row[] {
  const { fact, values = [] } = kind.given.at(-1) as Given;
  return values.map((value) => {
    const last = { fact, values: [value] };
    const where = and(draft.forest, kind.where, answered(draft, last));
    return { kind, given: kind.given.with(-1, last), rules: decidingRules(draft, where) };
  });
}

function decidingRules({ table: { rules }, forest, outcome }: Draft, where: Ref): Rule[] {
  const ends = reachable(forest, ifThenElse(forest, where, outcome, end(IMPOSSIBLE)), []);
  return rules.filter((_, index) => ends.has(ruleEnd(index)));
}
