import type { BatchFormat } from "../../batch/summary.js";
import { jsonLine } from "../../report/json-line.js";

/** A line of JSON for each record. */
export const batchNdjson: BatchFormat = {
  isPlainLines: true,
  isRecordByRecord: true,
  head: "",
  record: jsonLine,
  tail: () => "",
};
