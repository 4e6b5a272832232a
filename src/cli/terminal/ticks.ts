import { isSpaceKey, type KeypressEvent } from "@inquirer/core";
import { characterOf } from "./drawn.js";

const NOT_THIS = "x";

/** How to tick several, before anything is ticked and after. */
export const HOW_TO_TICK = { one: "Space: one of several. x: not this one.", all: "Space: tick it." } as const;
export const HOW_TICKED = {
  one: "Space: tick or untick. Enter: one of those that are ticked.",
  all: "Space: tick or untick. Enter: all that are ticked.",
} as const;

export function isTick(key: KeypressEvent): boolean {
  return isSpaceKey(key) || characterOf(key) === NOT_THIS;
}

/** What is ticked of so many choices after a key: the one at the cursor too, or no more; or all but that one. */
export function ticksAfter(ticked: readonly number[], of: number, active: number, key: KeypressEvent): number[] {
  const others = (places: readonly number[]): number[] => places.filter((place) => place !== active);
  if (!isSpaceKey(key)) return others([...Array(of).keys()]);
  return ticked.includes(active) ? others(ticked) : [...ticked, active];
}

/** What stands before a choice once something is ticked; `of` is how many can be. */
export function tickBox(place: number, ticked: readonly number[], of: number): string {
  if (ticked.length === 0 || place >= of) return "";
  return ticked.includes(place) ? "[x] " : "[ ] ";
}
