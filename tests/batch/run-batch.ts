import type { Crew } from "../../src/batch/crew.js";
import type { ReadInto } from "../../src/batch/read/feed.js";
import type { BatchRecord } from "../../src/batch/record.js";
import type { BatchSummary } from "../../src/batch/summary.js";
import { type BatchOptions, batch } from "../../src/commands/batch.js";
import { batchNdjson } from "../../src/format/batch/ndjson.js";
import type { CompiledTable } from "../../src/table/compiled.js";

export const TODAY = "2026-11-22";

/** An outside world with nothing in it. */
export const noIo = {
  today: TODAY,
  shippedRules: () => ({ ok: false as const, why: "" }),
  stored: () => undefined,
  read: async () => ({ ok: false as const, why: "" }),
  clock: () => 0,
  list: async () => ({ ok: false as const, why: "", isFile: true }),
};

export interface Batched {
  readonly text: string;
  readonly records: readonly BatchRecord[];
  readonly summary: BatchSummary;
}

/** Runs a batch over one file that comes in pieces of these sizes, over and over. */
export async function runBatch(
  compiled: CompiledTable,
  name: string,
  content: Uint8Array,
  options: Partial<BatchOptions> = {},
  sizes: readonly number[] = [1 << 20],
  isRepeatable = true,
  crew?: Crew,
): Promise<Batched> {
  const open = async () => ({ ok: true as const, name, isRepeatable, read: reading(content, sizes), close: () => {} });
  const asked = {
    paths: [name],
    inputFormat: undefined,
    asOf: TODAY,
    presume: true,
    explain: false,
    ignoreColumns: [],
    limitErrors: 1e9,
  };
  const written: Uint8Array[] = [];
  const to = { write: (bytes: Uint8Array) => void written.push(bytes.slice()), pause: () => undefined };
  const summary = await batch({ ...noIo, open }, compiled, { ...asked, format: batchNdjson, ...options }, to, crew);
  const text = Buffer.concat(written).toString();
  const lines = options.format === undefined || options.format.isPlainLines ? text.split("\n") : [];
  const records = lines.flatMap((line) => (line.startsWith("{") ? [JSON.parse(line)] : []));
  return { text, records, summary };
}

/** Reads a file that comes in pieces of these sizes, over and over. */
export function reading(content: Uint8Array, sizes: readonly number[]): ReadInto {
  let [at, turn] = [0, 0];
  return (bytes, from) => {
    const size = sizes[turn++ % sizes.length] as number;
    const part = content.subarray(at, at + Math.min(size, bytes.length - from));
    bytes.set(part, from);
    at += part.length;
    return part.length;
  };
}
