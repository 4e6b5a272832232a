import type { Fault } from "../fault.js";
import type { Table } from "../table.js";

/** What a table says of facts that nobody has stated, and cannot say. */
export function findPresumptionFaults({ facts }: Table): Fault[] {
  return Object.entries(facts).flatMap(([id, { values, presume, "not-weighed": notWeighed }]) => {
    if (presume === undefined) return [];
    const path = ["facts", id, "presume"];
    const fault = (message: string, help: string): Fault => ({ code: "OT313", path, part: "key", message, help });
    if (notWeighed !== undefined)
      return [
        fault(`\`${id}\` is a judgement of the holder, and cannot be taken for granted`, "leave one of the two out"),
      ];
    if (presume.values.length === 0)
      return [
        fault(`\`${id}\` is presumed to have no value`, "name what it nearly always has, or leave `presume` out"),
      ];
    if (new Set(presume.values).size === Object.keys(values).length)
      return [
        fault(`to presume every value of \`${id}\` is to presume nothing`, "leave out what is not nearly always so"),
      ];
    return [];
  });
}
