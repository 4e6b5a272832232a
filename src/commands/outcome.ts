import type { Report } from "../report/page.js";
import { plural } from "../report/words.js";
import type { Problem } from "../source/problem.js";

/** What a command comes to. Nothing has been printed yet. */
export type Outcome = Answered | Failed;

/** Something to show, with remarks that do not belong into it. */
export interface Answered {
  readonly kind: "answered";
  readonly report: Report;
  readonly exitCode: number;
  readonly remarks: readonly string[];
}

/** Nothing to show: what was wrong, and a closing sentence. */
export interface Failed {
  readonly kind: "failed";
  readonly problems: readonly Problem[];
  readonly closing: string;
  readonly exitCode: number;
}

export function failed(exitCode: number, closing: string, problems: readonly Problem[] = []): Failed {
  return { kind: "failed", problems, closing, exitCode };
}

/** A step on the way to an outcome. */
export type Attempt<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failed };

/** `case.yaml: 2 problems. No verdict was given.` */
export function refused(exitCode: number, name: string, problems: readonly Problem[], consequence: string): Failed {
  return failed(exitCode, `${name}: ${plural(problems.length, "problem")}. ${consequence}`, problems);
}
