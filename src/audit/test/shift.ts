import { end, NO, type Ref, YES } from "../../diagram/graph.js";
import { and, differ, except, ifThenElse, or } from "../../diagram/logic.js";
import { type Draft, IMPOSSIBLE, ruleEnd } from "../../table/compile.js";
import type { Impossibility, InForce, Rule } from "../../table/table.js";
import type { Mutant } from "./mutant-list.js";
import { type Turn, turnOf } from "./turn.js";

const FALSE = end(NO);

/** A table with a mistake that leaves no gap and no conflict on a day, in the forest of the sound one. */
export interface Shift {
  readonly kind: "sound";
  readonly rules: readonly Rule[];
  readonly possible: Ref;
  readonly inside: Ref;
  /** Ends as that of a draft does. */
  readonly outcome: Ref;
  /** The rules that may decide elsewhere than before or give another verdict, by place. */
  readonly moved: readonly number[];
  /** The notices that may be shown elsewhere than before. */
  readonly notices: readonly string[];
  /** Where a notice is shown, of what can exist. */
  readonly shown: (id: string) => Ref;
  /** Where another rule decides, or another verdict is given, or where what could be cannot, or the reverse. */
  readonly newAnswers: Ref;
  /** Where a notice is shown that was not, or the reverse, in situations that could be and still can. */
  readonly newNotices: Ref;
}

/** `unsound`: some situation has no deciding rule now, or several; `rules check` would not let it pass. */
export type Followed = Shift | { readonly kind: "unsound" };

/** What a mistake comes to on a day. */
export function follow(draft: Draft, mutant: Mutant): Followed {
  const { forest } = draft;
  const [turn, where] = [turnOf(draft, mutant), whereMade(draft, mutant)];
  const there = (after: Ref, before: Ref): Ref => ifThenElse(forest, where, after, before);
  const possible = there(turn.possible, draft.possible);
  if (and(forest, where, turn.unsound) !== FALSE || possible === FALSE) return { kind: "unsound" };
  const shownAnew = turn.notices.map((id) => differ(forest, draft.shown[id] as Ref, turn.shown(id)));
  return {
    kind: "sound",
    rules: turn.rules,
    possible,
    inside: there(turn.inside, draft.inside),
    outcome: outcomeOf(draft, turn, where, possible),
    moved: turn.moved,
    notices: turn.notices,
    shown: (id) => there(turn.shown(id), draft.shown[id] as Ref),
    newAnswers: and(forest, where, turn.answers),
    newNotices: and(forest, where, draft.possible, possible, or(forest, ...shownAnew)),
  };
}

/** Where a condition holds that did not, or the reverse, or everywhere if something else is otherwise. */
function whereMade({ forest, table, condition, inForce }: Draft, { change, path, now }: Mutant): Ref {
  if (change.kind === "verdict-swapped" || change.kind === "override-dropped") return end(YES);
  const was = Object(table[change.of.section])[path[1] as string] as InForce & Impossibility;
  return and(forest, inForce(was), differ(forest, condition(was.when), now ? condition(now.when) : FALSE));
}

function outcomeOf({ forest, possible: before, outcome }: Draft, turn: Turn, where: Ref, possible: Ref): Ref {
  const left = ifThenElse(forest, except(forest, before, possible), end(IMPOSSIBLE), outcome);
  return [...turn.decides].reduce(
    (rest, [index, decides]) => ifThenElse(forest, and(forest, where, decides), end(ruleEnd(index)), rest),
    left,
  );
}

export function isNothing({ newAnswers, newNotices }: Shift): boolean {
  return newAnswers === FALSE && newNotices === FALSE;
}
