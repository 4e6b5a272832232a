import { end, type Knowledge, NO, type Ref, YES } from "../../diagram/graph.js";
import { and, not, or } from "../../diagram/logic.js";
import { canReach, reachable } from "../../diagram/walk.js";
import { type Draft, ruleIndex, scopeOf } from "../../table/compile.js";
import { groupBy } from "../../table/group-by.js";
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
interface PlacedTrial {
  readonly trial: Trial;
  readonly situation: Knowledge;
  /** The situation with what the sound table takes for granted. */
  readonly granted: () => Knowledge;
}

/** Cases in a draft, and the same by the rules that decide them and by the notices that they show. */
export interface PlacedTrials {
  readonly all: readonly PlacedTrial[];
  readonly by: ReadonlyMap<Rule | string, readonly PlacedTrial[]>;
}

export function placeTrials(draft: Draft, trials: readonly Trial[]): PlacedTrials {
  const presumable = presumableIn(draft.table, draft.factOrder);
  const all = trials.map((trial) => placedIn(draft, presumable, trial));
  const pairs = all.flatMap((placed) => {
    const { possible, notices } = placed.trial.decision;
    return [...possible, ...notices].map((what) => ({ what, placed }));
  });
  const by = [...groupBy(pairs, ({ what }) => what)].map(([what, group]) => [what, group.map(({ placed }) => placed)]);
  return { all, by: new Map(by as [Rule | string, PlacedTrial[]][]) };
}

function placedIn(draft: Draft, presumable: readonly Presumable[], trial: Trial): PlacedTrial {
  const situation = situationOf(draft, draft, trial.given.facts);
  let granted: Knowledge | undefined;
  return {
    trial,
    situation,
    granted: () => {
      granted ??= outlookFrom(presumable, situation, (known) =>
        rulesAfter(draft, { rules: draft.table.rules, decides: new Map() }, known),
      ).situation;
      return granted;
    },
  };
}

/** Whether one of these cases is no longer as expected once a mistake is made. */
export function isNoticed(draft: Draft, table: Table, effect: Effect, trials: PlacedTrials): boolean {
  const changed = or(draft.forest, effect.outcome, effect.notices);
  const tells = effect.outcome === end(NO) ? noticesTell(draft, table, effect) : answersTell(draft, table, effect);
  const isTold = (placed: PlacedTrial): boolean => reaches(draft, changed, placed.situation) && tells(placed);
  // most often one of those does that a rule decides, or a notice is shown to, which has moved
  const moved = [...[...effect.rules].map((index) => draft.table.rules[index] as Rule), ...effect.shift.notices.keys()];
  const near = new Set(moved.flatMap((what) => trials.by.get(what) ?? []));
  return [...near].some(isTold) || trials.all.some((placed) => !near.has(placed) && isTold(placed));
}

/** Where no rule decides elsewhere, a case is as expected unless it expects notices, and one of those that moved came or went. */
function noticesTell(draft: Draft, table: Table, { shift }: Effect): (placed: PlacedTrial) => boolean {
  const moved = [...shift.notices.keys()];
  return ({ trial: { decision, expect }, granted }) =>
    expect.notices !== undefined &&
    moved.some((id) => isShownAfter(draft, table, shift, id, granted()) !== decision.notices.includes(id));
}

function answersTell(draft: Draft, table: Table, { shift }: Effect): (placed: PlacedTrial) => boolean {
  const presumable = presumableIn(table, draft.factOrder);
  return (placed) => {
    const answer = answerAfter(draft, table, shift, presumable, placed);
    return answer.possible.length === 0 || findUnmet(placed.trial.expect, answer).length > 0;
  };
}

/** What the changed table says of a case, as far as the case expects something of it; no rule where it cannot be. */
function answerAfter(
  draft: Draft,
  table: Table,
  shift: Shift,
  presumable: readonly Presumable[],
  { trial: { decision, expect, given }, situation: stated }: PlacedTrial,
): Expected {
  const { situation, possible } = outlookFrom(presumable, stated, (known) => rulesAfter(draft, shift, known));
  const verdict = commonVerdict(possible);
  const isShown = (id: string): boolean => isShownAfter(draft, table, shift, id, situation);
  const notices = expect.notices === undefined ? [] : Object.keys(table.notices).filter(isShown);
  const dues = expect.deadline === undefined ? [] : planFor(table, plansOf(table, possible), verdict).deadlines;
  const deadlines = dues.map((id) => dueOn(table, id, given.particulars, decision.asOf));
  return { verdict, possible, notices, deadlines };
}

/** The rules that can still decide in the changed table, in its order. */
function rulesAfter(draft: Draft, { rules, decides }: Pick<Shift, "rules" | "decides">, known: Knowledge): Rule[] {
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
