import type { BatchFormat } from "../batch/summary.js";
import type { Paint } from "../report/paint.js";
import { printable } from "../source/printable.js";

/** The ways of showing a batch, each loaded when it is asked for. */
export const BATCH_FORMATS: Readonly<Record<string, (paint: Paint) => Promise<BatchFormat>>> = {
  text: async (paint) => (await import("../format/batch/text.js")).newBatchText(paint, printable),
  ndjson: async () => (await import("../format/batch/ndjson.js")).batchNdjson,
  json: async () => (await import("../format/batch/json.js")).newBatchJson(),
  csv: async () => (await import("../format/batch/csv.js")).newBatchCsv(printable),
  junit: async () => (await import("../format/batch/junit.js")).newBatchJunit(printable),
  markdown: async () => (await import("../format/batch/markdown.js")).newBatchMarkdown(printable),
};
