import type { Flaw } from "../../audit/flaw.js";
import { printable } from "../../source/printable.js";
import { lineOf } from "../../source/text.js";
import { MOST_SHOWN, problemText } from "../code-frame.js";
import type { Paint } from "../paint.js";
import { stampText } from "../table/stamp.js";
import { plural } from "../words.js";
import { type Check, type CheckData, errorsFirst } from "./data.js";
import { checkSummary, countsText, detailLines, situationLines, WITNESS, witnessLines } from "./words.js";

/** A check for a terminal: the table, each problem at its place in it, the situations it concerns, and what they come to. */
export function checkText(check: Check, data: CheckData, paint: Paint, wrap: (line: string) => string): string {
  const head = paint.title(wrap(printable(stampText(data))));
  const flaws = errorsFirst(check.flaws);
  const shown = flaws.slice(0, MOST_SHOWN).map((flaw, index) => flawText(flaw, data, index, paint));
  const more = flaws.length > MOST_SHOWN ? [`… and ${plural(flaws.length - MOST_SHOWN, "more problem")}.`] : [];
  const summary = `${data.file}: ${countsText(data)}. ${checkSummary(data)}`;
  const closing = [summary, ...(check.details ? detailLines(check.details) : [])];
  const end = closing.map((line) => wrap(printable(line))).join("\n");
  return `${[head, ...shown, ...more, end].join("\n\n")}\n`;
}

function flawText({ problem }: Flaw, { problems, asOf }: CheckData, index: number, paint: Paint): string {
  const checked = problems[index] as CheckData["problems"][number];
  const margin = " ".repeat(problem.at ? String(lineOf(problem.at.source, problem.at.span.start)).length : 1);
  const block = (lines: readonly string[]): string[] =>
    lines.map(printable).map((line, row) => `${margin} ${row === 0 ? paint.gutter("=") : "   "} ${line}`);
  const witness = witnessLines(checked, asOf);
  return [
    problemText(problem, paint),
    ...block(situationLines(checked, asOf)),
    ...block(witness.length === 0 ? [] : [WITNESS, ...witness]),
  ].join("\n");
}
