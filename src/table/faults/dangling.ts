import { MOST_PROBLEMS } from "../../source/problem.js";
import { type Fault, someOf } from "../fault.js";
import { groupBy } from "../group-by.js";
import { namedPath } from "../path.js";
import type { Table } from "../table.js";

/** A place where something is named in vain. Places with the same slip have the same cause. */
export interface Dangling extends Pick<Fault, "path" | "part"> {
  readonly slip: string;
  readonly wording: () => Pick<Fault, "code" | "message" | "help">;
}

/** Each slip once, at the first of its places. */
export function tellDangling(table: Table, places: readonly Dangling[]): Fault[] {
  const slips = [...groupBy(places, ({ slip }) => slip).values()].slice(0, MOST_PROBLEMS + 1);
  return slips.map((same) => {
    const [{ path, part, wording }] = same;
    const { code, message, help } = wording();
    if (same.length === 1) return { code, path, part, message, help };
    const owners = new Set(same.map((one) => namedPath(table, one.path)[1] ?? String(one.path[0])));
    const named = `${message}; it is named ${same.length} times, in ${someOf([...owners])}`;
    return { code, path, part, message: named, help: help ?? "put it back, or take it out wherever it is named" };
  });
}
