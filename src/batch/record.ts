import type { Assessment, AssessmentInParts, DueDate } from "../report/assessment/assessment.js";
import { headlineOfParts } from "../report/assessment/in-parts.js";
import { merge } from "../report/assessment/merge.js";
import { headlineOf } from "../report/assessment/report.js";
import { MOST_SHOWN } from "../report/code-frame.js";
import type { Problem } from "../source/problem.js";
import { positionOf } from "../source/text.js";
import type { Deadline, Table } from "../table/table.js";
import { mostSerious, VERDICTS } from "../table/verdict.js";
import type { Brief } from "../triage/brief/commons.js";
import type { Case, CaseInParts } from "../triage/case.js";
import { dueOn } from "../triage/deadlines.js";
import type { Unmet } from "../triage/expectation.js";

/** What comes of one record of a batch. */
export type BatchRecord = AssessedRecord | UnreadableRecord;

/** The short answer for a case. Of one in parts it is what all of them come to, the most serious verdict first. */
export interface AssessedRecord extends ShortAnswer {
  /** File and line, both as the reader knows them. */
  readonly at: string;
  readonly reference: string | null;
  /** The answer for each part; absent where the case has none. */
  readonly parts?: readonly PartRecord[] | undefined;
  /** In what the answer is not as the case expects; absent where it expects nothing. */
  readonly unmet?: readonly Unmet[] | undefined;
  readonly assessment?: Assessment | AssessmentInParts | undefined;
}

interface PartRecord extends ShortAnswer {
  readonly label: string;
}

interface ShortAnswer extends Pick<Assessment, "verdict" | "exitCode" | "headline"> {
  /** The deciding rule; null where more than one can still decide, or parts have rules of their own. */
  readonly rule: string | null;
  readonly deadlines: readonly DueDay[];
  /** Facts that the answer takes for granted or, where it would bind on them, that are to be made sure of first. */
  readonly presumed: readonly string[];
  /** Facts nobody has stated on which the answer depends. */
  readonly unknown: readonly string[];
}

type DueDay = Pick<DueDate, "id" | "day" | "ifSo" | "embargo" | "chance">;

/** A record without a verdict, and what is wrong with it. */
export interface UnreadableRecord {
  readonly at: string;
  /** Null where none could be read either. */
  readonly reference: string | null;
  readonly errors: readonly RecordError[];
  /** How many more there are than can be of use to anybody; absent where those are all. */
  readonly moreErrors?: number | undefined;
}

interface RecordError {
  /** As in `PROBLEM_CODES`. */
  readonly code: string;
  readonly message: string;
  readonly help: string | null;
  /** File, line and column; null where the record as a whole is meant. */
  readonly at: string | null;
}

export function isUnreadable(record: BatchRecord): record is UnreadableRecord {
  return "errors" in record;
}

/** The short answer for a case, its fields in the order in which they are printed. */
export function assessedRecord(
  table: Table,
  at: string,
  { particulars }: Pick<Case, "particulars">,
  brief: Brief,
  today: string,
): AssessedRecord {
  return { at, reference: particulars["reference"] ?? null, ...shortAnswer(table, particulars, brief, today) };
}

/** The short answer for a case in parts, by a brief for each of them. */
export function recordInParts(
  table: Table,
  at: string,
  { reference, parts }: CaseInParts,
  briefs: readonly Brief[],
  today: string,
): AssessedRecord {
  const records = parts.map(({ label, given }, index) => ({
    label,
    ...shortAnswer(table, given.particulars, briefs[index] as Brief, today),
  }));
  const verdict = mostSerious(records.map((one) => one.verdict));
  const [rule = null, ...otherRules] = new Set(records.map((one) => one.rule));
  const once = <T>(lists: readonly (readonly T[])[]): T[] => merge(lists).map(({ one }) => one);
  return {
    at,
    reference: reference ?? null,
    verdict,
    exitCode: VERDICTS[verdict].exitCode,
    headline: headlineOfParts(records),
    rule: otherRules.length === 0 ? rule : null,
    deadlines: once(records.map(({ deadlines }) => deadlines)),
    presumed: once(records.map(({ presumed }) => presumed)),
    unknown: once(records.map(({ unknown }) => unknown)),
    parts: records,
  };
}

function shortAnswer(table: Table, particulars: Case["particulars"], brief: Brief, today: string): ShortAnswer {
  const { verdict, rule, deadlines, ifSo, presumed, open } = brief;
  return {
    verdict,
    exitCode: VERDICTS[verdict].exitCode,
    headline: headlineOf(table, brief),
    rule: rule?.id ?? null,
    deadlines: deadlines.map((id) => {
      const day = dueOn(table, id, particulars, today).day ?? null;
      const { embargo, chance } = table.deadlines[id] as Deadline;
      return {
        ...{ id, day },
        ...(ifSo.includes(id) ? { ifSo: true } : {}),
        ...(embargo ? { embargo: true } : {}),
        ...(chance ? { chance: true } : {}),
      };
    }),
    presumed,
    unknown: open,
  };
}

export function unreadableRecord(at: string, problems: readonly Problem[], reference?: string): UnreadableRecord {
  const more = problems.length - MOST_SHOWN;
  const errors = problems.slice(0, MOST_SHOWN).map(recordError);
  return { at, reference: reference ?? null, errors, ...(more > 0 ? { moreErrors: more } : {}) };
}

function recordError({ code, message, help, at }: Problem): RecordError {
  return { code, message, help: help ?? null, at: at === undefined ? null : placeText(at) };
}

function placeText({ source, span }: NonNullable<Problem["at"]>): string {
  const { line, column } = positionOf(source, span.start);
  return `${source.name}:${line}:${column}`;
}
