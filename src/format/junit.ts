import type { MutantData, TestData, TestedCase } from "../report/test/data.js";
import { failureLines } from "../report/test/page.js";
import type { Filed } from "../source/text.js";
import { type Attributes, block, element, empty, type Markup, startTag, text } from "./xml.js";

/** A run of the tests as JUnit XML, for GitLab, Jenkins and Azure: a suite for each file, and one for the mutants. */
export function formatJunit({ files, mutants, rules, table, edition, digest }: TestData): string {
  const properties = { rules, table: table ?? "", edition: edition ?? "", digest };
  const suites = [
    ...files.map(({ file, cases }) => suite(file, cases.map(testCase), { file, properties })),
    ...(mutants === undefined ? [] : [suite("mutants", mutantCases(mutants), { properties })]),
  ];
  return junitText("order-triage rules test", suites);
}

/** A whole file of suites. */
function junitText(name: string, suites: readonly Suite[]): string {
  const tests = suites.reduce((sum, one) => sum + one.tests, 0);
  const failures = suites.reduce((sum, one) => sum + one.failures, 0);
  return [junitHead(name, { tests, failures, errors: 0 }), ...suites.map(({ xml }) => xml), JUNIT_TAIL].join("\n");
}

/** What stands before the first suite of a file. A run that does not know its counts yet may leave them out. */
export function junitHead(name: string, counts: Attributes = {}): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${startTag("testsuites", { name, ...counts })}`;
}

/** What stands after the last suite. */
export const JUNIT_TAIL = "</testsuites>\n";

/** A test by its name and how it came out: well, badly or not at all. The lines say why, the first of them first. */
export type TestCase =
  | { readonly name: string; readonly kind: "passed" }
  | { readonly name: string; readonly kind: "failure" | "skipped"; readonly lines: readonly string[] };

function testCase({ title: name, ...tested }: TestedCase): TestCase {
  if (tested.unmet.length === 0) return { name, kind: "passed" };
  return { name, kind: "failure", lines: [...failureLines({ title: name, ...tested }), placeText(tested)] };
}

function mutantCases({ outcome, notice, survivors }: MutantData): TestCase[] {
  const noticed = outcome.byCheck + outcome.byCase + notice.byCase;
  return [
    { name: `${noticed} mistakes are noticed`, kind: "passed" },
    ...survivors.map(
      (survivor): TestCase => ({
        name: survivor.change,
        kind: "failure",
        lines: [
          `no case notices ${survivor.change}`,
          `a case that would notice: ${survivor.case}`,
          placeText(survivor),
        ],
      }),
    ),
  ];
}

/** A test has no attribute for its place in the schema that Jenkins uses. */
function placeText({ file, line }: Filed): string {
  return `at ${file}:${line}`;
}

interface Suite {
  readonly xml: Markup;
  readonly tests: number;
  readonly failures: number;
}

interface About {
  readonly file?: string;
  /** What is to be known of the whole suite, by name. */
  readonly properties?: Attributes;
}

export function suite(name: string, cases: readonly TestCase[], { file, properties = {} }: About = {}): Suite {
  const count = (wanted: TestCase["kind"]): number => cases.filter(({ kind }) => kind === wanted).length;
  const counts = { tests: cases.length, failures: count("failure") };
  const attributes = { name, ...counts, errors: 0, skipped: count("skipped"), file };
  const inside = [...propertiesXml(properties), ...cases.map(caseXml(name))];
  return { ...counts, xml: block("testsuite", attributes, inside) };
}

function propertiesXml(properties: Attributes): Markup[] {
  const each = Object.entries(properties).map(([name, value]) => empty("property", { name, value }));
  return each.length === 0 ? [] : [block("properties", {}, each)];
}

function caseXml(classname: string): (one: TestCase) => Markup {
  return (one) => block("testcase", { classname, name: one.name }, resultXml(one));
}

function resultXml(one: TestCase): Markup[] {
  if (one.kind === "passed") return [];
  const [message = ""] = one.lines;
  return [element(one.kind, { message }, text(one.lines.join("\n")))];
}
