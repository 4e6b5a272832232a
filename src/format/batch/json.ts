import type { BatchFormat, BatchSummary } from "../../batch/summary.js";
import { summaryData } from "../../batch/summary.js";
import { jsonLine } from "../../report/json-line.js";

/** One document of JSON, which grows record by record. */
export function newBatchJson(): BatchFormat {
  let separator = "\n";
  return {
    isPlainLines: false,
    isRecordByRecord: false,
    head: '{"schema":"order-triage/batch@2","records":[',
    record: (record) => {
      const text = `${separator}${jsonLine(record).trimEnd()}`;
      separator = ",\n";
      return text;
    },
    tail: (summary: BatchSummary) => `\n],"summary":${jsonLine(summaryData(summary)).trimEnd()}}\n`,
  };
}
