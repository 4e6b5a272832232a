import type { Coverage, Limit } from "../../audit/test/coverage.js";
import type { Difference } from "../../audit/test/difference.js";
import type { TriedMutant } from "../../audit/test/mutants.js";
import type { SourceDocument } from "../../source/document.js";
import type { Filed } from "../../source/text.js";
import type { Case, Expectation } from "../../triage/case.js";
import type { Unmet } from "../../triage/expectation.js";
import type { TableStamp } from "../table/stamp.js";

/** A case that was tried. Nothing is unmet where it came out as expected. */
export interface TestedCase extends Difference, Filed {
  readonly title: string;
  readonly unmet: readonly Unmet[];
}

/** Everything that a run of the tests found out. */
export interface TestRun {
  readonly stamp: TableStamp;
  /** The table's file. */
  readonly document: SourceDocument;
  readonly asOf: string;
  readonly cases: readonly TestedCase[];
  readonly coverage?: Coverage;
  readonly mutants?: readonly TriedMutant[];
  /** What a case with these facts would be expected to say. */
  readonly expectationOf: (facts: Case["facts"], withNotices: boolean) => Expectation;
}

/** A run of the tests as JSON. */
export interface TestData extends Omit<TableStamp, "file"> {
  readonly schema: "order-triage/rules-test@1";
  /** The table's file. */
  readonly rules: string;
  readonly asOf: string;
  readonly cases: number;
  readonly failed: number;
  readonly files: readonly { readonly file: string; readonly cases: readonly TestedCase[] }[];
  readonly coverage?: CoverageData;
  readonly mutants?: MutantData;
}

export interface CoverageData {
  /** Rules that decide no case. */
  readonly undecided: readonly string[];
  /** Tests of rules, and how many of them have a case on each side that there is. */
  readonly tests: number;
  readonly shown: number;
  readonly missing: readonly (Place & Pick<Limit, "rule"> & Record<"test" | "inside" | "outside", string>)[];
}

export interface MutantData {
  readonly tried: number;
  /** Proved to change nothing. */
  readonly equivalent: number;
  /** Those that change the law of another day only. */
  readonly otherDay: number;
  /** Of the others: those that change a rule or verdict, and those that change notices only. */
  readonly outcome: Score;
  readonly notice: Score;
  readonly survivors: readonly Survivor[];
}

export interface Score {
  readonly changed: number;
  /** Found by `rules check`, as a gap or a conflict. */
  readonly byCheck: number;
  readonly byCase: number;
}

export interface Survivor extends Place {
  readonly change: string;
  readonly isNoticeOnly: boolean;
  /** How many situations it changes, as a decimal number: there may be more than a JSON number can hold. */
  readonly situations: string;
  /** The text of a case file, on one line, that would notice it. */
  readonly case: string;
}

export interface Place extends Filed {
  readonly column: number;
}
