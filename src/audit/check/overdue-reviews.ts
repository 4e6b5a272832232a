import { type Part, partName, partsIn } from "../../table/parts.js";
import type { Table } from "../../table/table.js";
import type { Check, Doubt } from "../flaw.js";

const REVIEWED = ["rules", "findings", "notices", "forms", "sources"] as const;
type Reviewable = (typeof REVIEWED)[number];

/** Reviews that were due before the day of the audit. */
export const overdueReviews: Check = {
  codes: {
    OT330:
      "The day has passed by which a rule, finding, notice, form or source was to be looked at again. Read it against the law, and set the next day.",
    OT331:
      "It is more than a year since a person last read the whole table against its sources, as `reviewed-on` says. The verdicts go on as before.",
  },
  find: ({ table, today }) => [
    ...wholeTable(table, today),
    ...partsIn(table, ...REVIEWED).flatMap((part) => overdue(part, today)),
  ],
};

/** A table is read against its sources once a year. */
function wholeTable(table: Table, today: string): Doubt[] {
  if (!isReadLongAgo(table, today)) return [];
  const reviewedOn = table.table["reviewed-on"];
  return [
    {
      code: "OT331",
      path: ["table", "reviewed-on"],
      part: "value",
      message: `the table was last reviewed on ${reviewedOn}, more than a year ago`,
      help: "read it against its sources, and write the day of that",
    },
  ];
}

/** What is no longer law is not reviewed any more. */
function overdue(part: Part<Reviewable>, today: string): Doubt[] {
  const { "review-by": by, to } = part.value;
  if (by === undefined || today <= by || (to !== undefined && to < today)) return [];
  return [
    {
      code: "OT330",
      path: [...part.path, "review-by"],
      part: "value",
      message: `${partName(part)} was due for review by ${by}`,
      help: "read it against the law, and set the next day",
    },
  ];
}

/** Whether a person last read the whole table against its sources more than a year before a day. */
export function isReadLongAgo({ table }: Table, today: string): boolean {
  return today > yearAfter(table["reviewed-on"]);
}

function yearAfter(day: string): string {
  return `${String(Number(day.slice(0, 4)) + 1).padStart(4, "0")}${day.slice(4)}`;
}
