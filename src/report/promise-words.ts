import type { Invariant } from "../table/table.js";
import { VERDICTS } from "../table/verdict.js";
import { alternatives } from "./words.js";

/** What an invariant promises, a sentence for each kind of promise. */
export function promiseLines({ never, "always-step": steps, "always-notice": notices }: Invariant): string[] {
  const verdicts = never.map((verdict) => `“${VERDICTS[verdict].label}”`);
  return [
    ...(never.length === 0 ? [] : [`Never ${alternatives(verdicts)}.`]),
    ...(steps.length === 0 ? [] : [`Always with the step ${alternatives(steps)}.`]),
    ...(notices.length === 0 ? [] : [`Always with the notice ${alternatives(notices)}.`]),
  ];
}
