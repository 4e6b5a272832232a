/**
 * Exit codes that are not a verdict's own. Together with those of the verdicts they are the contract with scripts;
 * 1 to 19 are never set, so that a crash is never read as a verdict.
 */
export const EXIT = {
  ok: 0,
  checkFailed: 60,
  usage: 64,
  badInput: 65,
  noInput: 66,
  internal: 70,
  cannotWrite: 73,
  badRules: 78,
  hungUp: 129,
  interrupted: 130,
  readerGone: 141,
  terminated: 143,
} as const;
