import { DONT_KNOW } from "../../report/interview-words.js";
import type { Table } from "../../table/table.js";
import type { Known } from "../../triage/case.js";
import type { Question } from "../../triage/interview.js";
import type { Choice, Key, Prompts } from "./prompts.js";

/** What came of a question; an answer without a value is that nobody knows. */
export type Reply =
  | { readonly kind: "answer"; readonly value: Known | undefined }
  | { readonly kind: "back" }
  | { readonly kind: "enough" };

/** Not an answer yet: something to say before the question is put again. */
export interface Again {
  readonly kind: "again";
  readonly says: string;
}

/** What a question needs besides itself. */
export interface Asker {
  readonly prompts: Prompts;
  readonly table: Table;
  /** The day on which dates are written, as YYYY-MM-DD. */
  readonly today: () => string;
}

/** A question as it is put: its words, what helps to answer it, and what can be done instead of answering. */
export interface Putting {
  readonly question: Question;
  readonly place: string | undefined;
  readonly message: string;
  readonly hint: string | undefined;
  readonly why: string;
  readonly keys: readonly Key<Reply | Again>[];
}

export const NOT_KNOWN: Choice<Reply> = { says: DONT_KNOW, value: { kind: "answer", value: undefined } };
