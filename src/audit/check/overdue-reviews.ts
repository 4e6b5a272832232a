import type { Path } from "../../source/document.js";
import type { Reviewed, Table } from "../../table/table.js";
import type { Check, Doubt } from "../flaw.js";

/** Reviews that were due before the day of the audit. */
export const overdueReviews: Check = {
  codes: {
    OT330:
      "The day has passed by which a rule, finding or notice was to be read against its sources again. Do that, and set the next day.",
    OT331:
      "It is more than a year since a person last read the whole table against its sources, as `reviewed-on` says. The verdicts go on as before.",
  },
  find: ({ table, today }) => [...wholeTable(table, today), ...reviewed(table).flatMap((part) => overdue(part, today))],
};

/** A table is read against its sources once a year. */
function wholeTable({ table: { "reviewed-on": reviewedOn } }: Table, today: string): Doubt[] {
  const due = yearAfter(reviewedOn);
  if (today <= due) return [];
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

interface ReviewedPart extends Reviewed {
  readonly name: string;
  readonly path: Path;
}

function reviewed({ rules, findings, notices }: Table): ReviewedPart[] {
  const named = (section: "findings" | "notices", what: string, parts: Readonly<Record<string, Reviewed>>) =>
    Object.entries(parts).map(([id, part]) => ({ ...part, name: `the ${what} \`${id}\``, path: [section, id] }));
  return [
    ...rules.map((rule, index) => ({ ...rule, name: `the rule \`${rule.id}\``, path: ["rules", index] })),
    ...named("findings", "finding", findings),
    ...named("notices", "notice", notices),
  ];
}

/** What is no longer law is not reviewed any more. */
function overdue({ name, path, to, "review-by": by }: ReviewedPart, today: string): Doubt[] {
  if (by === undefined || today <= by || (to !== undefined && to < today)) return [];
  return [
    {
      code: "OT330",
      path: [...path, "review-by"],
      part: "value",
      message: `${name} was due for review by ${by}`,
      help: "read it against its sources, and set the next day",
    },
  ];
}

function yearAfter(day: string): string {
  return `${String(Number(day.slice(0, 4)) + 1).padStart(4, "0")}${day.slice(4)}`;
}
