import type { Order } from "../../batch/register.js";
import type { BatchFormat } from "../../batch/summary.js";
import type { Paint } from "../../report/paint.js";
import type { Format } from "../formats.js";

interface Entry extends Pick<Format, "endings" | "isForFiles"> {
  /** Whether all is shown that a record has, and so the whole assessment where that was asked for. */
  readonly isWhole: boolean;
  /** Whether it takes something out of the whole assessment. */
  readonly takesFromWhole?: boolean;
  /** How many records it can hold; absent where none is kept. Only what keeps them all can put them in an order. */
  readonly most?: number;
  readonly begin: (paint: Paint, order: Order | undefined) => Promise<BatchFormat>;
}

/** Every way of showing a batch: a format is a file, loaded when it is asked for, and a line. */
export const BATCH_FORMATS: Readonly<Record<string, Entry>> = {
  text: { endings: [], isWhole: false, begin: async (paint) => (await import("./text.js")).newBatchText(paint) },
  ndjson: { endings: ["ndjson", "jsonl"], isWhole: true, begin: async () => (await import("./ndjson.js")).batchNdjson },
  json: { endings: ["json"], isWhole: true, begin: async () => (await import("./json.js")).newBatchJson() },
  csv: { endings: ["csv"], isWhole: false, begin: async () => (await import("./csv.js")).newBatchCsv() },
  junit: { endings: ["xml"], isWhole: false, begin: async () => (await import("./junit.js")).newBatchJunit() },
  markdown: { endings: ["md"], isWhole: false, begin: async () => (await import("./markdown.js")).newBatchMarkdown() },
  xlsx: {
    endings: ["xlsx"],
    isWhole: false,
    isForFiles: true,
    takesFromWhole: true,
    most: 100_000,
    begin: async (_, order) => (await import("./xlsx.js")).newBatchXlsx(order),
  },
};

export const WHOLE_FORMATS: readonly string[] = Object.keys(BATCH_FORMATS).filter((id) => BATCH_FORMATS[id]?.isWhole);
