import { count } from "../../diagram/count.js";
import { end, NO } from "../../diagram/graph.js";
import { or } from "../../diagram/logic.js";
import { type Draft, draftLaw } from "../../table/compile.js";
import { choiceOn, type Days, periods } from "../../table/in-force.js";
import type { Table } from "../../table/table.js";
import { askedPart } from "./asked.js";
import { type Mutant, mutantsOf } from "./mutant-list.js";
import { isNoticed, type PlacedTrials, placeTrials, type Trial } from "./notice.js";
import { follow, isNothing, type Shift } from "./shift.js";
import { type Telling, tellingCase } from "./telling.js";

/** What became of one deliberate mistake. */
export interface TriedMutant {
  readonly mutant: Mutant;
  readonly fate: Fate;
}

/**
 * `equivalent`: every situation that can be comes to the same rule and verdict, on any day, and to the same notices
 * unless a fact is stated that nobody is asked. `other-day`: on this day, but not on another. `unsound`: a gap or a conflict, which `rules check` finds. `noticed`: a case is no
 * longer as expected. `survived`: no case tells.
 */
export type Fate =
  | { readonly kind: "equivalent" | "unsound" }
  | { readonly kind: "other-day"; readonly day: string }
  | { readonly kind: "noticed"; readonly isNoticeOnly: boolean }
  | Survived;

interface Survived {
  readonly kind: "survived";
  /** Whether only notices change, and no rule or verdict. */
  readonly isNoticeOnly: boolean;
  /** How many situations it changes. */
  readonly count: bigint;
  /** A case that would tell. */
  readonly telling: Telling;
}

/** Makes every small mistake in a sound table and looks whether the cases, each met by the table, would notice. */
export function tryMutants(table: Table, day: string, trials: readonly Trial[]): TriedMutant[] {
  const onOtherDays = otherFates(table, daysOfOtherLaw(table, day));
  let draft = draftLaw(table, day);
  let placed = placeTrials(draft, trials);
  return mutantsOf(table).map((mutant) => {
    if (isCrowded(draft)) {
      draft = draftLaw(table, day);
      placed = placeTrials(draft, trials);
    }
    return { mutant, fate: fateOf(draft, mutant, placed) ?? onOtherDays(mutant) };
  });
}

/** What becomes of a mutant on a day; `undefined` where it changes nothing on it. */
function fateOf(draft: Draft, mutant: Mutant, placed: PlacedTrials): Fate | undefined {
  const shift = follow(draft, mutant);
  if (shift.kind === "unsound") return shift;
  if (isNothing(shift)) return undefined;
  const isNoticeOnly = shift.newAnswers === end(NO);
  if (isNoticed(draft, shift, placed)) return { kind: "noticed", isNoticeOnly };
  if (isNeverAsked(draft, shift)) return undefined;
  const telling = tellingCase(draft, shift);
  return telling === undefined ? undefined : { kind: "survived", isNoticeOnly, count: changed(draft, shift), telling };
}

/** Whether only a case that states what nobody is asked could tell. */
function isNeverAsked(draft: Draft, { newAnswers, newNotices }: Shift): boolean {
  return newAnswers === end(NO) && askedPart(draft, newNotices) === end(NO);
}

function changed({ forest }: Draft, { newAnswers, newNotices }: Shift): bigint {
  return count(forest, or(forest, newAnswers, newNotices));
}

/** What becomes of a mutant that changes nothing on the day, given the days of other law. */
function otherFates(table: Table, days: readonly string[]): (mutant: Mutant) => Fate {
  const on = drafts(table);
  return (mutant) => {
    const [first, ...others] = days;
    // most change nothing on any of them, which is found of all at once
    if (first === undefined || isWithoutEffect(on(first, ...others), mutant)) return { kind: "equivalent" };
    const day = days.find((other) => fateOf(on(other), mutant, NO_TRIALS) !== undefined);
    return day === undefined ? { kind: "equivalent" } : { kind: "other-day", day };
  };
}

const NO_TRIALS: PlacedTrials = { all: [], by: new Map() };

/** The laws of a table, each drafted once, and anew when its forest is crowded. */
function drafts(table: Table): (...days: Days) => Draft {
  const known = new Map<string, Draft>();
  return (...days) => {
    const draft = known.get(days.join());
    return draft === undefined || isCrowded(draft) ? remember(known, days.join(), draftLaw(table, ...days)) : draft;
  };
}

function isWithoutEffect(draft: Draft, mutant: Mutant): boolean {
  const shift = follow(draft, mutant);
  return shift.kind === "sound" && (isNothing(shift) || isNeverAsked(draft, shift));
}

/** One day of each period in which another choice of findings, rules and notices is law. */
function daysOfOtherLaw(table: Table, day: string): string[] {
  const byLaw = new Map(periods(table).map((from) => [choiceOn(table, from), from]));
  byLaw.delete(choiceOn(table, day));
  return [...byLaw.values()];
}

/** A forest has a limit, and every mistake leaves something in it. */
function isCrowded({ forest }: Draft): boolean {
  return forest.nodes > forest.limit / 2;
}

function remember<Key, Value>(map: Map<Key, Value>, key: Key, value: Value): Value {
  map.set(key, value);
  return value;
}
