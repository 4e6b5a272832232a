import { type BatchRecord, isUnreadable } from "../../batch/record.js";
import type { BatchFormat } from "../../batch/summary.js";
import { errorTexts, labelOf, unmetTexts } from "../../batch/words.js";
import { printable } from "../../source/printable.js";
import { JUNIT_TAIL, junitHead, suite, type TestCase } from "../junit.js";

/**
 * A suite is kept until it can be counted. What a file has beyond this makes another suite of the same name, which
 * Jenkins takes for more of the first.
 */
const MOST_IN_A_SUITE = 10_000;
/** Of so many references of a file it is known whether they come again. Beyond them each has its place behind it. */
const MOST_KNOWN = 100_000;

/** Records and what they expect, as JUnit XML: a suite for each file. One that cannot be read has failed. */
export function newBatchJunit(): BatchFormat {
  let file = "";
  let cases: TestCase[] = [];
  const known = new Set<string>();
  const finishedSuite = (): string => {
    const finished = cases;
    cases = [];
    return finished.length === 0 ? "" : `${suite(printable(file), finished, { file: printable(file) }).xml}\n`;
  };
  return {
    isPlainLines: false,
    isRecordByRecord: false,
    head: `${junitHead("order-triage batch")}\n`,
    record: (record) => {
      const next = record.at.replace(/:\d+$/, "");
      const before = next === file && cases.length < MOST_IN_A_SUITE ? "" : finishedSuite();
      if (next !== file) known.clear();
      file = next;
      cases.push(shown(testCase(nameOf(record), record)));
      return before;
    },
    tail: () => `${finishedSuite()}${JUNIT_TAIL}`,
  };

  /** Of two tests of one name readers show the last one only. */
  function nameOf(record: BatchRecord): string {
    const { at, reference } = record;
    if (reference === null) return at;
    if (known.has(reference) || known.size === MOST_KNOWN) return labelOf(record);
    known.add(reference);
    return reference;
  }
}

/** What a terminal or a viewer would obey or hide is written out, as in every other format. */
function shown(one: TestCase): TestCase {
  const name = printable(one.name);
  return one.kind === "passed" ? { ...one, name } : { ...one, name, lines: one.lines.map(printable) };
}

function testCase(name: string, record: BatchRecord): TestCase {
  const { at } = record;
  if (isUnreadable(record)) return { name, kind: "failure", lines: errorTexts(record) };
  if (record.unmet === undefined) {
    return { name, kind: "skipped", lines: [`${record.verdict}: the case does not say what it expects`, `at ${at}`] };
  }
  if (record.unmet.length === 0) return { name, kind: "passed" };
  return { name, kind: "failure", lines: [...unmetTexts(record), `at ${at}`] };
}
