import type { BatchSummary } from "../../../batch/summary.js";
import { progressText } from "../../../batch/words.js";

const [FIRST_MS, EVERY_MS] = [2_000, 500];
const TO_LINE_START = "\r\u001b[K";

/** A line on a terminal that tells how far a batch has come; nothing where nobody watches, or the records pass by. */
export interface Progress {
  readonly tell: (summary: BatchSummary) => void;
  readonly clear: () => void;
}

export function newProgress(isWatched: boolean): Progress {
  const start = performance.now();
  let [next, isShown] = [start + FIRST_MS, false];
  return { tell, clear };

  function tell(summary: BatchSummary): void {
    const now = performance.now();
    if (!isWatched || now < next) return;
    next = now + EVERY_MS;
    isShown = true;
    process.stderr.write(`${TO_LINE_START}${progressText(summary, (now - start) / 1000)}`);
  }

  function clear(): void {
    if (isShown) process.stderr.write(TO_LINE_START);
  }
}
