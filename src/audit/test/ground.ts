import { end, NO, type Ref } from "../../diagram/graph.js";
import { and, not, or } from "../../diagram/logic.js";
import { type Draft, draftLaw } from "../../table/compile.js";
import { inForce } from "../../table/in-force.js";
import { displacers } from "../../table/overrides.js";
import type { Table } from "../../table/table.js";

const FALSE = end(NO);

/** The law of a sound table on one day, part by part, so that a change of one part is quickly followed through. */
export interface Ground {
  readonly table: Table;
  readonly day: string;
  readonly draft: Draft;
  readonly possible: Ref;
  readonly inside: Ref;
  /** Where each rule's own condition holds. */
  readonly applies: ReadonlyMap<string, Ref>;
  /** Where each rule decides, whether that can be or not. */
  readonly regions: ReadonlyMap<string, Ref>;
  readonly decides: ReadonlyMap<string, Ref>;
  readonly notices: ReadonlyMap<string, Ref>;
  /** For each rule the rules that displace it, and those that it displaces. */
  readonly winners: ReadonlyMap<string, readonly string[]>;
  readonly losers: ReadonlyMap<string, readonly string[]>;
}

export function groundOf(table: Table, day: string): Ground {
  const draft = draftLaw(table, day);
  const { forest, possible } = draft;
  const applies = new Map(
    table.rules.map((rule) => [rule.id, inForce(rule, day) ? draft.condition(rule.when) : FALSE]),
  );
  const winners = displacers(table.rules);
  const regions = new Map(
    table.rules.map(({ id }) => [id, region(draft, applies.get(id) as Ref, winners.get(id) ?? [], applies)]),
  );
  return {
    ...{ table, day, draft, possible, inside: draft.inside, applies, regions, winners },
    decides: new Map([...regions].map(([id, ref]) => [id, and(forest, possible, ref)])),
    notices: new Map(Object.entries(draft.shown)),
    losers: new Map(
      table.rules.map(({ id }) => [id, [...winners].filter(([, above]) => above.includes(id)).map(([loser]) => loser)]),
    ),
  };
}

/** Where a rule decides: it applies, and none of those above it does. */
export function region({ forest }: Draft, own: Ref, above: readonly string[], applies: ReadonlyMap<string, Ref>): Ref {
  return and(forest, own, not(forest, or(forest, ...above.map((id) => applies.get(id) as Ref))));
}
