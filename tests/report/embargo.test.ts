import { describe, expect, test } from "vitest";
import type { AssessedRecord } from "../../src/batch/record.js";
import { dueDays } from "../../src/batch/words.js";
import type { Assessment } from "../../src/report/assessment/assessment.js";
import { lastLine } from "../../src/report/assessment/last-line.js";
import { deadlineLine } from "../../src/report/assessment/page.js";
import { reportAssessment } from "../../src/report/assessment/report.js";
import type { Case } from "../../src/triage/case.js";
import { decide, isContradiction } from "../../src/triage/decide.js";
import { ferry, flawsOf } from "../audit/edited.js";
import { runBatch } from "../batch/run-batch.js";
import { shippedTable } from "../law/shipped.js";

const shipped = shippedTable();
const facts = {
  instrument: "request",
  asker: "lawyer",
  claimant: "report",
  "report-consent": "told-since",
  "records-held": "england",
  risk: "none",
};
const told = { facts, particulars: { "served-on": "2026-11-02", "patient-told-on": "2026-11-16" } };

function answer(given: Case, today: string): Assessment {
  const decision = decide(shipped, given, today);
  if (isContradiction(decision)) throw new Error("the case contradicts itself");
  return reportAssessment(shipped, given, decision, "0");
}

describe("the last day on which something may not be done yet", () => {
  test.each([
    ["2026-11-28", ""],
    ["2026-12-06", ""],
    ["2026-12-07", ", and it is over"],
  ])("is told as that on %s, and not as a time limit", (today, over) => {
    const assessment = answer(told, today);
    expect(assessment.deadlines.map(deadlineLine)).toEqual([
      `Without the patient's agreement the report may not go before this day is over: Sunday 6 December 2026${over}.`,
    ]);
    expect(lastLine(assessment)).not.toMatch(/December|today/);
  });

  test("while the day is not known, it says to hold back", () => {
    const { deadlines } = answer({ ...told, particulars: {} }, "2026-11-28");
    expect(deadlines.map(deadlineLine)).toEqual([expect.stringMatching(/not known\..* hold it back\.$/)]);
  });

  test("is the day of no step", () => {
    const edited = ferry.replace("says: The gate closes, from", "says: The gate stays shut until, embargo: yes, from");
    expect(flawsOf(edited).map(({ problem: { code, message } }) => `${code} ${message}`)).toEqual([
      "OT301 `boarding` does not stand under `deadlines:` as a day to act by",
    ]);
  });

  test("is no day by which anything is due in a batch", async () => {
    const line = Buffer.from(`${JSON.stringify(told)}\n`);
    const { records } = await runBatch(shipped, "cases.ndjson", line, { asOf: "2026-11-28" });
    const [record] = records as [AssessedRecord];
    expect(record.deadlines).toEqual([{ id: "report-embargo-since", day: "2026-12-06", embargo: true }]);
    expect(dueDays(record)).toEqual([]);
  });

  test("where it would run from a day before the paper came, runs from the later day, one by one and in a batch", async () => {
    const early = { facts, particulars: { "served-on": "2026-11-20", "patient-told-on": "2026-11-19" } };
    const { deadlines, withoutEffect } = answer(early, "2026-11-28");
    expect(deadlines.map(({ day }) => day)).toEqual(["2026-12-10"]);
    expect(withoutEffect).toEqual([]);
    const line = Buffer.from(`${JSON.stringify(early)}\n`);
    const { records } = await runBatch(shipped, "cases.ndjson", line, { asOf: "2026-11-28" });
    expect(records).toMatchObject([{ deadlines: [{ day: "2026-12-10" }] }]);
  });
});
