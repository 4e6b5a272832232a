import type { RuleFate } from "../../audit/rule-fate.js";
import type { Problem } from "../../source/problem.js";
import type { Table } from "../../table/table.js";
import type { Assessment } from "../assessment/assessment.js";
import type { ReadPart } from "../diff/reading.js";
import { EXIT } from "../exit-code.js";
import type { AnswerRecord } from "../record/record.js";
import type { TableStamp } from "../table/stamp.js";
import type { Difference } from "./differences.js";

/** What came of verifying records under a table. */
export interface Verification {
  readonly stamp: TableStamp;
  readonly table: Table;
  /** Of this program, as records have it. */
  readonly tool: string;
  readonly records: readonly Verified[];
}

/** What came of one file. */
export interface Verified {
  readonly file: string;
  /** The record and the SHA-256 of its file; absent where there is none to be read. */
  readonly read?: { readonly record: AnswerRecord; readonly digest: string };
  readonly result: Result;
}

export type Result =
  | { readonly kind: "same-answer" | "nothing-changed" }
  | { readonly kind: "changed"; readonly changes: readonly Change[] }
  | { readonly kind: "another-answer" | "contradicts-itself"; readonly differences: readonly Difference[] }
  | { readonly kind: "not-understood" | "no-record" | "nothing-to-read"; readonly problems: readonly Problem[] };

/** Each result in few words, with the exit code that it comes to. */
export const RESULTS = {
  "same-answer": { exitCode: EXIT.ok, says: "the same answer" },
  "nothing-changed": { exitCode: EXIT.ok, says: "nothing has changed for this case" },
  changed: { exitCode: EXIT.ok, says: "changed since" },
  "another-answer": { exitCode: EXIT.checkFailed, says: "NOT the same answer" },
  "contradicts-itself": { exitCode: EXIT.checkFailed, says: "the record contradicts itself" },
  "not-understood": { exitCode: EXIT.badInput, says: "no answer now" },
  "no-record": { exitCode: EXIT.badInput, says: "no record that can be read" },
  "nothing-to-read": { exitCode: EXIT.noInput, says: "nothing to read" },
} as const satisfies Record<Result["kind"], { readonly exitCode: number; readonly says: string }>;

/** What another table makes of a case, or of a part of one, where it is not the same. */
export interface Change {
  /** The label of the part; `null` for a whole case. */
  readonly part: string | null;
  readonly recorded: Assessment;
  readonly now: Assessment;
  readonly differsIn: readonly ReadPart[];
  /** What has become of the rules that decided, or could decide. */
  readonly rules: readonly { readonly id: string; readonly fate: RuleFate }[];
}
