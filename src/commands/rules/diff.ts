import { decideTwice } from "../../audit/diff/cases.js";
import { diffLaws } from "../../audit/diff/diff.js";
import { findUnmoved } from "../../audit/diff/edition.js";
import { findUntold } from "../../audit/diff/gone.js";
import { findTakenOtherwise } from "../../audit/diff/unstated.js";
import { flawAt } from "../../audit/flaw.js";
import { type Comparison, decidesDifferently, type FiledCase, type Side } from "../../report/diff/comparison.js";
import { findAffectedCases } from "../../report/diff/reading.js";
import { reportComparison } from "../../report/diff/report.js";
import { EXIT } from "../../report/exit-code.js";
import type { DiffReport } from "../../report/report.js";
import type { SourceDocument } from "../../source/document.js";
import type { SourceText } from "../../source/text.js";
import type { CompiledTable } from "../../table/compiled.js";
import { loadPlacedTable, type PlacedTable } from "../../table/load.js";
import { version } from "../../version.js";
import type { CaseIo, ReadRevision } from "../io.js";
import { type Attempt, answered, failed, type Outcome, refused } from "../outcome.js";
import { readVersions } from "./revisions.js";
import { readSidedCases } from "./sided-cases.js";

export interface DiffOptions {
  /** A file, or a revision of one. Without it the table is compared with itself, on two days. */
  readonly old: string | undefined;
  /** The same. Without it the table is meant that `rules` names or, on two days, the old one, or else that in front. */
  readonly new: string | undefined;
  /** The file that was named as the table; revisions are of it. */
  readonly rules: string | undefined;
  /** The table that is meant where nothing else is; absent for the built-in table. */
  readonly front: string | undefined;
  /** The day whose law applies, or the old and the new one, as YYYY-MM-DD; none for today. */
  readonly days: readonly string[];
  /** Where cases are; without it they are looked for in the usual place. */
  readonly cases: string | undefined;
  /** Whether a change is to be told by the exit code. */
  readonly exitCode: boolean;
  /** Lets warnings fail. */
  readonly strict: boolean;
}

/** Compares two versions of a table, or its law on two days, over every situation. */
export async function diffRules(
  io: CaseIo,
  readRevision: ReadRevision,
  options: DiffOptions,
): Promise<Outcome<DiffReport>> {
  const { rules, front, days } = options;
  if (days.length > 2) return failed(EXIT.usage, "Only two days can be compared: give --as-of twice.");
  if (options.old === undefined && days.length < 2) return failed(EXIT.usage, NOTHING_TO_COMPARE);
  const named = options.old ?? front;
  const names = { old: named, new: options.new ?? rules ?? (days.length === 2 ? named : front) };
  const texts = await readVersions(io, readRevision, names, { rules, front });
  if (!texts.ok) return texts;
  const old = usable(texts.value.old);
  if (!old.ok) return old;
  const next = usable(texts.value.new);
  if (!next.ok) return next;
  const laws = {
    old: namedLaw(old.value, days[0] ?? io.today),
    new: namedLaw(next.value, days.at(-1) ?? io.today),
  };
  const read = await readSidedCases(io, options.cases, laws.old.table, laws.new.table);
  if (!read.ok) return read;
  const comparison = compare(laws.old, laws.new, read.value.cases, io.today);
  if (comparison === undefined) return failed(EXIT.badRules, TOO_TANGLED);
  return answered(
    reportComparison(comparison, version),
    fails(comparison, options) ? EXIT.checkFailed : EXIT.ok,
    read.value.remarks,
  );
}

function fails(comparison: Comparison, { exitCode, strict }: DiffOptions): boolean {
  return (exitCode && decidesDifferently(comparison)) || (strict && comparison.warnings.length > 0);
}

const NOTHING_TO_COMPARE =
  "Nothing to compare: name a file or a revision such as HEAD~1, or two days, by giving --as-of twice.";

const TOO_TANGLED =
  "The two tables differ in so many ways that an exact comparison would take too much memory. Compare smaller steps.";

function usable(text: SourceText): Attempt<PlacedTable> {
  const loaded = loadPlacedTable(text);
  if (loaded.ok) return loaded;
  return refused(EXIT.badRules, text.name, loaded.problems, "Nothing was compared.");
}

interface NamedLaw extends Side {
  readonly compiled: CompiledTable;
  readonly document: SourceDocument;
}

function namedLaw({ compiled, document }: PlacedTable, day: string): NamedLaw {
  const { table, digest } = compiled;
  return { compiled, document, table, digest, day, name: document.source.name };
}

/** @returns `undefined` where the tables differ too much to be compared */
function compare(
  old: NamedLaw,
  next: NamedLaw,
  cases: readonly FiledCase[] | undefined,
  today: string,
): Comparison | undefined {
  const difference = diffLaws(old, next);
  if (difference === undefined) return undefined;
  const { renamed, renames } = difference.space;
  const twice = decideTwice(renames, old, next, cases ?? []);
  const faults = [...findUnmoved(old.table, next.table, today), ...findUntold(old.table, next.table)];
  return {
    old: { ...old, table: renamed },
    new: next,
    difference,
    takenOtherwise: findTakenOtherwise(renamed, next.table),
    warnings: faults.map((fault) => flawAt(next.document, fault, "warning").problem),
    cases: cases && { many: cases.length, affected: findAffectedCases(old.compiled, next.compiled, twice) },
  };
}
