import { EXIT } from "../report/exit-code.js";
import type { Report } from "../report/report.js";
import { plural } from "../report/words.js";
import type { Problem } from "../source/problem.js";

/** What a command comes to. Nothing has been printed yet. */
export type Outcome<Shown extends Report = Report> = Answered<Shown> | Failed;

/** Something to show, with remarks that do not belong into it. */
export interface Answered<Shown extends Report = Report> {
  readonly kind: "answered";
  readonly report: Shown;
  readonly exitCode: number;
  readonly remarks: readonly string[];
}

/** Nothing to show: what was wrong, and a closing sentence. */
export interface Failed {
  readonly kind: "failed";
  readonly ok: false;
  readonly problems: readonly Problem[];
  readonly closing: string;
  readonly exitCode: number;
}

export function answered<Shown extends Report>(
  report: Shown,
  exitCode: number = EXIT.ok,
  remarks: readonly string[] = [],
): Answered<Shown> {
  return { kind: "answered", report, exitCode, remarks };
}

export function failed(exitCode: number, closing: string, problems: readonly Problem[] = []): Failed {
  return { kind: "failed", ok: false, problems, closing, exitCode };
}

/** A step on the way to an outcome. */
export type Attempt<T> = { readonly ok: true; readonly value: T } | Failed;

/** `case.yaml: 2 problems. No verdict was given.` */
export function refused(exitCode: number, name: string, problems: readonly Problem[], consequence: string): Failed {
  return failed(exitCode, `${name}: ${plural(problems.length, "problem")}. ${consequence}`, problems);
}
