import { endsIn, joinEnds } from "../../diagram/apply.js";
import { countEnds, countSpace } from "../../diagram/count.js";
import { unlessFull } from "../../diagram/forest.js";
import { end, type Ref } from "../../diagram/graph.js";
import { ifThenElse, or } from "../../diagram/logic.js";
import { type Draft, draftLaw } from "../../table/compile.js";
import type { Facts } from "../../triage/situation.js";
import { type DateChange, type DatedTable, findDateChanges } from "./dates.js";
import { type DifferentRules, NOWHERE, rulePairs, SAME } from "./decision.js";
import { bringer, type Laws } from "./laws.js";
import { findNoticeChanges, type NoticeChange } from "./notices.js";
import { findOneSided, type OneSided } from "./one-sided.js";
import { findPartChanges, type PartChange } from "./parts.js";
import { type ChangedRegion, describeChange, type Ground } from "./region.js";
import { findOneSidedRules, type OneSidedRule } from "./rules.js";
import { hasValue, type Space, spaceOf, witnessFor } from "./space.js";

/** All that is different between two laws, told over every situation of both. */
export interface Difference {
  readonly space: Space;
  /** Situations made of what both tables know that can exist under at least one of them. */
  readonly compared: bigint;
  /** Those of them that come to something else. */
  readonly changed: bigint;
  /** What they come to, by deciding rule; the most situations first. */
  readonly decisions: readonly DecisionChange[];
  /** Situations with a value that one of the tables does not know. They are not among those compared. */
  readonly oneSided: readonly OneSided[];
  /** Rules that only one of the tables has. */
  readonly rules: readonly OneSidedRule[];
  readonly notices: readonly NoticeChange[];
  readonly dates: readonly DateChange[];
  /** What is written differently, whether or not anything is decided differently. */
  readonly parts: readonly PartChange[];
}

/** Situations that one rule decides under the old law and another, or one with something else to say, under the new. */
export interface DecisionChange extends DifferentRules {
  readonly region: ChangedRegion;
  /** One of the situations, in the words of each table. */
  readonly witness: { readonly old: Facts; readonly new: Facts };
}

/**
 * What changes from one law to another: of two tables without faults, or of one on two days.
 *
 * @returns `undefined` where the tables differ in too many ways for an exact answer to fit into memory
 */
export function diffLaws(old: DatedTable, next: DatedTable): Difference | undefined {
  return unlessFull<Difference | undefined>(
    () => compare(old, next),
    () => undefined,
  );
}

function compare(old: DatedTable, next: DatedTable): Difference {
  const space = spaceOf(old.table, next.table);
  const draft = draftLaw(space.new, next.day);
  const bring = bringer(draftLaw(space.old, old.day), draft);
  const before = bring(({ outcome }) => outcome);
  const pairs = rulePairs(old.table, next.table);
  const joined = joinEnds(draft.forest, before, draft.outcome, pairs.endOf);
  const inWords = (facts: Facts): DecisionChange["witness"] => witnessFor(space, old.table, next.table, facts);
  const laws: Laws = {
    old: { table: space.old, outcome: before, inWords: (facts) => inWords(facts).old },
    new: { table: space.new, outcome: draft.outcome, inWords: (facts) => inWords(facts).new },
  };
  const ground = groundOf(space, draft, joined);
  const compared = ifThenElse(draft.forest, ground.apart, end(NOWHERE), joined);
  const counts = countEnds(draft.forest, compared);
  const total = countSpace(draft.forest.space) - (counts.get(NOWHERE) ?? 0n);
  const decisions = [...counts.keys()].flatMap((terminal): DecisionChange[] => {
    const rules = pairs.rulesOf(terminal);
    if (rules === undefined) return [];
    const region = describeChange(ground, endsIn(draft.forest, compared, [terminal]));
    return [{ ...rules, region, witness: inWords(region.witness) }];
  });
  return {
    space,
    compared: total,
    changed: total - (counts.get(SAME) ?? 0n),
    decisions: decisions.sort((a, b) => Number(b.region.count - a.region.count)),
    oneSided: findOneSided(space, laws, draft),
    rules: findOneSidedRules(laws, draft, ground.apart),
    notices: findNoticeChanges(space, ground, bring),
    dates: findDateChanges(old, next),
    parts: findPartChanges(space.renamed, next.table),
  };
}

function groundOf(space: Space, draft: Draft, joined: Ref): Ground {
  const oneSided = [...space.added.values, ...space.removed.values];
  return {
    draft,
    never: endsIn(draft.forest, joined, [NOWHERE]),
    apart: or(draft.forest, ...oneSided.map((value) => draft.condition(hasValue(value)))),
  };
}
