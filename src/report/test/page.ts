import type { Line, Page, Section } from "../page.js";
import { listed } from "../page.js";
import { stampText } from "../table/stamp.js";
import { alternatives, figure, plural } from "../words.js";
import type { CoverageData, MutantData, Score, Survivor, TestData, TestedCase } from "./data.js";
import { factChangeText } from "./words.js";

/** A run of the tests to read. */
export function testPage({ cases, failed, files, coverage, mutants, rules, ...stamp }: TestData): Page {
  const tried = `${stampText({ ...stamp, file: rules })}: ${plural(cases, "case")} in ${plural(files.length, "file")}`;
  const unmet = files.flatMap((file) => file.cases).filter((one) => one.unmet.length > 0);
  return {
    title: failed === 0 ? `${tried}: all come out as expected` : `${tried}: ${failed} not as expected`,
    sections: [
      ...listed("Not as expected", unmet.map(failureLine)),
      ...(coverage === undefined ? [] : coverageSections(coverage)),
      ...(mutants === undefined ? [] : mutantSections(mutants)),
    ],
  };
}

function failureLine(failure: TestedCase): Line {
  return { text: failure.title, under: [`${failure.file}:${failure.line}`, ...failureLines(failure)] };
}

/** What was expected of a case, what came of it, and what made the difference. */
export function failureLines({ unmet, changes, displacedBy }: TestedCase): string[] {
  const decided = unmet.some(({ what }) => what === "verdict" || what === "rule");
  const nothing = decided && changes.length === 0 ? ["no single fact, if it were otherwise, would bring that"] : [];
  const displaced = alternatives(displacedBy.map((id) => `\`${id}\``));
  return [
    ...unmet.map(({ what, expected, got }) => `${what}: expected ${expected}, got ${got}`),
    ...(displacedBy.length === 0 ? [] : [`the expected rule applies, and gives way to ${displaced}`]),
    ...changes.map((change) => `it would be as expected ${factChangeText(change)}`),
    ...nothing,
  ];
}

function coverageSections({ undecided, tests, shown, missing }: CoverageData): Section[] {
  const lines = missing.map(({ rule, test, file, line, column, inside, outside }) => {
    const sides = [
      ...(inside === "missing" ? ["a case that the rule decides because of it"] : []),
      ...(outside === "missing" ? ["a case that fails this test only"] : []),
    ];
    return { text: `\`${rule}\`, test of \`${test}\` (${file}:${line}:${column})`, under: sides };
  });
  const said = `${shown} of ${plural(tests, "test")} of the rules have a case on both sides.`;
  return [
    { heading: "Coverage", kind: "paragraphs", lines: [said] },
    ...listed("Rules that decide no case", undecided),
    ...listed("Missing on one side of a test", lines),
  ];
}

function mutantSections({ tried, equivalent, otherDay, outcome, notice, survivors }: MutantData): Section[] {
  const left = otherDay === 0 ? "" : ` ${figure(otherDay)} change the law of another day only: try them with --as-of.`;
  const lines = [
    `${plural(tried, "deliberate mistake")} in the table. ${figure(equivalent)} proved to change nothing.${left}`,
    scoreText(outcome, "the rule or the verdict"),
    scoreText(notice, "nothing but notices"),
  ];
  return [
    { heading: "Mutants", kind: "paragraphs", lines },
    ...listed("Mistakes that no case notices", survivors.map(survivorLine)),
  ];
}

function scoreText({ changed, byCheck, byCase }: Score, what: string): string {
  const noticed = byCheck + byCase;
  const percent = changed === 0 ? 100 : Math.floor((100 * noticed) / changed);
  const check = byCheck === 0 ? "" : ` ${figure(byCheck)} leave a gap or a conflict, which rules check finds.`;
  return `${figure(changed)} change ${what}: ${figure(noticed)} are noticed (${percent}%).${check}`;
}

function survivorLine({ change, file, line, column, situations, isNoticeOnly, case: given }: Survivor): Line {
  const what = isNoticeOnly ? "a notice" : "the answer";
  return {
    text: `${file}:${line}:${column}: ${change}`,
    under: [`changes ${what} in ${plural(BigInt(situations), "situation")}`, `a case that would notice: ${given}`],
  };
}
