import { EXIT } from "../report/exit-code.js";
import { SERIOUS_FIRST, VERDICTS, type Verdict } from "../table/verdict.js";
import type { BatchSummary } from "./summary.js";

/** What is more serious than any verdict, the most serious first. */
const FAULTS: readonly (readonly [exitCode: number, many: (summary: BatchSummary) => number])[] = [
  [EXIT.badInput, ({ unreadable }) => unreadable],
  [EXIT.noInput, ({ missing }) => missing],
  [EXIT.checkFailed, ({ unmet }) => unmet],
];

/** The exit codes that a batch can end with, the most serious first. */
export const BATCH_EXIT_CODES: ReadonlySet<number> = new Set([
  ...FAULTS.map(([exitCode]) => exitCode),
  ...SERIOUS_FIRST.map((verdict) => VERDICTS[verdict].exitCode),
]);

/** The exit code of a batch: the most serious thing wins. Of the verdicts only these count; faults always do. */
export function batchExitCode(summary: BatchSummary, counting: readonly Verdict[]): number {
  const fault = FAULTS.find(([, many]) => many(summary) > 0);
  if (fault !== undefined) return fault[0];
  const worst = SERIOUS_FIRST.find((verdict) => counting.includes(verdict) && summary.verdicts.has(verdict));
  return worst === undefined ? EXIT.ok : VERDICTS[worst].exitCode;
}
