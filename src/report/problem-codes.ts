import { CHECKS, GIVEN_UP } from "../audit/check/checks.js";
import { UNMOVED } from "../audit/diff/edition.js";
import { GONE } from "../audit/diff/gone.js";
import { FUTURE_READINGS } from "../audit/future-dates.js";
import type { CodeMeanings, ProblemCode } from "../source/problem.js";
import { FILE_CODES } from "../source/problem-codes.js";
import { TABLE_CODES } from "../table/faults/codes.js";
import { CONTRADICTORY } from "../triage/contradiction.js";
import { RECORD_CODES } from "./record/codes.js";

const ALL = [
  FILE_CODES,
  TABLE_CODES,
  ...CHECKS.map(({ codes }) => codes),
  GIVEN_UP,
  FUTURE_READINGS,
  UNMOVED,
  GONE,
  CONTRADICTORY,
  RECORD_CODES,
];

/** Every code a problem can have, in their order. */
export const PROBLEM_CODES: CodeMeanings = Object.fromEntries(
  ALL.flatMap((codes) => Object.entries(codes)).toSorted(([a], [b]) => (a < b ? -1 : 1)),
);

export function meaningOf(code: ProblemCode): string {
  return PROBLEM_CODES[code] as string;
}
