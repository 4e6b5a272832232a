import { expect, test } from "vitest";
import type { AssessedRecord } from "../../src/batch/record.js";
import { noteText } from "../../src/batch/words.js";
import type { Assessment, DueDate } from "../../src/report/assessment/assessment.js";
import { daysThatCount } from "../../src/report/assessment/days-that-count.js";
import { lastLine } from "../../src/report/assessment/last-line.js";
import { deadlineLine } from "../../src/report/assessment/page.js";
import { reportAssessment } from "../../src/report/assessment/report.js";
import type { Case } from "../../src/triage/case.js";
import { decide, isContradiction } from "../../src/triage/decide.js";
import { runBatch } from "../batch/run-batch.js";
import { shippedTable } from "../law/shipped.js";

const shipped = shippedTable();
const TODAY = "2026-11-28";
const known = { "records-held": "england", risk: "none" };
const civil = { ...known, instrument: "court-order", power: "civil-court", maker: "circuit-judge" };

function answer(given: Case): Assessment {
  const decision = decide(shipped, given, TODAY);
  if (isContradiction(decision)) throw new Error("the case contradicts itself");
  return reportAssessment(shipped, given, decision, "0");
}

test("a day until which something may be done hides none by which something must be, one by one and in a batch", async () => {
  const order = {
    facts: { ...civil, "addressed-to": "holder" },
    particulars: { "served-on": "2026-11-01", "stated-deadline": "2026-12-20" },
  };
  const assessment = answer(order);
  expect(assessment.deadlines.map(({ day, chance }) => [day, chance ?? false])).toEqual([
    ["2026-11-08", true],
    ["2026-12-20", false],
  ]);
  expect(assessment.deadlines.map(deadlineLine)[0]).toMatch(
    /^If you were not told of the application, .* by: Sunday 8/,
  );
  expect(lastLine(assessment)).toMatch(/ - by Sunday 20 December 2026 \(22 days left\)\.$/);
  const line = Buffer.from(`${JSON.stringify(order)}\n`);
  const { records } = await runBatch(shipped, "cases.ndjson", line, { asOf: TODAY });
  expect(records).toMatchObject([{ deadlines: [{ day: "2026-11-08", chance: true }, { day: "2026-12-20" }] }]);
  expect(noteText(records[0] as AssessedRecord)).toBe("by 2026-12-20");
});

test("a day for answering that is before the paper's own day is doubted", () => {
  const dates = { "order-date": "2026-11-27", "stated-deadline": "2026-11-20", "challenge-by": "2026-11-21" };
  const { dateDoubts } = answer({ facts: { instrument: "court-order", ...known }, particulars: dates });
  expect(dateDoubts.filter((doubt) => /earlier than the one for “What date is on the order/.test(doubt))).toHaveLength(
    2,
  );
});

test("while the day by which something must be done is not known, no other is given for it", () => {
  const order = { facts: { ...civil, "addressed-to": "holder" }, particulars: { "served-on": "2026-11-20" } };
  expect(lastLine(answer(order))).toMatch(/ - date not known: act as if it were today\.$/);
});

test("where nothing has to be done by any day, the chance is told", () => {
  type Day = Pick<DueDate, "embargo" | "chance">;
  const [must, chance, embargo]: [Day, Day, Day] = [{}, { chance: true }, { embargo: true }];
  expect(daysThatCount([must, chance, embargo])).toEqual([must]);
  expect(daysThatCount([chance, embargo])).toEqual([chance]);
  expect(daysThatCount([embargo])).toEqual([]);
});

test("what is taken for granted is not told as not known as well", async () => {
  const { records } = await runBatch(shipped, "a.ndjson", Buffer.from('{"facts":{}}\n'), {});
  const [record] = records as [AssessedRecord];
  const both = record.unknown.filter((fact) => record.presumed.includes(fact));
  expect(both).not.toEqual([]);
  for (const fact of both) expect(noteText(record).split(fact)).toHaveLength(2);
});

test("every day until which something may be challenged is told as a chance", () => {
  const challenges = Object.entries(shipped.table.deadlines).filter(([, { says }]) =>
    /challenged|appeal|review|set aside|change/i.test(says),
  );
  expect(challenges.length).toBeGreaterThan(5);
  expect(challenges.filter(([, { chance }]) => !chance).map(([id]) => id)).toEqual([]);
});
