import type { CodeMeanings } from "../../source/problem.js";
import type { Fault } from "../../table/fault.js";
import type { Table } from "../../table/table.js";
import { findPartChanges } from "./parts.js";

export const UNMOVED: CodeMeanings = {
  OT333:
    "A table was changed, and its `edition` is still the old one. An edition stands for one text, so that a note or a printed table can name what it rests on. Give it another one.",
  OT334:
    "A table was changed, and its `reviewed-on` did not move. It says when a person last read the whole table against its sources, and that was before the change. Read it again, and write the day of that.",
};

/**
 * What should have moved with a table that says something else than it did: its edition, and the day on which it was
 * read, unless that is `today`. Two tables with different ids are not versions of one.
 */
export function findUnmoved(old: Table, next: Table, today: string): Fault[] {
  const [before, after] = [old.table, next.table];
  if (before.id !== after.id || !isChanged(old, next)) return [];
  const isRead = after["reviewed-on"] > before["reviewed-on"] || after["reviewed-on"] === today;
  return [
    ...(after.edition === before.edition ? [unmovedEdition(after.edition)] : []),
    ...(isRead ? [] : [unmovedReview(after["reviewed-on"])]),
  ];
}

function isChanged(old: Table, next: Table): boolean {
  return findPartChanges(old, next).some(
    ({ section, fields }) => section !== "table" || fields.some(({ field }) => !FOLLOWS.includes(field)),
  );
}

/** What of a table only follows from what it says. */
const FOLLOWS: readonly string[] = ["edition", "reviewed-on"];

function unmovedEdition(edition: string): Fault {
  return {
    code: "OT333",
    path: ["table", "edition"],
    part: "value",
    message: `the table has changed, and its edition is still \`${edition}\``,
    help: "give it another edition",
  };
}

function unmovedReview(day: string): Fault {
  return {
    code: "OT334",
    path: ["table", "reviewed-on"],
    part: "value",
    message: `the table has changed, and was last read on ${day}`,
    help: "read it against its sources, and write the day of that",
  };
}
