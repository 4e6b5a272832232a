import { end, NO, type Ref } from "../../diagram/graph.js";
import { and, differ, except, or } from "../../diagram/logic.js";
import type { Draft } from "../../table/compile.js";
import type { Mutant } from "./mutant-list.js";
import { type Shift, shiftOf } from "./shift.js";

const FALSE = end(NO);

/** What a mistake changes on one day. */
export interface Effect {
  readonly shift: Shift;
  /** The rules that decide elsewhere now or give another verdict, by place in the sound table. */
  readonly rules: ReadonlySet<number>;
  /** Where another rule decides, or another verdict is given, or where what could be cannot, or the reverse. */
  readonly outcome: Ref;
  /** Where a notice is shown that was not, or the reverse, in situations that could be and still can. */
  readonly notices: Ref;
  /** Whether some situation has no deciding rule now, or several: `rules check` would not let it pass. */
  readonly isUnsound: boolean;
}

export function effectOf(draft: Draft, { change, table }: Mutant): Effect {
  const { forest, table: sound } = draft;
  const shift = shiftOf(draft, table);
  const moves = movesOf(draft, shift);
  const moved = moves.map(({ before, after }) => differ(forest, before, after));
  const swapped = change.kind === "verdict-swapped" ? [sound.rules.findIndex((rule) => rule.id === change.of.id)] : [];
  const given = swapped.map((index) => draft.decides[index] as Ref);
  const outcome = or(forest, differ(forest, draft.possible, shift.possible), ...moved, ...given);
  const shown = [...shift.notices].map(([id, ref]) => differ(forest, draft.shown[id] as Ref, ref));
  const notices = and(forest, draft.possible, shift.possible, or(forest, ...shown));
  const rules = new Set([...shift.decides.keys(), ...swapped]);
  return { shift, rules, outcome, notices, isUnsound: isUnsound(draft, shift, moves) };
}

export function isNothing({ outcome, notices }: Effect): boolean {
  return outcome === FALSE && notices === FALSE;
}

/** Where a rule decided and where it does, of what a mistake touches. */
interface Move {
  readonly before: Ref;
  readonly after: Ref;
}

function movesOf({ forest, decides }: Draft, { touched, decides: after }: Shift): Move[] {
  return [...after].map(([index, ref]) => ({
    before: and(forest, touched, decides[index] as Ref),
    after: and(forest, touched, ref),
  }));
}

/** Every situation that can be must have one deciding rule. In the sound table each had; only what moved is looked at. */
function isUnsound({ forest, possible }: Draft, shift: Shift, moves: readonly Move[]): boolean {
  if (shift.possible === FALSE) return true;
  const lost = moves.map(({ before, after }) => except(forest, before, after));
  const opened = except(forest, shift.possible, possible);
  const vacant = and(forest, shift.possible, or(forest, opened, ...lost));
  let filled = FALSE;
  for (const { before, after } of moves) {
    const gained = except(forest, after, before);
    if (and(forest, filled, gained) !== FALSE) return true;
    filled = or(forest, filled, gained);
  }
  return filled !== vacant;
}
