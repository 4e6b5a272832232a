import { type Ref, type Situation, YES } from "../../diagram/graph.js";
import { and, not, or } from "../../diagram/logic.js";
import { reachable } from "../../diagram/walk.js";
import { scopeOf } from "../../table/compile.js";
import type { Notice, Table } from "../../table/table.js";
import type { Case, Expectation } from "../../triage/case.js";
import { dueOn } from "../../triage/deadlines.js";
import type { Decision } from "../../triage/decide.js";
import { findUnmet } from "../../triage/expectation.js";
import { commonVerdict } from "../../triage/outcomes.js";
import { planFor } from "../../triage/plan.js";
import { situationOf } from "../../triage/situation.js";
import type { Effect } from "./effect.js";
import type { Ground } from "./ground.js";

/** A case whose expectation is met by the sound table. */
export interface Trial {
  readonly given: Case;
  readonly expect: Expectation;
  readonly decision: Decision;
}

/** Whether some situation that a case may stand for lies in a region. */
export function reaches({ draft }: Ground, region: Ref, situation: Situation): boolean {
  return reachable(draft.forest, region, situation).has(YES);
}

/** Whether every situation that a case may stand for, of those that can be, lies in a region. */
export function liesWithin(ground: Ground, region: Ref, situation: Situation): boolean {
  const { forest } = ground.draft;
  return !reaches(ground, and(forest, ground.possible, not(forest, region)), situation);
}

/** A case with its situation, by the variables of a draft. */
export interface PlacedTrial {
  readonly trial: Trial;
  readonly situation: Situation;
}

export function placeTrials(ground: Ground, trials: readonly Trial[]): PlacedTrial[] {
  return trials.map((trial) => ({ trial, situation: situationOf(ground, ground.draft, trial.given.facts) }));
}

/** Whether one of these cases is no longer as expected once a mistake is made. */
export function isNoticed(ground: Ground, table: Table, effect: Effect, trials: readonly PlacedTrial[]): boolean {
  const changed = or(ground.draft.forest, effect.outcome, effect.notices);
  return trials.some(
    (placed) => reaches(ground, changed, placed.situation) && !isStillMet(ground, table, effect, placed),
  );
}

function isStillMet(ground: Ground, table: Table, { shift }: Effect, { trial, situation }: PlacedTrial): boolean {
  const { decision, expect, given } = trial;
  const possible = table.rules.filter(({ id }) => {
    const moved = shift.decides.get(id);
    return moved === undefined ? decision.possible.some((rule) => rule.id === id) : reaches(ground, moved, situation);
  });
  if (possible.length === 0) return false;
  const { forest } = ground.draft;
  const isShown = (id: string): boolean => {
    const shown = shift.notices.get(id) ?? (ground.notices.get(id) as Ref);
    const scope = scopeOf(table.notices[id] as Notice, shift);
    return reaches(ground, shown, situation) && !reaches(ground, and(forest, scope, not(forest, shown)), situation);
  };
  const verdict = commonVerdict(possible);
  const notices = Object.keys(table.notices).filter(isShown);
  const dues = planFor(table, possible, verdict).deadlines;
  const deadlines = dues.map((id) => dueOn(table, id, given.particulars, decision.asOf));
  return findUnmet(expect, { ...decision, verdict, possible, notices, deadlines }).length === 0;
}
