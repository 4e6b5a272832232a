import type { Verdict } from "../table/verdict.js";
import { type BatchRecord, isUnreadable } from "./record.js";

/** How a batch came out, as far as it went. */
export interface BatchSummary {
  records: number;
  readonly verdicts: Map<Verdict, number>;
  /** Records that could not be read as a case, and paths at which there was nothing to read. */
  unreadable: number;
  missing: number;
  /** Records that are not as they themselves expect. */
  unmet: number;
  /** Records that expect something. */
  expecting: number;
  firstUnreadable: string | undefined;
  /** It was given up, because too many records could not be read. */
  isGivenUp: boolean;
  /** Files in folders that are no case files by their names: how many, and a few of them, workbooks before others. */
  readonly leftOut: { count: number; readonly named: string[] };
  /** Columns that were to be ignored, and that no table had. */
  notFoundColumns: readonly string[];
}

export function newSummary(): BatchSummary {
  const counts = { records: 0, unreadable: 0, missing: 0, unmet: 0, expecting: 0 };
  const remarks = { leftOut: { count: 0, named: [] }, notFoundColumns: [] };
  return { ...counts, ...remarks, verdicts: new Map(), firstUnreadable: undefined, isGivenUp: false };
}

export function countRecord(summary: BatchSummary, record: BatchRecord): void {
  summary.records += 1;
  if (isUnreadable(record)) {
    summary.unreadable += 1;
    summary.firstUnreadable ??= record.at;
    return;
  }
  const { verdict, unmet } = record;
  addVerdict(summary, verdict, 1);
  if (unmet === undefined) return;
  summary.expecting += 1;
  if (unmet.length > 0) summary.unmet += 1;
}

/** Adds what came of a part of the records, which follows those counted so far. */
export function addSummary(summary: BatchSummary, part: BatchSummary): void {
  for (const count of COUNTS) summary[count] += part[count];
  for (const [verdict, count] of part.verdicts) addVerdict(summary, verdict, count);
  summary.firstUnreadable ??= part.firstUnreadable;
}

/** What came of the records since it was last taken: counting begins anew. */
export function takeSummary(summary: BatchSummary): BatchSummary {
  const taken = { ...summary, verdicts: new Map(summary.verdicts) };
  for (const count of COUNTS) summary[count] = 0;
  summary.verdicts.clear();
  summary.firstUnreadable = undefined;
  return taken;
}

const COUNTS = ["records", "unreadable", "missing", "unmet", "expecting"] as const;

function addVerdict({ verdicts }: BatchSummary, verdict: Verdict, count: number): void {
  verdicts.set(verdict, (verdicts.get(verdict) ?? 0) + count);
}

const MOST_NAMED = 5;

export function countLeftOut({ leftOut }: BatchSummary, path: string): void {
  leftOut.count += 1;
  // a workbook among many other files is what somebody may have meant to be read
  if (isWorkbook(path)) leftOut.named.unshift(path);
  else leftOut.named.push(path);
  leftOut.named.splice(MOST_NAMED);
}

export function isWorkbook(path: string): boolean {
  return /\.(xls[xmb]?|ods|numbers)$/i.test(path);
}

/** A summary as plain data. */
export function summaryData(summary: BatchSummary) {
  const { records, verdicts, unreadable, missing, unmet, isGivenUp } = summary;
  return { records, verdicts: Object.fromEntries(verdicts), unreadable, missing, unmet, givenUp: isGivenUp };
}

/** How the records of a batch are printed, one after the other. */
export interface BatchFormat {
  /** A line of JSON for each record and nothing else, so that lines made ready beforehand may stand among them. */
  readonly isPlainLines: boolean;
  /** Whether threads can make it: the text of a record goes by nothing but the record, and `thread.ts` has the format. */
  readonly isRecordByRecord: boolean;
  readonly head: string;
  readonly record: (record: BatchRecord) => string;
  /** Text, or the bytes of what is none. */
  readonly tail: (summary: BatchSummary) => string | Promise<Uint8Array>;
}
