import type { CheckData, CheckedProblem } from "../report/check/data.js";
import { checkSummary, checkTitle } from "../report/check/words.js";
import { messageText } from "./sarif.js";

/** A check as commands that GitHub turns into annotations. It shows ten of a kind, so errors come first. */
export function formatGithub(data: CheckData): string {
  const summary = `::notice title=rules check::${inMessage(`${checkTitle(data)}. ${checkSummary(data)}`)}`;
  const annotations = data.problems.map((problem) => annotation(problem, data.asOf));
  return `${[summary, ...annotations].join("\n")}\n`;
}

function annotation(problem: CheckedProblem, asOf: string): string {
  const properties = Object.entries({ file: problem.file, ...placeProperties(problem), title: problem.code });
  const written = properties.map(([name, value]) => `${name}=${inProperty(String(value))}`).join(",");
  return `::${problem.severity} ${written}::${inMessage(messageText(problem, asOf))}`;
}

/** GitHub takes columns only where a place lies on one line. */
function placeProperties({ line, column, endLine, endColumn }: CheckedProblem): object {
  if (line === null) return {};
  return line === endLine ? { line, endLine, col: column, endColumn } : { line, endLine };
}

function inMessage(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function inProperty(text: string): string {
  return inMessage(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
