import { NO_VERDICT, WENT_WELL } from "../report/exit-code.js";
import { VERDICTS, type Verdict } from "../table/verdict.js";
import type { Item } from "./help.js";
import type { HelpSection } from "./help-ending.js";

type Fault = keyof typeof NO_VERDICT;

/** What a command can end with: a verdict, a fault by its name, or `ok` where it gives no verdict and all went well. */
export type End = Verdict | Fault | "ok";

/** Whatever it does, a command can end with these. */
const ALWAYS: readonly Fault[] = [
  "usage",
  "internal",
  "cannotWrite",
  "hungUp",
  "interrupted",
  "readerGone",
  "terminated",
];

/** What a shell gives for a run that a signal ended begins here. */
const FIRST_SIGNAL = 128;

export const ALL_VERDICTS = Object.keys(VERDICTS) as Verdict[];

/** The contract of a command with scripts: what it can end with, beside what any command can. */
export function exitCodes(...ends: readonly End[]): HelpSection {
  const verdicts = ALL_VERDICTS.filter((verdict) => ends.includes(verdict));
  const faults = Object.entries(NO_VERDICT).filter(([name]) => [...ends, ...ALWAYS].includes(name as Fault));
  const others = faults.map(([, fault]) => fault);
  const signals = others.filter(({ code }) => code >= FIRST_SIGNAL);
  const together = (key: "code" | "meaning"): string => signals.map((one) => one[key]).join(", ");
  const items: readonly Item[] = [
    ...(ends.includes("ok") ? [["0", WENT_WELL] as const] : []),
    ...verdicts.map((verdict) => [String(VERDICTS[verdict].exitCode), verdict] as const),
    ...others.filter(({ code }) => code < FIRST_SIGNAL).map(({ code, meaning }) => [String(code), meaning] as const),
    [together("code"), together("meaning")],
  ];
  return { kind: "list", heading: "Exit codes:", items };
}

/** The whole contract. */
export const ALL_EXIT_CODES = exitCodes(...ALL_VERDICTS, ...(Object.keys(NO_VERDICT) as Fault[]));
