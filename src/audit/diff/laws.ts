import { endsIn } from "../../diagram/apply.js";
import { carrier } from "../../diagram/carry.js";
import { countEnds } from "../../diagram/count.js";
import type { Forest } from "../../diagram/forest.js";
import { end, NO, type Ref } from "../../diagram/graph.js";
import { not } from "../../diagram/logic.js";
import { type Draft, IMPOSSIBLE, type Roots, rootsOf, ruleIndex } from "../../table/compile.js";
import type { Rule, Table } from "../../table/table.js";
import type { Facts } from "../../triage/situation.js";
import { type ChangedRegion, describeChange } from "./region.js";

/** The laws of a comparison in one forest, each with its table over the facts and values of both. */
export type Laws = Readonly<Record<Side, Law>>;
export type Side = "old" | "new";

export interface Law {
  readonly table: Table;
  readonly outcome: Ref;
  /** A situation in the words of the table as it is written. */
  readonly inWords: (facts: Facts) => Facts;
}

/** Brings a root of the old law into the forest of the new one, where facts may stand in another order. */
export type Bring = (pick: (roots: Roots) => Ref) => Ref;

export function bringer(from: Draft, to: Draft): Bring {
  const place = from.factOrder.map((id) => to.factOrder.indexOf(id));
  const carry = carrier(from.forest, to.forest, place);
  const roots = rootsOf(from);
  return (pick) => carry(pick(roots));
}

/** The situations that can exist, by an outcome. */
export function possibleIn(forest: Forest, outcome: Ref): Ref {
  return not(forest, endsIn(forest, outcome, [IMPOSSIBLE]));
}

/** Situations of one law, and one of them in the words of its table. */
export interface Own {
  readonly region: ChangedRegion;
  readonly witness: Facts;
}

/** So many situations that a rule decides, or that cannot exist. */
export interface Share {
  readonly rule: Rule | undefined;
  readonly count: bigint;
}

/** What the situations of an outcome come to, the most first; those that lead to `NO` are left out. */
export function sharesOf(forest: Forest, { rules }: Table, outcome: Ref): Share[] {
  return [...countEnds(forest, outcome)]
    .filter(([terminal]) => end(terminal) !== end(NO))
    .map(([terminal, count]) => ({ rule: terminal === IMPOSSIBLE ? undefined : rules[ruleIndex(terminal)], count }))
    .sort((a, b) => Number(b.count - a.count));
}

/** A region within one law, whatever the other one knows. It is not empty. */
export function describeOwn(draft: Draft, { outcome, inWords }: Law, own: Ref): Own {
  const never = endsIn(draft.forest, outcome, [IMPOSSIBLE]);
  const region = describeChange({ draft, never, apart: end(NO) }, own);
  return { region, witness: inWords(region.witness) };
}
