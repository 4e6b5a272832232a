/** What a window shows of a list: whole choices, from choice `top` on. */
export interface ListPage {
  readonly rows: readonly string[];
  readonly top: number;
}

/**
 * The part of a list that has room in so many lines. It is moved from `top` only as far as must be for the choice
 * `active` to be in sight, and says how many choices are out of sight. The last one stands below it where it is `pinned`.
 */
export function listPage(
  choices: readonly string[],
  active: number,
  top: number,
  room: number,
  pinned: boolean,
): ListPage {
  const list = pinned ? choices.slice(0, -1) : choices;
  const last = choices.slice(list.length);
  const space = room - height(last);
  if (height(list) <= space) return { rows: choices, top: 0 };
  // a line for each of the two signs
  const first = firstInSight(list, active, top, space - 2);
  const length = fitting(list.slice(first), space - 2);
  const below = list.length - first - length;
  return {
    rows: [sign(first, "↑", "above"), ...list.slice(first, first + length), sign(below, "↓", "below"), ...last],
    top: first,
  };
}

function firstInSight(list: readonly string[], active: number, top: number, space: number): number {
  if (active >= list.length) return top;
  const above = list.slice(0, active + 1).reverse();
  return Math.min(active, Math.max(top, above.length - fitting(above, space)));
}

/** How many choices from the first on have room in so many lines; one, even where it has none. */
function fitting(list: readonly string[], space: number): number {
  const tooMany = list.findIndex((_, index) => height(list.slice(0, index + 1)) > space);
  return tooMany < 0 ? list.length : Math.max(1, tooMany);
}

function height(list: readonly string[]): number {
  return list.reduce((lines, row) => lines + row.split("\n").length, 0);
}

function sign(hidden: number, arrow: string, where: string): string {
  return hidden === 0 ? "" : `   ${arrow} ${hidden} more ${where}`;
}
