import { type CompiledTable, lawOn } from "../table/compiled.js";
import type { Table } from "../table/table.js";
import { type AssessRecord, type BatchTerms, newAssessRecord } from "./assess-record.js";
import { newOutBuffer, type OutBuffer, type WriteBytes } from "./fast/out-buffer.js";
import { newReadyLines, type ReadyLines } from "./fast/ready-lines.js";
import type { CaseScanner } from "./fast/scan-case.js";
import { newRowScanner } from "./fast/scan-row.js";
import type { PlainRows } from "./read/csv/records.js";
import { type Feed, type FeedRoom, feedRoom } from "./read/feed.js";
import { lineRecord, MOST } from "./read/line-records.js";
import { nextLine } from "./read/lines.js";
import type { BatchRecord } from "./record.js";
import { type BatchFormat, type BatchSummary, countRecord, newSummary } from "./summary.js";

export interface AnswerTerms extends BatchTerms {
  /** How many unreadable records end the run. */
  readonly limitErrors: number;
  readonly format: BatchFormat;
}

/** Where the answers go, and what happens between them. */
export interface BatchOut {
  readonly write: WriteBytes;
  /** Called again and again: tells how far they have come, and lets whoever wants to stop the run be heard. */
  readonly pause: (summary: BatchSummary) => Promise<void> | undefined;
}

/** What makes answers of records, and what has become of them so far. */
export interface Answers {
  readonly terms: AnswerTerms;
  readonly to: BatchOut;
  readonly out: OutBuffer;
  readonly summary: BatchSummary;
  readonly assess: AssessRecord;
  /** Absent where lines need more than a ready-made answer. */
  readonly ready: ReadyLines | undefined;
  readonly table: Table;
  /** In the order of the law of the day. */
  readonly facts: readonly string[];
  /** For the feeds that lines come from. */
  readonly room: FeedRoom;
}

export function newAnswers(compiled: CompiledTable, terms: AnswerTerms, to: BatchOut): Answers {
  const { explain, format, practice } = terms;
  const out = newOutBuffer(to.write);
  const summary = newSummary();
  // what a line does not say is not there to be read from its bytes
  const isSaidInLines = Object.keys(practice?.facts ?? {}).length === 0;
  const isReady = format.isPlainLines && !explain && isSaidInLines;
  const ready = isReady ? newReadyLines(compiled, terms, out, summary.verdicts) : undefined;
  const room = feedRoom(MOST, ready?.lookahead ?? 1);
  const facts = lawOn(compiled, terms.asOf).factOrder;
  return {
    terms,
    to,
    out,
    summary,
    ready,
    table: compiled.table,
    facts,
    room,
    assess: newAssessRecord(compiled, terms),
  };
}

/** Answers lines of JSON, the first of which has this number. */
export async function answerLines(answers: Answers, feed: Feed, name: string, first: number): Promise<void> {
  const { ready, summary, assess } = answers;
  ready?.begin(name);
  for (let number = first; !summary.isGivenUp; number += 1) {
    if (ready !== undefined) number += answerReady(ready, summary, feed, number);
    const line = await nextLine(feed, number, MOST);
    if (line === undefined) return;
    const record = lineRecord(name, line);
    if (record !== undefined) await answer(answers, assess(`${name}:${number}`, record));
  }
}

/** What answers rows of a file that can be answered at once; absent where none can. */
export function readyRows({ ready, summary, table, facts }: Answers, name: string): PlainRows | undefined {
  if (ready === undefined) return undefined;
  return (columns, separator) => {
    const scanner = newRowScanner(table, facts, columns, separator);
    ready.begin(name);
    return (feed, line) => answerReady(ready, summary, feed, line, scanner);
  };
}

/** Answers what can be answered at once, and tells how many lines that were. */
function answerReady(
  ready: ReadyLines,
  summary: BatchSummary,
  feed: Feed,
  number: number,
  scanner?: CaseScanner,
): number {
  const answered = ready.answer(feed.bytes, feed.start, feed.end, number, scanner);
  summary.records += answered;
  feed.start = ready.next;
  return answered;
}

/** Counts what came of one record, and writes it. */
export async function answer({ out, to, terms, summary }: Answers, record: BatchRecord): Promise<void> {
  countRecord(summary, record);
  summary.isGivenUp = summary.unreadable >= terms.limitErrors;
  await out.add(terms.format.record(record));
  await to.pause(summary);
}
