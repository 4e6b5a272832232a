import { end, type Knowledge, NO, type Ref, YES } from "../../diagram/graph.js";
import { and, not, or } from "../../diagram/logic.js";
import { canReach, reachable } from "../../diagram/walk.js";
import { type Draft, ruleIndex, scopeOf } from "../../table/compile.js";
import type { Notice, Rule, Table } from "../../table/table.js";
import type { Case, Expectation } from "../../triage/case.js";
import { dueOn } from "../../triage/deadlines.js";
import type { Answer } from "../../triage/decide.js";
import { type Expected, findUnmet } from "../../triage/expectation.js";
import { commonVerdict } from "../../triage/outcomes.js";
import { outlookFrom, type Presumable, presumableIn } from "../../triage/outlook.js";
import { planFor, plansOf } from "../../triage/plan.js";
import { situationOf } from "../../triage/situation.js";
import type { Effect } from "./effect.js";
import type { Shift } from "./shift.js";

/** A case whose expectation is met by the sound table. */
export interface Trial {
  readonly given: Case;
  readonly expect: Expectation;
  readonly decision: Answer;
}

/** Whether some situation that a case may stand for lies in a region. */
export function reaches({ forest }: Draft, region: Ref, situation: Knowledge): boolean {
  return canReach(forest, region, situation, YES);
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
  const presumable = presumableIn(table, draft.factOrder);
  return likelyFirst(draft, effect, trials).some((placed) => {
    if (!reaches(draft, changed, placed.situation)) return false;
    const answer = answerAfter(draft, table, effect, presumable, placed);
    return answer.possible.length === 0 || findUnmet(placed.trial.expect, answer).length > 0;
  });
}

/** Those that can notice it, first those that a rule decides or that show a notice which has moved: most often one of them does. */
function likelyFirst({ table }: Draft, effect: Effect, trials: readonly PlacedTrial[]): readonly PlacedTrial[] {
  const rules = new Set<Rule>([...effect.rules].map((index) => table.rules[index] as Rule));
  const isNear = ({ trial: { decision } }: PlacedTrial): boolean =>
    decision.possible.some((rule) => rules.has(rule)) || decision.notices.some((id) => effect.shift.notices.has(id));
  const able = effect.outcome === end(NO) ? trials.filter(({ trial }) => trial.expect.notices !== undefined) : trials;
  return [...able.filter(isNear), ...able.filter((placed) => !isNear(placed))];
}

/** What the changed table says of a case, as far as the case expects something of it; no rule where it cannot be. */
function answerAfter(
  draft: Draft,
  table: Table,
  effect: Effect,
  presumable: readonly Presumable[],
  { trial: { decision, expect, given }, situation: stated }: PlacedTrial,
): Expected {
  const { situation, possible } = outlookFrom(presumable, stated, (known) => rulesAfter(draft, effect.shift, known));
  const verdict = commonVerdict(possible);
  const isShown = (id: string): boolean =>
    effect.outcome === end(NO) && !effect.shift.notices.has(id)
      ? decision.notices.includes(id)
      : isShownAfter(draft, table, effect.shift, id, situation);
  const notices = expect.notices === undefined ? [] : Object.keys(table.notices).filter(isShown);
  const dues = expect.deadline === undefined ? [] : planFor(table, plansOf(table, possible), verdict).deadlines;
  const deadlines = dues.map((id) => dueOn(table, id, given.particulars, decision.asOf));
  return { verdict, possible, notices, deadlines };
}

/** The rules that can still decide in the changed table, in its order. */
function rulesAfter(draft: Draft, { rules, decides }: Shift, known: Knowledge): Rule[] {
  const before = [...reachable(draft.forest, draft.outcome, known)].map(ruleIndex);
  const asBefore = before.filter((index) => !decides.has(index));
  const moved = [...decides.keys()].filter((index) => reaches(draft, decides.get(index) as Ref, known));
  return [...asBefore, ...moved].sort((a, b) => a - b).flatMap((index) => rules[index] ?? []);
}

function isShownAfter(draft: Draft, table: Table, shift: Shift, id: string, situation: Knowledge): boolean {
  const { forest } = draft;
  const shown = shift.notices.get(id) ?? (draft.shown[id] as Ref);
  const scope = scopeOf(table.notices[id] as Notice, shift);
  return reaches(draft, shown, situation) && !reaches(draft, and(forest, scope, not(forest, shown)), situation);
}
