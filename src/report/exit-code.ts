/** Exit codes that are no verdict's, and what they mean, in the words of `--help`. */
export const NO_VERDICT = {
  checkFailed: { code: 60, meaning: "a check failed: `expect:` not met, or the rules have problems" },
  usage: { code: 64, meaning: "the command line was not understood" },
  badInput: { code: 65, meaning: "the case file has problems, or any record of a batch" },
  noInput: { code: 66, meaning: "there is nothing to read" },
  internal: { code: 70, meaning: "an error inside the program" },
  cannotWrite: { code: 73, meaning: "the output could not be written" },
  badRules: { code: 78, meaning: "the rules could not be used" },
  hungUp: { code: 129, meaning: "terminal closed" },
  interrupted: { code: 130, meaning: "interrupted" },
  readerGone: { code: 141, meaning: "reader gone" },
  terminated: { code: 143, meaning: "terminated" },
} as const satisfies Record<string, { readonly code: number; readonly meaning: string }>;

/** What exit code 0 means of a command that gives no verdict. */
export const WENT_WELL = "all went well";

const codes = Object.entries(NO_VERDICT).map(([name, { code }]) => [name, code]);

/**
 * The same by name. Together with those of the verdicts they are the contract with scripts; 1 to 19 are never set, so
 * that a crash is never read as a verdict.
 */
export const EXIT: Readonly<Record<keyof typeof NO_VERDICT | "ok", number>> = { ok: 0, ...Object.fromEntries(codes) };
