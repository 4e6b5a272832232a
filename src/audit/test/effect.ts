import type { Forest } from "../../diagram/forest.js";
import { end, NO, type Ref } from "../../diagram/graph.js";
import { and, ifThenElse, not, or } from "../../diagram/logic.js";
import type { Draft } from "../../table/compile.js";
import type { Mutant } from "./mutant-list.js";
import { type Shift, shiftOf } from "./shift.js";

const FALSE = end(NO);

/** What a mistake changes on one day. */
export interface Effect {
  readonly shift: Shift;
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
  const moved = [...shift.decides].map(([index, ref]) => differ(forest, draft.decides[index] as Ref, ref));
  const swapped = draft.decides.filter(
    (_, index) => change.kind === "verdict-swapped" && sound.rules[index]?.id === change.of.id,
  );
  const outcome = or(forest, differ(forest, draft.possible, shift.possible), ...moved, ...swapped);
  const shown = [...shift.notices].map(([id, ref]) => differ(forest, draft.shown[id] as Ref, ref));
  const notices = and(forest, draft.possible, shift.possible, or(forest, ...shown));
  return { shift, outcome, notices, isUnsound: isUnsound(draft, shift) };
}

export function isNothing({ outcome, notices }: Effect): boolean {
  return outcome === FALSE && notices === FALSE;
}

/** Every situation that can be must have one deciding rule. In the sound table each had; only what moved is looked at. */
function isUnsound({ forest, decides, possible }: Draft, shift: Shift): boolean {
  if (shift.possible === FALSE) return true;
  const without = (ref: Ref, less: Ref): Ref => and(forest, ref, not(forest, less));
  const lost = [...shift.decides].map(([index, ref]) => without(decides[index] as Ref, ref));
  const vacant = and(forest, shift.possible, or(forest, without(shift.possible, possible), ...lost));
  let filled = FALSE;
  for (const [index, ref] of shift.decides) {
    const gained = without(ref, decides[index] as Ref);
    if (and(forest, filled, gained) !== FALSE) return true;
    filled = or(forest, filled, gained);
  }
  return filled !== vacant;
}

function differ(forest: Forest, one: Ref, other: Ref): Ref {
  return ifThenElse(forest, one, not(forest, other), other);
}
