import { type Knowledge, type Ref, YES } from "../../diagram/graph.js";
import { and, not, or } from "../../diagram/logic.js";
import { reachable } from "../../diagram/walk.js";
import { type Draft, scopeOf } from "../../table/compile.js";
import type { Notice, Rule, Table } from "../../table/table.js";
import type { Case, Expectation } from "../../triage/case.js";
import { dueOn } from "../../triage/deadlines.js";
import type { Decision } from "../../triage/decide.js";
import { findUnmet } from "../../triage/expectation.js";
import { commonVerdict } from "../../triage/outcomes.js";
import { outlookFrom, presumableIn } from "../../triage/outlook.js";
import { planFor, plansOf } from "../../triage/plan.js";
import { situationOf } from "../../triage/situation.js";
import type { Effect } from "./effect.js";

/** A case whose expectation is met by the sound table. */
export interface Trial {
  readonly given: Case;
  readonly expect: Expectation;
  readonly decision: Decision;
}

/** Whether some situation that a case may stand for lies in a region. */
export function reaches({ forest }: Draft, region: Ref, situation: Knowledge): boolean {
  return reachable(forest, region, situation).has(YES);
}

/** Whether every situation that a case may stand for, of those that can be, lies in a region. */
export function liesWithin(draft: Draft, region: Ref, situation: Knowledge): boolean {
  const { forest, possible } = draft;
  return !reaches(draft, and(forest, possible, not(forest, region)), situation);
}

/** A case with its situation, by the variables of a draft. */
export interface PlacedTrial {
  readonly trial: Trial;
  readonly situation: Knowledge;
}

export function placeTrials(draft: Draft, trials: readonly Trial[]): PlacedTrial[] {
  return trials.map((trial) => ({ trial, situation: situationOf(draft, draft, trial.given.facts) }));
}

/** Whether one of these cases is no longer as expected once a mistake is made. */
export function isNoticed(draft: Draft, table: Table, effect: Effect, trials: readonly PlacedTrial[]): boolean {
  const changed = or(draft.forest, effect.outcome, effect.notices);
  return trials.some(
    (placed) => reaches(draft, changed, placed.situation) && !isStillMet(draft, table, effect, placed),
  );
}

function isStillMet(draft: Draft, table: Table, { shift }: Effect, { trial, situation: stated }: PlacedTrial): boolean {
  const { decision, expect, given } = trial;
  const find = (knowledge: Knowledge): Rule[] =>
    shift.rules.flatMap((rule, index) => {
      const decides = shift.decides.get(index) ?? (draft.decides[index] as Ref);
      return rule !== undefined && reaches(draft, decides, knowledge) ? [rule] : [];
    });
  const presumable = presumableIn(table, draft.factOrder);
  const { situation, possible } = outlookFrom(presumable, stated, find);
  if (possible.length === 0) return false;
  const { forest } = draft;
  const isShown = (id: string): boolean => {
    const shown = shift.notices.get(id) ?? (draft.shown[id] as Ref);
    const scope = scopeOf(table.notices[id] as Notice, shift);
    return reaches(draft, shown, situation) && !reaches(draft, and(forest, scope, not(forest, shown)), situation);
  };
  const verdict = commonVerdict(possible);
  const notices = Object.keys(table.notices).filter(isShown);
  const dues = planFor(table, plansOf(table, possible), verdict).deadlines;
  const deadlines = dues.map((id) => dueOn(table, id, given.particulars, decision.asOf));
  return findUnmet(expect, { ...decision, verdict, possible, notices, deadlines }).length === 0;
}
