import type { CodeMeanings } from "../../source/problem.js";

/** What can be wrong with the record of an answer, beside what can be with any file. */
export const RECORD_CODES: CodeMeanings = {
  OT411:
    "The file is no record of an answer. `order-triage assess` writes one with `--record`; a case file, and an answer by itself, do not say all that is needed to come to the answer again.",
  OT412:
    "The record, or the answer in it, has a form that this version of the program does not know. Verify it with the version that wrote it, or with a later one.",
  OT413:
    "The record is of an answer under another table than the one at hand. Name the file of that table with `--rules`.",
};
