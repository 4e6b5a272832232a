import { endsIn, joinEnds } from "../../diagram/apply.js";
import { test } from "../../diagram/forest.js";
import { end, NO, type Ref, type Terminal, YES } from "../../diagram/graph.js";
import { and, ifThenElse, or } from "../../diagram/logic.js";
import { byValue } from "../../diagram/narrow.js";
import { type Draft, IMPOSSIBLE, ruleEnd } from "../../table/compile.js";
import { describeOwn, type Law, type Laws, type Own, possibleIn, type Share, type Side, sharesOf } from "./laws.js";
import type { FactValue } from "./renames.js";
import { hasValue, type Space } from "./space.js";

/** A value that only one of two tables knows, of a fact that both know. */
export interface OneSided extends FactValue {
  readonly knownTo: Side;
  /** Situations with this value that can exist. */
  readonly count: bigint;
  /** What they come to. */
  readonly deciding: readonly Share[];
  /** Those that depend on it: another answer would come to something else, or none is possible. Absent without any. */
  readonly own: OwnValue | undefined;
}

interface OwnValue extends Own {
  /** What they come to; rules first that only this table has. The first of them decides the witness. */
  readonly deciding: readonly Share[];
}

/** What situations come to that exist for one of the tables only. */
export function findOneSided(space: Space, laws: Laws, draft: Draft): OneSided[] {
  return [
    ...space.added.values.map((value) => reachOf(value, laws, "new", draft)),
    ...space.removed.values.map((value) => reachOf(value, laws, "old", draft)),
  ];
}

function reachOf(value: FactValue, laws: Laws, knownTo: Side, draft: Draft): OneSided {
  const law = laws[knownTo];
  const region = and(draft.forest, draft.condition(hasValue(value)), possibleIn(draft.forest, law.outcome));
  const deciding = decidingIn(draft, law, region);
  const count = deciding.reduce((sum, share) => sum + share.count, 0n);
  return { ...value, knownTo, count, deciding, own: ownValue(value, laws, knownTo, draft) };
}

function ownValue(value: FactValue, laws: Laws, knownTo: Side, draft: Draft): OwnValue | undefined {
  const [law, other] = knownTo === "new" ? [laws.new, laws.old] : [laws.old, laws.new];
  const region = dependingOn(value, law, draft);
  const deciding = ownFirst(decidingIn(draft, law, region), other);
  const [first] = deciding;
  if (first?.rule === undefined) return undefined;
  const decided = endsIn(draft.forest, law.outcome, [ruleEnd(law.table.rules.indexOf(first.rule))]);
  const { witness } = describeOwn(draft, law, and(draft.forest, region, decided));
  return { region: describeOwn(draft, law, region).region, witness, deciding };
}

function ownFirst(shares: readonly Share[], { table: { rules } }: Law): Share[] {
  const isShared = ({ rule }: Share): boolean => rules.some(({ id }) => id === rule?.id);
  return shares.toSorted((a, b) => Number(isShared(a)) - Number(isShared(b)));
}

function decidingIn({ forest }: Draft, { table, outcome }: Law, region: Ref): Share[] {
  return sharesOf(forest, table, ifThenElse(forest, region, outcome, end(NO)));
}

/** Where some other answer that can be comes to something else, or no other one can be. */
function dependingOn({ fact, value }: FactValue, law: Law, draft: Draft): Ref {
  const { forest, factOrder } = draft;
  const variable = factOrder.indexOf(fact);
  const values = Object.keys(law.table.facts[fact]?.values ?? {});
  const answered = byValue(forest, law.outcome, variable);
  const own = answered[values.indexOf(value)] as Ref;
  const others = answered.filter((_, index) => values[index] !== value);
  const differs = others.map((other) => joinEnds(forest, own, other, isAnother));
  const cannotBe = others.map((other) => endsIn(forest, other, [IMPOSSIBLE]));
  const depends = or(forest, ...differs, and(forest, ...cannotBe));
  const there = test(forest, variable, new Set([values.indexOf(value)]));
  return and(forest, there, possibleIn(forest, law.outcome), depends);
}

function isAnother(one: Terminal, other: Terminal): Terminal {
  return one !== IMPOSSIBLE && other !== IMPOSSIBLE && one !== other ? YES : NO;
}
