import { type BatchRecord, isUnreadable } from "../../batch/record.js";
import type { BatchFormat } from "../../batch/summary.js";
import { dueDays, errorTexts, partTexts, unmetTexts } from "../../batch/words.js";
import { printable } from "../../source/printable.js";
import { BYTE_ORDER_MARK, csvRow } from "../spreadsheet/csv.js";

const COLUMNS = "at reference verdict exit-code rule headline due presumed unknown parts unmet error".split(" ");

/** A row for each record, for spreadsheets: with the byte order mark by which Excel knows UTF-8. */
export function newBatchCsv(): BatchFormat {
  return {
    isPlainLines: false,
    isRecordByRecord: true,
    head: `${BYTE_ORDER_MARK}${csvRow(COLUMNS)}`,
    record: (record) => csvRow(cellsOf(record).map(printable)),
    tail: () => "",
  };
}

function cellsOf(record: BatchRecord): string[] {
  if (isUnreadable(record)) {
    const { at, reference } = record;
    return [at, reference ?? "", ...COLUMNS.slice(3).map(() => ""), errorTexts(record).join("; ")];
  }
  const { at, reference, verdict, exitCode, rule, headline, presumed, unknown } = record;
  const facts = [presumed.join(" "), unknown.join(" ")];
  const lists = [partTexts(record), unmetTexts(record)].map((texts) => texts.join("; "));
  const [due = ""] = dueDays(record);
  const code = String(exitCode);
  return [at, reference ?? "", verdict, code, rule ?? "", headline, due, ...facts, ...lists, ""];
}
