import type { Line, Page } from "../page.js";
import { listed } from "../page.js";
import type { CheckReport } from "../report.js";
import { type Check, type CheckData, type CheckedProblem, checkData } from "./data.js";
import { checkText } from "./text.js";
import { checkSummary, checkTitle, detailLines, situationLines, WITNESS, witnessLines } from "./words.js";

/** What came of checking a table, ready to be shown. */
export function reportCheck(check: Check): CheckReport {
  const data = checkData(check);
  const report: CheckReport = { kind: "check", page: checkPage(check, data), data };
  return check.flaws.length === 0 ? report : { ...report, text: (paint, wrap) => checkText(check, data, paint, wrap) };
}

/** A check as a page, fit for a pull request: the summary, then the errors and the warnings. */
function checkPage({ details }: Check, data: CheckData): Page {
  const lines = (severity: CheckedProblem["severity"]): Line[] =>
    data.problems.filter((one) => one.severity === severity).map((one) => problemLine(one, data.asOf));
  return {
    title: checkTitle(data),
    sections: [
      { kind: "paragraphs", lines: [checkSummary(data)] },
      ...listed("Errors", lines("error")),
      ...listed("Warnings", lines("warning")),
      ...(details === undefined ? [] : [{ kind: "bulleted" as const, lines: detailLines(details) }]),
    ],
  };
}

function problemLine(problem: CheckedProblem, asOf: string): Line {
  const { code, message, help, line } = problem;
  const place = line === null ? "" : ` (line ${line})`;
  const situations = situationLines(problem, asOf);
  const witness = witnessLines(problem, asOf);
  return {
    text: `${code}${place}: ${message}`,
    under: [
      ...(help === null ? [] : [`help: ${help}`]),
      ...(situations.length === 0 ? [] : [`${situations[0]} ${situations.slice(1).join(" / ")}`]),
      ...(witness.length === 0 ? [] : [`${WITNESS} ${flow(problem.witness ?? {})}`]),
    ],
  };
}

/** A case file on one line. */
function flow(facts: Readonly<Record<string, string>>): string {
  return `facts: { ${Object.entries(facts)
    .map(([id, value]) => `${id}: ${value}`)
    .join(", ")} }`;
}
