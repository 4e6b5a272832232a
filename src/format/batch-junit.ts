import { type BatchRecord, isUnreadable } from "../report/batch-record.js";
import type { BatchFormat } from "../report/batch-summary.js";
import { junitText, suite, type TestCase } from "./junit.js";

/** Records and what they expect, as JUnit XML: a suite for each file. One that cannot be read has failed. */
export function newBatchJunit(): BatchFormat {
  const files = new Map<string, TestCase[]>();
  return {
    isPlainLines: false,
    head: "",
    record: (record) => {
      const file = record.at.replace(/:\d+$/, "");
      const cases = files.get(file) ?? [];
      files.set(file, cases);
      cases.push(testCase(record));
      return "";
    },
    tail: () =>
      junitText(
        "order-triage batch",
        Array.from(files, ([file, cases]) => suite(file, cases, file)),
      ),
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
