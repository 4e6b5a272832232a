import type { Invariant } from "../table/table.js";
import { VERDICTS } from "../table/verdict.js";
import { alternatives } from "./words.js";

/** What an invariant promises, a sentence for each kind of promise. */
export function promiseLines(promise: Invariant): string[] {
  const line = (start: string, ids: readonly string[]): string[] =>
    ids.length === 0 ? [] : [`${start} ${alternatives(ids)}.`];
  return [
    ...line(
      "Never",
      promise.never.map((verdict) => `“${VERDICTS[verdict].label}”`),
    ),
    ...line("Always with the step", promise["always-step"]),
    ...line("Always with the notice", promise["always-notice"]),
    ...line("Never with the step", promise["never-step"]),
    ...line("Never with the notice", promise["never-notice"]),
  ];
}
