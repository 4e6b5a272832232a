import { type ForestFull, unlessFull } from "../../diagram/forest.js";
import type { CodeMeanings } from "../../source/problem.js";
import type { Draft } from "../../table/compile.js";
import type { Table } from "../../table/table.js";
import { auditedTable } from "../audited.js";
import type { Check, Doubt } from "../flaw.js";
import { idleOverrides } from "./idle-overrides.js";
import { idlePresumptions } from "./idle-presumptions.js";
import { neverAsked } from "./never-asked.js";
import { neverDecides } from "./never-decides.js";
import { neverHolds } from "./never-holds.js";
import { overdueReviews } from "./overdue-reviews.js";
import { redundantConditions } from "./redundant-conditions.js";
import { redundantRuleTests } from "./redundant-rule-tests.js";
import { unused } from "./unused.js";
import { unusedAnswers } from "./unused-answers.js";
import { wording } from "./wording.js";

/** Every check of a table that has no error: a check is a file, with its codes, and a line. */
export const CHECKS: readonly Check[] = [
  neverDecides,
  neverHolds,
  redundantRuleTests,
  redundantConditions,
  idleOverrides,
  idlePresumptions,
  neverAsked,
  unused,
  unusedAnswers,
  overdueReviews,
  wording,
];

/** Everything doubtful on a day about a table that has no error, given its law on every day. */
export function doubtsAbout(table: Table, today: string, laws: readonly Draft[]): Doubt[] {
  let audited = auditedTable(table, today, laws);
  const giveUp = (full: ForestFull): Doubt[] => {
    // the next check begins without what this one has left in the diagram
    audited = auditedTable(table, today);
    return [tooTangled(full)];
  };
  return CHECKS.flatMap(({ find }) => unlessFull(() => find(audited), giveUp));
}

export const GIVEN_UP: CodeMeanings = {
  OT329:
    "One of the checks was given up, because an exact answer would have taken too much memory. The verdicts of the table are not touched by that.",
};

function tooTangled({ forest }: ForestFull): Doubt {
  return {
    code: "OT329",
    path: ["rules"],
    part: "key",
    message: `one of the checks was given up: it would have taken more than ${forest.limit.toLocaleString("en-GB")} nodes`,
    help: "split the rules by kind of paper first, or draw a finding from the facts that many rules test together",
  };
}
