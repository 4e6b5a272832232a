import type { DecisionChange } from "../../audit/diff/diff.js";
import type { NoticeChange } from "../../audit/diff/notices.js";
import type { Problem } from "../../source/problem.js";
import type { Page, RichLine, Section } from "../page.js";
import { listed } from "../page.js";
import { aspectLines } from "./aspects.js";
import { caseLines } from "./case-words.js";
import { byVerdict, type Comparison, decidesAsBefore, type VerdictChange } from "./comparison.js";
import { exampleLines, rulesText, verdictChangeText } from "./decision-words.js";
import { partLine } from "./fields.js";
import { nameLines, oneSidedLine, ruleLine } from "./names.js";
import { comparisonSummary, comparisonTitle } from "./summary.js";
import { countText, dateText, noticeText, placeLines, warningText } from "./words.js";

/** What changes from one table to another, to read: how much, then what, each with where it lies and an example. */
export function comparisonPage(comparison: Comparison): Page {
  const { difference, cases } = comparison;
  return {
    title: comparisonTitle(comparison),
    sections: [
      { kind: "paragraphs", lines: [comparisonSummary(comparison)] },
      ...listed("Warnings", comparison.warnings.map(warningLine)),
      ...listed("Rules that are new or gone", difference.rules.map(ruleLine)),
      ...listed("Facts and values", [...nameLines(difference.space), ...difference.oneSided.map(oneSidedLine)]),
      ...byVerdict(difference.decisions).map((change) => verdictSection(comparison, change)),
      ...listed(
        "Notices",
        difference.notices.map((notice) => noticeLine(comparison, notice)),
      ),
      ...listed("In force", difference.dates.map(dateText)),
      ...listed("Cases affected", cases === undefined ? [] : caseLines(cases)),
      ...listed("Written differently", partLines(comparison)),
    ],
  };
}

function warningLine(warning: Problem): RichLine {
  const { help } = warning;
  return { text: warningText(warning), under: help === undefined ? [] : [`help: ${help}`] };
}

function verdictSection(comparison: Comparison, change: VerdictChange): Section {
  return {
    heading: `${verdictChangeText(change)}: ${countText(change.count, comparison.difference.compared)}`,
    kind: "bulleted",
    lines: change.decisions.map((decision) => decisionLine(comparison, decision)),
  };
}

function decisionLine({ old, new: next, difference: { compared } }: Comparison, decision: DecisionChange): RichLine {
  const { region } = decision;
  return {
    text: `${rulesText(decision)}: ${countText(region.count, compared)}`,
    under: [
      ...placeLines(region),
      ...aspectLines(old.table, next.table, decision),
      ...exampleLines(decision).map((example) => `such as ${example}`),
    ],
  };
}

function noticeLine({ difference: { compared } }: Comparison, notice: NoticeChange): RichLine {
  return { text: noticeText(notice, compared), under: placeLines(notice.region) };
}

function partLines({ old, new: next, difference }: Comparison): RichLine[] {
  return difference.parts.map((part) => partLine(old.table, next.table, part, decidesAsBefore(difference, part)));
}
