import { type AssessRecord, newAssessRecord } from "../batch/assess-record.js";
import { newOutBuffer, type OutBuffer, type WriteBytes } from "../batch/fast/out-buffer.js";
import { newReadyLines, type ReadyLines } from "../batch/fast/ready-lines.js";
import { type IgnoredColumns, newIgnoredColumns } from "../batch/read/csv/ignored-columns.js";
import type { ReadAgain } from "../batch/read/csv/records.js";
import { type Feed, type FeedRoom, feedRoom, newFeed, type ReadInto } from "../batch/read/feed.js";
import { foreignFile } from "../batch/read/foreign-file.js";
import { lineRecord, MOST } from "../batch/read/line-records.js";
import { nextLine } from "../batch/read/lines.js";
import { ALL_FORMATS, formatOf, INPUT_FORMATS, type InputFormat } from "../batch/read/records.js";
import { type BatchRecord, unreadableRecord } from "../batch/record.js";
import { type BatchFormat, type BatchSummary, countLeftOut, countRecord, newSummary } from "../batch/summary.js";
import type { Problem } from "../source/problem.js";
import type { CompiledTable } from "../table/compiled.js";
import type { Table } from "../table/table.js";
import type { Terms } from "../triage/decide.js";
import type { Practice } from "../triage/practice/practice.js";
import { filesAt, type Listed } from "./case-files.js";
import { type BatchIo, ReadFailed } from "./io.js";
import { nothingToRead } from "./nothing-to-read.js";

export interface BatchOptions extends Terms {
  /** Files, folders, and `-` for standard input. */
  readonly paths: readonly string[];
  /** How all of them are written; absent where each shows it. */
  readonly inputFormat?: InputFormat | undefined;
  /** Adds the whole assessment to each record. */
  readonly explain: boolean;
  /** Names of columns that are passed over in tables. */
  readonly ignoreColumns: readonly string[];
  /** How many unreadable records end the run. */
  readonly limitErrors: number;
  readonly format: BatchFormat;
  readonly practice?: Practice | undefined;
}

/** Where the answers go, and what happens between them. */
export interface BatchOut {
  readonly write: WriteBytes;
  /** Called again and again: tells how far they have come, and lets whoever wants to stop the run be heard. */
  readonly pause: (summary: BatchSummary) => Promise<void> | undefined;
}

/** Assesses record after record: one comes out for each that goes in, in the same order. */
export async function batch(
  io: BatchIo,
  compiled: CompiledTable,
  options: BatchOptions,
  to: BatchOut,
): Promise<BatchSummary> {
  const run = newRun(io, compiled, options, to);
  await run.out.add(options.format.head);
  for (const path of options.paths) {
    for await (const listed of filesAt(io, path, ALL_FORMATS)) {
      if (run.summary.isGivenUp) break;
      await answerListed(run, listed);
    }
  }
  run.summary.notFoundColumns = run.ignored.notFound();
  const tail = await options.format.tail(run.summary);
  if (typeof tail === "string") await run.out.add(tail);
  await run.out.empty();
  if (typeof tail !== "string") await to.write(tail);
  return run.summary;
}

interface Run {
  readonly io: BatchIo;
  readonly options: BatchOptions;
  readonly to: BatchOut;
  readonly table: Table;
  readonly room: FeedRoom;
  readonly out: OutBuffer;
  readonly summary: BatchSummary;
  readonly assess: AssessRecord;
  readonly ignored: IgnoredColumns;
  /** Absent where lines need more than a ready-made answer. */
  readonly ready: ReadyLines | undefined;
}

function newRun(io: BatchIo, compiled: CompiledTable, options: BatchOptions, to: BatchOut): Run {
  const { explain, format, practice } = options;
  const out = newOutBuffer(to.write);
  const summary = newSummary();
  // what a line does not say is not there to be read from its bytes
  const isSaidInLines = Object.keys(practice?.facts ?? {}).length === 0;
  const isReady = format.isPlainLines && !explain && isSaidInLines;
  const ready = isReady ? newReadyLines(compiled, options, out, summary.verdicts) : undefined;
  return {
    io,
    table: compiled.table,
    options,
    to,
    out,
    summary,
    ready,
    room: feedRoom(MOST, ready?.lookahead ?? 1),
    assess: newAssessRecord(compiled, options),
    ignored: newIgnoredColumns(options.ignoreColumns),
  };
}

async function answerListed(run: Run, listed: Listed): Promise<void> {
  switch (listed.kind) {
    case "file":
      return answerFile(run, listed.path);
    case "left out":
      return countLeftOut(run.summary, listed.path);
    case "empty":
      return answerNothing(run, listed.path, nothingToRead(listed.path, "there is no case file in this folder."));
    case "nothing":
      return answerNothing(run, listed.path, nothingToRead(listed.path, listed.why));
  }
}

async function answerFile(run: Run, path: string): Promise<void> {
  const opened = await run.io.open(path);
  if (!opened.ok) return answerNothing(run, path, nothingToRead(path, opened.why));
  const feed = newFeed(run.room, async (bytes, from) => {
    // what is known is shown before anything more is waited for
    await run.out.empty();
    await run.to.pause(run.summary);
    return opened.read(bytes, from);
  });
  const again: ReadAgain = async (use) => (opened.isRepeatable ? readAgain(run, path, use) : undefined);
  try {
    await answerFeed(run, feed, opened.name, again);
  } catch (error) {
    if (!(error instanceof ReadFailed)) throw error;
    await answerNothing(run, path, nothingToRead(path, error.message));
  } finally {
    opened.close();
  }
}

async function readAgain<T>(
  { io, to, summary }: Run,
  path: string,
  use: (feed: Feed) => Promise<T>,
): Promise<T | undefined> {
  const opened = await io.open(path);
  if (!opened.ok) return undefined;
  const read: ReadInto = async (bytes, from) => {
    await to.pause(summary);
    return opened.read(bytes, from);
  };
  try {
    return await use(newFeed(feedRoom(MOST, 1), read));
  } finally {
    opened.close();
  }
}

async function answerFeed(run: Run, feed: Feed, name: string, again: ReadAgain): Promise<void> {
  const before = run.summary.records;
  const format = run.options.inputFormat ?? (await formatOf(feed, name));
  const foreign = await foreignFile(feed, name, format);
  if (foreign !== undefined) await answer(run, unreadableRecord(`${name}:1`, [foreign]));
  else if (format === "ndjson" && run.ready !== undefined) await answerLines(run, run.ready, feed, name);
  else {
    const { table, ignored } = run;
    for await (const record of await INPUT_FORMATS[format].records(feed, name, { table, ignored, again })) {
      await answer(run, run.assess(`${name}:${record.line}`, record));
      if (run.summary.isGivenUp) return;
    }
  }
  if (run.summary.records === before) await answerNothing(run, name, EMPTY);
}

async function answerLines(run: Run, ready: ReadyLines, feed: Feed, name: string): Promise<void> {
  ready.begin(name);
  for (let number = 1; !run.summary.isGivenUp; number += 1) {
    const answered = ready.answer(feed.bytes, feed.start, feed.end, number);
    run.summary.records += answered;
    number += answered;
    feed.start = ready.next;
    const line = await nextLine(feed, number, MOST);
    if (line === undefined) return;
    const record = lineRecord(name, line);
    if (record !== undefined) await answer(run, run.assess(`${name}:${number}`, record));
  }
}

async function answer({ out, to, options, summary }: Run, record: BatchRecord): Promise<void> {
  countRecord(summary, record);
  summary.isGivenUp = summary.unreadable >= options.limitErrors;
  await out.add(options.format.record(record));
  await to.pause(summary);
}

async function answerNothing({ out, options, summary }: Run, path: string, problem: Problem): Promise<void> {
  summary.missing += 1;
  summary.firstUnreadable ??= path;
  await out.add(options.format.record(unreadableRecord(path, [problem])));
}

const EMPTY: Problem = { code: "OT104", severity: "error", message: "there is no record in it" };
