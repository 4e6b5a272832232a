import type { Path } from "../source/document.js";
import type { CodeMeanings } from "../source/problem.js";
import type { Fault } from "../table/fault.js";
import type { Table } from "../table/table.js";

export const FUTURE_READINGS: CodeMeanings = {
  OT332:
    "A source, or the whole table, is said to have been read on a day that has not come yet. Write the day on which somebody read it; if it is right, the clock of the machine is wrong. The table gives its verdicts all the same.",
};

/**
 * Days after today on which the table or one of its sources is said to have been read. They are not looked for where
 * the table is used: a clock that is wrong must not keep a doctor from an answer.
 */
export function findFutureReadings({ table, sources }: Table, today: string): Fault[] {
  return [
    ...future("the table is", table["reviewed-on"], ["table", "reviewed-on"], today),
    ...Object.entries(sources).flatMap(([id, { "read-on": day }]) =>
      future(`the source \`${id}\` is`, day, ["sources", id, "read-on"], today),
    ),
  ];
}

function future(what: string, day: string | undefined, path: Path, today: string): Fault[] {
  if (day === undefined || day <= today) return [];
  const message = `${what} said to have been read on ${day}, a day that has not come yet`;
  return [{ code: "OT332", path, part: "value", message, help: "write the day on which somebody read it" }];
}
