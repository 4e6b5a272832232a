import { end, type Knowledge, NO, type Ref, YES } from "../../diagram/graph.js";
import { and, except, not, or } from "../../diagram/logic.js";
import { canReach, reachable } from "../../diagram/walk.js";
import { type Draft, ruleIndex, scopeOf } from "../../table/compile.js";
import { groupBy } from "../../table/group-by.js";
import type { Notice, Rule, Table } from "../../table/table.js";
import type { Case, Expectation } from "../../triage/case.js";
import { dueOn } from "../../triage/deadlines.js";
import type { Answer } from "../../triage/decide.js";
import { findUnmet } from "../../triage/expectation.js";
import { commonVerdict } from "../../triage/outcomes.js";
import { outlookFrom, type Presumable, presumableIn } from "../../triage/outlook.js";
import { planFor, plansOf } from "../../triage/plan.js";
import { situationOf } from "../../triage/situation.js";
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
        rulesOn(draft, { rules: draft.table.rules, outcome: draft.outcome }, known),
      ).situation;
      return granted;
    },
  };
}

/** Whether one of these cases is no longer as expected once a mistake is made. */
export function isNoticed(draft: Draft, shift: Shift, trials: PlacedTrials): boolean {
  const { forest } = draft;
  const changed = or(forest, shift.newAnswers, shift.newNotices);
  const isNoticeOnly = shift.newAnswers === end(NO);
  const isExcluded = ({ situation }: PlacedTrial): boolean => !reaches(draft, shift.possible, situation);
  const tells = isNoticeOnly ? noticesTell(draft, shift) : answersTell(draft, shift);
  const isTold = (placed: PlacedTrial): boolean =>
    // where no rule decides elsewhere, only a case that expects notices tells
    !(isNoticeOnly && placed.trial.expect.notices === undefined) &&
    reaches(draft, changed, placed.situation) &&
    tells(placed);
  if (shift.possible !== draft.possible && trials.all.some(isExcluded)) return true;
  // most often one of those does that were decided by a rule, or shown a notice, which are not there any more
  const gone = shift.moved.filter((index) => and(forest, changed, draft.decides[index] as Ref) !== end(NO));
  const near = [...gone.map((index) => draft.table.rules[index] as Rule), ...shift.notices];
  return near.some((what) => trials.by.get(what)?.some(isTold)) || trials.all.some(isTold);
}

function noticesTell(draft: Draft, shift: Shift): (placed: PlacedTrial) => boolean {
  const notices = noticesAfter(draft, shift, shift.notices);
  return ({ trial, granted }) => areOthers(draft, notices, granted(), trial);
}

function answersTell(draft: Draft, shift: Shift): (placed: PlacedTrial) => boolean {
  const { table, factOrder } = draft;
  const presumable = presumableIn(table, factOrder);
  let notices: readonly NoticeAfter[] | undefined;
  return ({ trial, situation: stated }) => {
    const { situation, possible } = outlookFrom(presumable, stated, (known) => rulesOn(draft, shift, known));
    if (possible.length === 0 || isUnmet(table, possible, trial)) return true;
    if (trial.expect.notices === undefined) return false;
    notices ??= noticesAfter(draft, shift, Object.keys(table.notices));
    return areOthers(draft, notices, situation, trial);
  };
}

/** Whether a case expects another rule, verdict or date than these rules come to. */
function isUnmet(table: Table, possible: readonly Rule[], { given, expect, decision }: Trial): boolean {
  const verdict = commonVerdict(possible);
  const dues = expect.deadline === undefined ? [] : planFor(table, plansOf(table, possible), verdict).deadlines;
  const deadlines = dues.map((id) => dueOn(table, id, given.particulars, decision.asOf));
  const { notices: _, ...expected } = expect;
  return findUnmet(expected, { verdict, possible, notices: [], deadlines }).length > 0;
}

/** Where a notice is shown once a mistake is made, and where it could be and is not. */
interface NoticeAfter {
  readonly id: string;
  readonly shown: Ref;
  readonly hidden: Ref;
}

function noticesAfter(draft: Draft, shift: Shift, ids: readonly string[]): NoticeAfter[] {
  return ids.map((id) => {
    const [shown, scope] = [shift.shown(id), scopeOf(draft.table.notices[id] as Notice, shift)];
    return { id, shown, hidden: except(draft.forest, scope, shown) };
  });
}

/** Whether one of some notices that a case was shown is not any more, or the reverse. */
function areOthers(draft: Draft, notices: readonly NoticeAfter[], situation: Knowledge, { decision }: Trial): boolean {
  return notices.some(({ id, shown, hidden }) => {
    const isShown = reaches(draft, shown, situation) && !reaches(draft, hidden, situation);
    return isShown !== decision.notices.includes(id);
  });
}

/** The rules that can still decide, in the order of the table. */
function rulesOn({ forest }: Draft, { rules, outcome }: Pick<Shift, "rules" | "outcome">, known: Knowledge): Rule[] {
  const ends = [...reachable(forest, outcome, known)].sort((a, b) => a - b);
  return ends.flatMap((end) => rules[ruleIndex(end)] ?? []);
}
