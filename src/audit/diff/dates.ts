import { inForce } from "../../table/in-force.js";
import { type Part, partsIn } from "../../table/parts.js";
import type { Table } from "../../table/table.js";

/** A table and the day whose law of it is meant, as YYYY-MM-DD. */
export interface DatedTable {
  readonly table: Table;
  readonly day: string;
}

const DATED = ["findings", "rules", "notices", "forms", "sources"] as const;

/** Something that both tables have and that is law under one of them only, because of the day. */
export interface DateChange extends Pick<Part<(typeof DATED)[number]>, "section" | "id"> {
  readonly change: "comes into force" | "lapses";
}

export function findDateChanges(old: DatedTable, next: DatedTable): DateChange[] {
  const before = partsIn(old.table, ...DATED);
  return partsIn(next.table, ...DATED).flatMap(({ section, id, value }): DateChange[] => {
    const earlier = before.find((part) => part.section === section && part.id === id);
    const now = inForce(value, next.day);
    if (earlier === undefined || inForce(earlier.value, old.day) === now) return [];
    return [{ section, id, change: now ? "comes into force" : "lapses" }];
  });
}
