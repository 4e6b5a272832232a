import type { BatchSummary } from "../batch/summary.js";
import { EXIT } from "../report/exit-code.js";
import { SERIOUS_FIRST, VERDICTS, type Verdict } from "../table/verdict.js";

/** The exit code of a batch: the most serious thing wins. Of the verdicts only these count; faults always do. */
export function batchExitCode(summary: BatchSummary, counting: readonly Verdict[]): number {
  if (summary.unreadable > 0) return EXIT.badInput;
  if (summary.missing > 0) return EXIT.noInput;
  if (summary.unmet > 0) return EXIT.checkFailed;
  const worst = SERIOUS_FIRST.find((verdict) => counting.includes(verdict) && summary.verdicts.has(verdict));
  return worst === undefined ? EXIT.ok : VERDICTS[worst].exitCode;
}
