import { type BatchRecord, isUnreadable } from "../../batch/record.js";
import type { BatchFormat } from "../../batch/summary.js";
import { errorTexts, labelOf, noteText, summaryText, verdictCounts } from "../../batch/words.js";
import { listed, mapPage } from "../../report/page.js";
import { figure } from "../../report/words.js";
import { printable } from "../../source/printable.js";
import { formatMarkdown } from "../markdown.js";

/** So many records to look into are named; a summary is short. */
const MOST_NAMED = 50;

/** What a batch comes to, for a pull request or a note: numbers, and the records that want looking into. */
export function newBatchMarkdown(): BatchFormat {
  const named: string[] = [];
  let more = 0;
  return {
    isPlainLines: false,
    isRecordByRecord: false,
    head: "",
    record: (record) => {
      if (!isToLookInto(record)) return "";
      if (named.length < MOST_NAMED) named.push(lineFor(record));
      else more += 1;
      return "";
    },
    tail: (summary) => {
      const counts = verdictCounts(summary).filter(([count]) => count > 0);
      const lines = counts.map(([count, verdict]) => `${verdict}: ${figure(count)}`);
      const last = more > 0 ? [`… and ${figure(more)} more.`] : [];
      const sections = [...listed("Verdicts", lines), ...listed("To look into", [...named, ...last])];
      return formatMarkdown(mapPage({ title: summaryText(summary), sections }, printable));
    },
  };
}

function lineFor(record: BatchRecord): string {
  if (!isUnreadable(record)) return `${labelOf(record)}: ${noteText(record)}`;
  // each error says where it is
  return `${record.reference === null ? "" : `${record.reference}: `}${errorTexts(record).join("; ")}`;
}

function isToLookInto(record: BatchRecord): boolean {
  return isUnreadable(record) || (record.unmet?.length ?? 0) > 0;
}
