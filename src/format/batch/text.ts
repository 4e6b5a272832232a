import { type AssessedRecord, isUnreadable, type UnreadableRecord } from "../../batch/record.js";
import type { BatchFormat } from "../../batch/summary.js";
import { noteText, summaryText } from "../../batch/words.js";
import type { Paint } from "../../report/paint.js";
import { figure } from "../../report/words.js";
import { printable } from "../../source/printable.js";

const WIDTHS = [16, 16, 28];

/** A table for a terminal, line by line, and what it comes to. */
export function newBatchText(paint: Paint): BatchFormat {
  return {
    isPlainLines: false,
    isRecordByRecord: false,
    head: `${paint.heading(columns(["REFERENCE", "VERDICT", "RULE", "NOTE"]))}\n`,
    record: (record) => `${isUnreadable(record) ? errorLines(record) : answerLine(record)}\n`,
    tail: (summary) => `\n${printable(summaryText(summary))}.\n`,
  };

  function answerLine(record: AssessedRecord): string {
    const { at, reference, verdict, rule } = record;
    return columns([reference ?? at, verdict, rule ?? "-", noteText(record)].map(printable));
  }

  function errorLines({ at: place, reference, errors, moreErrors }: UnreadableRecord): string {
    const told = errors.flatMap(({ at, code, message, help }) => [
      `  ${paint.place(printable(at ?? place))}: ${paint.error(`error[${code}]`)}: ${printable(message)}`,
      ...(help === null ? [] : [`    ${paint.help("help:")} ${printable(help)}`]),
    ]);
    const more = moreErrors === undefined ? [] : [`  … and ${figure(moreErrors)} more`];
    return [columns([printable(reference ?? place), "unreadable"]), ...told, ...more].join("\n");
  }
}

function columns(cells: readonly string[]): string {
  return cells
    .map((cell, index) => cell.padEnd(WIDTHS[index] ?? 0))
    .join("  ")
    .trimEnd();
}
