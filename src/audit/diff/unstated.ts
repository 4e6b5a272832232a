import type { Fact, Table } from "../../table/table.js";

/**
 * The facts of both tables of which something else is taken for granted, or holds of a judgement, while nobody has
 * stated them: cases that leave them out may come to something else, though every situation is decided as before.
 */
export function findTakenOtherwise(old: Table, next: Table): string[] {
  return Object.entries(next.facts).flatMap(([id, fact]) => {
    const before = old.facts[id];
    return before === undefined || takenFor(before) === takenFor(fact) ? [] : [id];
  });
}

function takenFor({ presume, "not-weighed": notWeighed }: Fact): string {
  return JSON.stringify([presume?.values.toSorted(), notWeighed]);
}
