import { inForce } from "../../table/in-force.js";
import type { InForce, Table } from "../../table/table.js";
import type { DatedTable } from "./diff.js";

/** Something that both tables have and that is law under one of them only, because of the day. */
export interface DateChange {
  readonly section: "findings" | "rules" | "notices" | "sources";
  readonly id: string;
  readonly change: "comes into force" | "lapses";
}

export function findDateChanges(old: DatedTable, next: DatedTable): DateChange[] {
  return (["findings", "rules", "notices", "sources"] as const).flatMap((section) => {
    const before = datedParts(old.table, section);
    return Object.entries(datedParts(next.table, section)).flatMap(([id, part]): DateChange[] => {
      const earlier = before[id];
      if (earlier === undefined || inForce(earlier, old.day) === inForce(part, next.day)) return [];
      return [{ section, id, change: inForce(part, next.day) ? "comes into force" : "lapses" }];
    });
  });
}

function datedParts(table: Table, section: DateChange["section"]): Readonly<Record<string, InForce>> {
  return section === "rules" ? Object.fromEntries(table.rules.map((rule) => [rule.id, rule])) : table[section];
}
