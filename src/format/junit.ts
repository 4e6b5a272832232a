import type { MutantData, TestData, TestedCase } from "../report/test-data.js";
import { failureLines } from "../report/test-page.js";

/** A run of the tests as JUnit XML, for GitLab, Jenkins and Azure: a suite for each file, and one for the mutants. */
export function formatJunit({ files, mutants }: TestData): string {
  const suites = [
    ...files.map(({ file, cases }) => suite(file, cases.map(testCase))),
    ...(mutants === undefined ? [] : [suite("mutants", mutantCases(mutants))]),
  ];
  const tests = suites.reduce((sum, one) => sum + one.tests, 0);
  const failures = suites.reduce((sum, one) => sum + one.failures, 0);
  const root = element(
    "testsuites",
    { name: "order-triage rules test", tests, failures, errors: 0 },
    suites.map(({ xml }) => xml),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
}

interface TestCase {
  readonly name: string;
  readonly file: string;
  readonly line?: number;
  /** What went wrong, the first line first; none where nothing did. */
  readonly failure: readonly string[];
}

function testCase({ title, file, line, ...tested }: TestedCase): TestCase {
  const failure = tested.unmet.length === 0 ? [] : failureLines({ title, file, line, ...tested });
  return { name: title, file, line, failure };
}

function mutantCases({ outcome, notice, survivors }: MutantData): TestCase[] {
  const noticed = outcome.byCheck + outcome.byCase + notice.byCase;
  const all: TestCase = { name: `${noticed} mistakes are noticed`, file: "mutants", failure: [] };
  return [
    all,
    ...survivors.map(({ change, file, line, case: given }) => ({
      ...{ name: change, file, line },
      failure: [`no case notices ${change}`, `a case that would notice: ${given}`],
    })),
  ];
}

function suite(
  name: string,
  cases: readonly TestCase[],
): { readonly xml: string; readonly tests: number; readonly failures: number } {
  const counts = { tests: cases.length, failures: cases.filter(({ failure }) => failure.length > 0).length };
  return { ...counts, xml: element("testsuite", { name, ...counts, errors: 0, skipped: 0 }, cases.map(caseXml(name))) };
}

function caseXml(classname: string): (one: TestCase) => string {
  return ({ name, file, line, failure }) => {
    const [message] = failure;
    const text = message === undefined ? [] : [element("failure", { message }, [escaped(failure.join("\n"))], "")];
    return element("testcase", { classname, name, file, ...(line === undefined ? {} : { line }) }, text);
  };
}

function element(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  inside: readonly string[],
  gap = "\n",
): string {
  const written = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${escaped(String(value)).replaceAll("\n", "&#10;")}"`,
  );
  const open = `<${name}${written.join("")}`;
  return inside.length === 0 ? `${open}/>` : `${open}>${gap}${inside.join("\n")}${gap}</${name}>`;
}

/** No XML may have these, not even as a reference; the others are controls that no text needs. */
const UNWRITABLE =
  /[\u0000-\u0008\v\f\u000e-\u001f\u007f-\u009f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

function escaped(text: string): string {
  return text
    .replace(UNWRITABLE, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replace(/\r\n?/g, "\n");
}
