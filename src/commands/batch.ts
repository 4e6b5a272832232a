import {
  type Answers,
  type AnswerTerms,
  answer,
  answerLines,
  type BatchOut,
  newAnswers,
  readyRows,
} from "../batch/answers.js";
import { answerTogether, type Crew } from "../batch/crew.js";
import { type IgnoredColumns, newIgnoredColumns } from "../batch/read/csv/ignored-columns.js";
import type { ReadAgain } from "../batch/read/csv/records.js";
import { type Feed, feedRoom, newFeed, type ReadInto } from "../batch/read/feed.js";
import { foreignFile } from "../batch/read/foreign-file.js";
import { MOST } from "../batch/read/line-records.js";
import { ALL_FORMATS, formatOf, INPUT_FORMATS, type InputFormat } from "../batch/read/records.js";
import { unreadableRecord } from "../batch/record.js";
import { type BatchSummary, countLeftOut } from "../batch/summary.js";
import type { Problem } from "../source/problem.js";
import type { CompiledTable } from "../table/compiled.js";
import { filesAt, type Listed } from "./case-files.js";
import { type BatchIo, ReadFailed } from "./io.js";
import { nothingToRead } from "./nothing-to-read.js";

export interface BatchOptions extends AnswerTerms {
  /** Files, folders, and `-` for standard input. */
  readonly paths: readonly string[];
  /** How all of them are written; absent where each shows it. */
  readonly inputFormat?: InputFormat | undefined;
  /** Names of columns that are passed over in tables. */
  readonly ignoreColumns: readonly string[];
}

/**
 * Assesses record after record: one comes out for each that goes in, in the same order.
 *
 * @param crew helps with lines of JSON; absent where all is done here
 */
export async function batch(
  io: BatchIo,
  compiled: CompiledTable,
  options: BatchOptions,
  to: BatchOut,
  crew?: Crew,
): Promise<BatchSummary> {
  const answers = newAnswers(compiled, options, to);
  const { out, summary } = answers;
  const ignored = newIgnoredColumns(options.ignoreColumns);
  const run: Run = { io, options, answers, ignored, crew };
  await out.add(options.format.head);
  for (const path of options.paths) {
    for await (const listed of filesAt(io, path, ALL_FORMATS)) {
      if (summary.isGivenUp) break;
      await answerListed(run, listed);
    }
  }
  summary.notFoundColumns = ignored.notFound();
  const tail = await options.format.tail(summary);
  if (typeof tail === "string") await out.add(tail);
  await out.empty();
  if (typeof tail !== "string") await to.write(tail);
  return summary;
}

interface Run {
  readonly io: BatchIo;
  readonly options: BatchOptions;
  readonly answers: Answers;
  readonly ignored: IgnoredColumns;
  readonly crew: Crew | undefined;
}

async function answerListed(run: Run, listed: Listed): Promise<void> {
  switch (listed.kind) {
    case "file":
      return answerFile(run, listed.path);
    case "left out":
      return countLeftOut(run.answers.summary, listed.path);
    case "empty":
      return answerNothing(run, listed.path, nothingToRead(listed.path, "there is no case file in this folder."));
    case "nothing":
      return answerNothing(run, listed.path, nothingToRead(listed.path, listed.why));
  }
}

async function answerFile(run: Run, path: string): Promise<void> {
  const { out, room, summary, to } = run.answers;
  const opened = await run.io.open(path);
  if (!opened.ok) return answerNothing(run, path, nothingToRead(path, opened.why));
  const feed = newFeed(room, async (bytes, from) => {
    // what is known is shown before anything more is waited for
    await out.empty();
    await to.pause(summary);
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
  { io, answers: { to, summary } }: Run,
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
  const { answers, ignored, crew } = run;
  const { summary, table } = answers;
  const before = summary.records;
  const format = run.options.inputFormat ?? (await formatOf(feed, name));
  const foreign = await foreignFile(feed, name, format);
  if (foreign !== undefined) await answer(answers, unreadableRecord(`${name}:1`, [foreign]));
  else if (format === "ndjson" && crew !== undefined) await answerTogether(answers, crew, feed, name);
  else if (format === "ndjson") await answerLines(answers, feed, name, 1);
  else {
    const reading = { table, ignored, again, plain: readyRows(answers, name) };
    for await (const record of await INPUT_FORMATS[format].records(feed, name, reading)) {
      await answer(answers, answers.assess(`${name}:${record.line}`, record));
      if (summary.isGivenUp) return;
    }
  }
  if (summary.records === before) await answerNothing(run, name, EMPTY);
}

async function answerNothing({ answers, options }: Run, path: string, problem: Problem): Promise<void> {
  const { out, summary } = answers;
  summary.missing += 1;
  summary.firstUnreadable ??= path;
  await out.add(options.format.record(unreadableRecord(path, [problem])));
}

const EMPTY: Problem = { code: "OT104", severity: "error", message: "there is no record in it" };
