import { type BatchRecord, isUnreadable } from "../report/batch-record.js";
import type { BatchFormat } from "../report/batch-summary.js";
import { JUNIT_TAIL, junitHead, suite, type TestCase } from "./junit.js";

/**
 * A suite is kept until it can be counted. What a file has beyond this makes another suite of the same name, which
 * Jenkins takes for more of the first.
 */
const MOST_IN_A_SUITE = 10_000;

/** Records and what they expect, as JUnit XML: a suite for each file. One that cannot be read has failed. */
export function newBatchJunit(): BatchFormat {
  let file = "";
  let cases: TestCase[] = [];
  const finishedSuite = (): string => {
    const finished = cases;
    cases = [];
    return finished.length === 0 ? "" : `${suite(file, finished, file).xml}\n`;
  };
  return {
    isPlainLines: false,
    head: `${junitHead("order-triage batch")}\n`,
    record: (record) => {
      const next = record.at.replace(/:\d+$/, "");
      const before = next === file && cases.length < MOST_IN_A_SUITE ? "" : finishedSuite();
      file = next;
      cases.push(testCase(record));
      return before;
    },
    tail: () => `${finishedSuite()}${JUNIT_TAIL}`,
  };
}

function testCase(record: BatchRecord): TestCase {
  const { at } = record;
  if (isUnreadable(record)) {
    return { name: at, kind: "failure", lines: record.errors.map((error) => `${error.at ?? at}: ${error.message}`) };
  }
  const name = record.reference ?? at;
  if (record.unmet === undefined) {
    return { name, kind: "skipped", lines: [`${record.verdict}: the case does not say what it expects`, `at ${at}`] };
  }
  if (record.unmet.length === 0) return { name, kind: "passed" };
  const lines = record.unmet.map(({ what, expected, got }) => `${what}: expected ${expected}, got ${got}`);
  return { name, kind: "failure", lines: [...lines, `at ${at}`] };
}
