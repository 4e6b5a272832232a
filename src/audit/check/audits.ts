import { ForestFull } from "../../diagram/forest.js";
import type { Table } from "../../table/table.js";
import { type Audited, auditedTable } from "../audited.js";
import type { Doubt } from "../flaw.js";
import { findIdleOverrides } from "./idle-overrides.js";
import { findNeverAsked } from "./never-asked.js";
import { findNeverDeciding } from "./never-decides.js";
import { findNeverHolding } from "./never-holds.js";
import { findOverdueReviews } from "./overdue-reviews.js";
import { findRedundantConditions } from "./redundant-conditions.js";
import { findRedundantRuleTests } from "./redundant-rule-tests.js";
import { findUnused } from "./unused.js";
import { findUnusedAnswers } from "./unused-answers.js";
import { findUnwantedWords } from "./wording.js";

/** Every audit of a table that has no error. */
const AUDITS: readonly ((audited: Audited) => Doubt[])[] = [
  findNeverDeciding,
  findNeverHolding,
  findRedundantRuleTests,
  findRedundantConditions,
  findIdleOverrides,
  findNeverAsked,
  findUnused,
  findUnusedAnswers,
  findOverdueReviews,
  findUnwantedWords,
];

/** Everything doubtful on a day about a table that has no error. */
export function doubtsAbout(table: Table, today: string): Doubt[] {
  let audited = auditedTable(table, today);
  return AUDITS.flatMap((audit) => {
    try {
      return audit(audited);
    } catch (error) {
      if (!(error instanceof ForestFull)) throw error;
      // the next audit begins without what this one has left in the diagram
      audited = auditedTable(table, today);
      return [tooTangled(error)];
    }
  });
}

function tooTangled({ forest }: ForestFull): Doubt {
  return {
    code: "OT329",
    path: ["rules"],
    part: "key",
    message: `one of the checks was given up: it would have taken more than ${forest.limit.toLocaleString("en-GB")} nodes`,
    help: "split the rules by kind of paper first, or draw a finding from the facts that many rules test together",
  };
}
