import type { Flaw } from "../../audit/flaw.js";
import type { GeneralRule } from "../../audit/general-rules.js";
import type { HeldBack } from "../../audit/held-back.js";
import type { FactBox } from "../../audit/region.js";
import type { Problem, ProblemCode } from "../../source/problem.js";
import { lineOf, lineSpan, positionOf } from "../../source/text.js";
import { meaningOf } from "../problem-codes.js";
import type { TableStamp } from "../table/stamp.js";

/** What came of checking a table. */
export interface Check {
  readonly stamp: TableStamp;
  readonly version: string;
  /** The day of the check, as YYYY-MM-DD. */
  readonly asOf: string;
  readonly flaws: readonly Flaw[];
  /** Whether the table gives verdicts; not every error keeps it from that. */
  readonly isUsable: boolean;
  /** Absent where the file is no table. */
  readonly size?: TableSize;
  /** Absent where the table has errors, or hangs together in too many ways. */
  readonly heldBack?: HeldBack | undefined;
  /** Only where it was asked for. */
  readonly details?: CheckDetails;
}

export interface TableSize {
  readonly rules: number;
  readonly facts: number;
  readonly situations: bigint;
}

export interface CheckDetails {
  readonly milliseconds: number;
  /** How large the diagram of each period of the law is; none where the table has errors. */
  readonly periods: readonly { readonly from: string; readonly nodes: number }[];
  readonly generalRules: readonly GeneralRule[];
}

/** The same as data, under the name `order-triage/rules-check@1`. Numbers that can pass those of JSON are text. */
export interface CheckData extends TableStamp {
  readonly schema: "order-triage/rules-check@1";
  readonly version: string;
  readonly asOf: string;
  readonly rules: number | null;
  readonly facts: number | null;
  readonly situations: string | null;
  /** What is held back because it would bind on what is taken for granted; `null` where that could not be found. */
  readonly heldBack: HeldBackData | null;
  readonly errors: number;
  readonly warnings: number;
  /** Whether the table gives verdicts; not every error keeps it from that. */
  readonly usable: boolean;
  /** Errors first, then warnings, each in the order of the file. */
  readonly problems: readonly CheckedProblem[];
  /** What the codes that occur mean. */
  readonly codes: Readonly<Record<string, string>>;
  readonly details: object | null;
}

/** How many situations' answers, in all and for each fact that is taken for granted. */
interface HeldBackData {
  readonly situations: string;
  readonly facts: readonly { readonly id: string; readonly situations: string }[];
}

/** Lines and columns count from 1, and `endColumn` is the one after the last; `null` where the whole file is meant. */
export interface CheckedProblem {
  readonly code: ProblemCode;
  readonly severity: Problem["severity"];
  readonly message: string;
  readonly help: string | null;
  /** The same after other lines have moved, and on another day; no two problems have the same. */
  readonly fingerprint: string;
  readonly file: string;
  readonly line: number | null;
  readonly column: number | null;
  readonly endLine: number | null;
  readonly endColumn: number | null;
  /** How many situations it concerns; `null` where it is not about situations, or none is left. */
  readonly count: string | null;
  /** Maps of facts to values: it concerns what fits one of them and can exist. */
  readonly region: readonly FactBox[] | null;
  /** Facts of one such situation, whatever the others may be. */
  readonly witness: Readonly<Record<string, string>> | null;
  /** The day whose law was asked about the situations. */
  readonly lawOf: string | null;
}

export function checkData({ stamp, version, asOf, flaws, isUsable, size, heldBack, details }: Check): CheckData {
  const ordered = errorsFirst(flaws);
  const prints = fingerprints(ordered);
  const problems = ordered.map((flaw, index) => checkedProblem(stamp.file, flaw, prints[index] as string));
  const codes = [...new Set(problems.map(({ code }) => code))].sort();
  return {
    schema: "order-triage/rules-check@1",
    ...stamp,
    version,
    asOf,
    rules: size?.rules ?? null,
    facts: size?.facts ?? null,
    situations: size === undefined ? null : String(size.situations),
    heldBack: heldBack === undefined ? null : heldBackData(heldBack),
    errors: countOf(flaws, "error"),
    warnings: countOf(flaws, "warning"),
    usable: isUsable,
    problems,
    codes: Object.fromEntries(codes.map((code) => [code, meaningOf(code)])),
    details: details === undefined ? null : detailsData(details),
  };
}

export function errorsFirst(flaws: readonly Flaw[]): Flaw[] {
  const are = (severity: Problem["severity"]): Flaw[] => flaws.filter(({ problem }) => problem.severity === severity);
  return [...are("error"), ...are("warning")];
}

function countOf(flaws: readonly Flaw[], severity: Problem["severity"]): number {
  return flaws.filter(({ problem }) => problem.severity === severity).length;
}

/** Code and part of the table, or what is written at the place; a number tells the same from one another. */
function fingerprints(flaws: readonly Flaw[]): string[] {
  const seen = new Map<string, number>();
  return flaws.map(({ problem, about = lineText(problem) }) => {
    const print = [problem.code, about].join(" ").trim();
    const times = (seen.get(print) ?? 0) + 1;
    seen.set(print, times);
    return times === 1 ? print : `${print} (${times})`;
  });
}

/** The beginning of the line: it can be as long as its file. */
function lineText({ at }: Problem): string {
  const span = at && lineSpan(at.source, lineOf(at.source, at.span.start));
  return (at?.source.text.slice(span?.start, span?.end).trim() ?? "").slice(0, 80);
}

function checkedProblem(file: string, { problem, extent }: Flaw, fingerprint: string): CheckedProblem {
  const { code, severity, message, help, at } = problem;
  const start = at && positionOf(at.source, at.span.start);
  const end = at && positionOf(at.source, at.span.end);
  return {
    code,
    severity,
    message,
    help: help ?? null,
    fingerprint,
    file,
    line: start?.line ?? null,
    column: start?.column ?? null,
    endLine: end?.line ?? null,
    endColumn: end?.column ?? null,
    count: extent === undefined ? null : String(extent.region.count),
    region: extent?.region.boxes ?? null,
    witness: extent?.region.witness ?? null,
    lawOf: extent?.day ?? null,
  };
}

function heldBackData({ situations, facts }: HeldBack): HeldBackData {
  return {
    situations: String(situations),
    facts: facts.map((one) => ({ ...one, situations: String(one.situations) })),
  };
}

function detailsData({ generalRules, ...rest }: CheckDetails): object {
  return { ...rest, generalRules: generalRules.map(({ id, decides }) => ({ id, decides: String(decides) })) };
}
