import type { Problem } from "../../source/problem.js";
import { positionOf } from "../../source/text.js";
import type { AnyAssessment } from "../assessment/assessment.js";
import { changeLines } from "./change-words.js";
import { type Change, RESULTS, type Result, type Verification, type Verified } from "./verified.js";

/** What came of verifying records, for programs. */
export function verificationData(verification: Verification): object {
  const { stamp, tool, records } = verification;
  return {
    schema: "order-triage/verify@1",
    ...{ rules: stamp.file, table: stamp.table, edition: stamp.edition, digest: stamp.digest, tool },
    records: records.map((verified) => verifiedData(verification, verified)),
  };
}

function verifiedData(verification: Verification, { file, read, result }: Verified): object {
  return {
    file,
    result: result.kind,
    exitCode: RESULTS[result.kind].exitCode,
    record: read === undefined ? null : recordData(read),
    ...resultData(verification, result),
  };
}

function recordData({ record, digest }: NonNullable<Verified["read"]>): object {
  const { asOf, presumptions, table, tool, answer } = record;
  return { sha256: digest, asOf, presumptions, table, tool, answer: inShort(answer) };
}

function inShort({ reference, verdict, headline }: AnyAssessment): object {
  return { reference, verdict, headline };
}

function resultData(verification: Verification, result: Result): object {
  switch (result.kind) {
    case "same-answer":
    case "nothing-changed":
      return {};
    case "another-answer":
    case "contradicts-itself":
      return {
        differences: result.differences.map(({ path, recorded = null, now = null }) => ({ path, recorded, now })),
      };
    case "changed":
      return { changes: result.changes.map((change) => changeData(verification, change)) };
    case "not-understood":
    case "no-record":
    case "nothing-to-read":
      return { problems: result.problems.map(problemData) };
  }
}

function changeData({ table }: Verification, change: Change): object {
  const { part, recorded, now, differsIn, rules } = change;
  return {
    part,
    recorded: { ...inShort(recorded), rule: recorded.rule?.id ?? null },
    now: { ...inShort(now), rule: now.rule?.id ?? null },
    differsIn,
    rules: rules.map(({ id, fate }) => ({ id, now: fate.kind })),
    says: changeLines(table, change).map(({ text, under = [] }) => [text, ...under].join(" ")),
  };
}

function problemData({ code, message, help, at }: Problem): object {
  const { line = null, column = null } = at === undefined ? {} : positionOf(at.source, at.span.start);
  return { code, message, help: help ?? null, line, column };
}
