import { type Spreadsheet, type SpreadsheetColumn, textColumn } from "../report/spreadsheet.js";
import { VERDICTS } from "../table/verdict.js";
import { type BatchRecord, isUnreadable } from "./record.js";
import { dueDays, errorTexts, partTexts, unmetTexts } from "./words.js";

/** The orders in which a register can be read. Without one it is that of the records. */
export const ORDERS = ["due"] as const;
export type Order = (typeof ORDERS)[number];

/** A row for each record, for the people who see to them. */
export function register(rows: readonly RegisterRow[], order: Order | undefined): Spreadsheet {
  const ordered = order === undefined ? rows : rows.toSorted((one, other) => compare(one.urgency, other.urgency));
  return { name: "Register", columns: COLUMNS, rows: ordered.map(({ cells }) => cells) };
}

export interface RegisterRow {
  readonly cells: readonly string[];
  /** What cannot be read comes first, then what is due by its day, then what has no day. */
  readonly urgency: string;
}

const COLUMNS: readonly SpreadsheetColumn[] = [
  textColumn("Reference", 18),
  textColumn("Answer", 20),
  textColumn("In short", 48),
  { heading: "Due", width: 12, kind: "day" },
  textColumn("First step", 40),
  textColumn("Not known", 28),
  textColumn("Taken for granted", 28),
  textColumn("Remarks", 36),
  textColumn("Rule", 28),
  textColumn("Where", 24),
];

const [FIRST, LAST] = ["0", "9999-12-31"];

/** The row of a record, with its first step if the whole assessment is there. */
export function registerRow(record: BatchRecord): RegisterRow {
  const { at, reference } = record;
  if (isUnreadable(record)) {
    const cells = [reference ?? "", "Could not be read", errorTexts(record).join("\n"), "", "", "", "", "", "", at];
    return { cells, urgency: FIRST };
  }
  const { verdict, headline, rule, presumed, unknown, assessment } = record;
  const firstStep = assessment?.steps[0]?.do ?? "";
  const [due = ""] = dueDays(record);
  const remarks = [...partTexts(record), ...unmetTexts(record)].join("\n");
  const lists = [unknown, presumed].map((facts) => facts.join(", "));
  const cells = [reference ?? "", VERDICTS[verdict].label, headline, due, firstStep, ...lists, remarks, rule ?? "", at];
  return { cells, urgency: due || LAST };
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
