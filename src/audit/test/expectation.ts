import type { CompiledTable } from "../../table/compiled.js";
import type { Case, Expectation } from "../../triage/case.js";
import { type Decision, decide } from "../../triage/decide.js";

/** What the table says today of a case with these facts. */
export function expectationOf(
  compiled: CompiledTable,
  day: string,
  facts: Case["facts"],
  withNotices: boolean,
): Expectation {
  const { verdict, possible, notices } = decide(compiled, { facts, particulars: {} }, day) as Decision;
  const [rule, another] = possible;
  const deciding = rule === undefined || another !== undefined ? {} : { rule: rule.id };
  return { verdict, ...deciding, ...(withNotices ? { notices } : {}) };
}
