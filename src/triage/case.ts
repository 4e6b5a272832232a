import type { Verdict } from "../table/verdict.js";

/** What is known of one paper or request. A fact that is not here is unknown. */
export interface Case {
  readonly title?: string;
  /** Fact id to value id. */
  readonly facts: Readonly<Record<string, string>>;
  /** Particular id to what was written; dates as YYYY-MM-DD. */
  readonly particulars: Readonly<Record<string, string>>;
  readonly expect?: Expectation;
}

/** What a case's author says its assessment has to come to. */
export interface Expectation {
  readonly verdict: Verdict;
  readonly rule?: string;
  readonly notices?: readonly string[];
  /** The first day by which something is due, as YYYY-MM-DD. */
  readonly deadline?: string;
}
