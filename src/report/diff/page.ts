import type { DecisionChange } from "../../audit/diff/diff.js";
import type { NoticeChange } from "../../audit/diff/notices.js";
import type { PartChange } from "../../audit/diff/parts.js";
import type { Problem } from "../../source/problem.js";
import { lineOf } from "../../source/text.js";
import { caseLine } from "../case-file.js";
import type { Page, RichLine, Section } from "../page.js";
import { listed } from "../page.js";
import { stampOf, stampText } from "../table/stamp.js";
import { alternatives, dateInWords, plural } from "../words.js";
import { aspectLines } from "./aspects.js";
import { caseLines, casesText } from "./case-words.js";
import { byVerdict, type Comparison, type Side, type VerdictChange } from "./comparison.js";
import { partLine } from "./fields.js";
import { nameLines, oneSidedLine, ruleLine } from "./names.js";
import { countText, placeLines, shareText, verdictText } from "./words.js";

/** What changes from one table to another, to read: how much, then what, each with where it lies and an example. */
export function comparisonPage(comparison: Comparison): Page {
  const { difference, cases } = comparison;
  return {
    title: title(comparison),
    sections: [
      { kind: "paragraphs", lines: [summary(comparison)] },
      ...listed("Warnings", comparison.warnings.map(warningLine)),
      ...listed("Rules that are new or gone", difference.rules.map(ruleLine)),
      ...listed("Facts and values", [...nameLines(difference.space), ...difference.oneSided.map(oneSidedLine)]),
      ...byVerdict(difference.decisions).map((change) => verdictSection(comparison, change)),
      ...listed(
        "Notices",
        difference.notices.map((notice) => noticeLine(comparison, notice)),
      ),
      ...listed(
        "In force",
        difference.dates.map(({ section: part, id, change }) => `${id} (${part}) ${change}.`),
      ),
      ...listed("Cases affected", cases === undefined ? [] : caseLines(cases)),
      ...listed("Written differently", partLines(comparison)),
    ],
  };
}

function title(comparison: Comparison): string {
  const { old, new: next } = comparison;
  const names = [...new Set([old, next].map(sideText))].join(" → ");
  const days = old.day === next.day ? "" : `, ${dateInWords(old.day)} → ${dateInWords(next.day)}`;
  return `${names}${days}: ${inShort(comparison)}`;
}

function sideText({ name, table, digest }: Side): string {
  return stampText(stampOf(name, table, digest));
}

function inShort({ difference, takenOtherwise }: Comparison): string {
  const { changed, notices, oneSided } = difference;
  if (changed > 0n) return `${plural(changed, "situation")} decided differently`;
  const all = takenOtherwise.length > 0 ? "complete cases" : "everything";
  const half = takenOtherwise.length > 0 ? `; those that leave out ${alternatives(takenOtherwise)} perhaps not` : "";
  if (notices.length > 0) return `${all} decided as before, with other notices${half}`;
  return `${all}${oneSided.length > 0 ? " that both know" : ""} decided as before${half}`;
}

function summary({ old, new: next, difference, takenOtherwise, cases }: Comparison): string {
  const { compared, changed } = difference;
  const days = [...new Set([old.day, next.day])].map(dateInWords);
  const law = days.length === 1 ? `under the law of ${days[0]}` : `under the law of ${days[0]} and that of ${days[1]}`;
  const found =
    changed > 0n
      ? `${plural(changed, "situation is", "situations are")} decided differently (${shareText(changed, compared)}).`
      : "All of them are decided as before.";
  const half =
    takenOtherwise.length === 0
      ? ""
      : ` Cases that do not state ${alternatives(takenOtherwise)} may come to something else: what is taken for that has changed.`;
  return `${plural(compared, "situation")} compared ${law}. ${found}${half}${cases === undefined ? "" : ` ${casesText(cases)}`}`;
}

function warningLine({ code, message, help, at }: Problem): RichLine {
  const place = at === undefined ? "" : ` (line ${lineOf(at.source, at.span.start)})`;
  return { text: `${code}${place}: ${message}`, under: help === undefined ? [] : [`help: ${help}`] };
}

function verdictSection(comparison: Comparison, { decisions, count }: VerdictChange): Section {
  const [first] = decisions;
  const [before, after] = [verdictText(first?.old), verdictText(first?.new)];
  const change = before === after ? `${before}, as before` : `${before} → ${after}`;
  return {
    heading: `${change}: ${countText(count, comparison.difference.compared)}`,
    kind: "bulleted",
    lines: decisions.map((decision) => decisionLine(comparison, decision)),
  };
}

function decisionLine({ old, new: next, difference: { compared } }: Comparison, decision: DecisionChange): RichLine {
  const { region, witness } = decision;
  const [before, after] = [decision.old?.id ?? "impossible", decision.new?.id ?? "impossible"];
  const rules = before === after ? before : `${before} → ${after}`;
  const examples = [...new Set([caseLine({ facts: witness.old }), caseLine({ facts: witness.new })])];
  return {
    text: `${rules}: ${countText(region.count, compared)}`,
    under: [
      ...placeLines(region),
      ...aspectLines(old.table, next.table, decision),
      ...examples.map((example) => `such as ${example}`),
    ],
  };
}

function noticeLine({ difference: { compared } }: Comparison, { id, change, region }: NoticeChange): RichLine {
  return { text: `${id} ${change} in ${countText(region.count, compared)}`, under: placeLines(region) };
}

function partLines({ old, new: next, difference: { decisions, parts } }: Comparison): RichLine[] {
  const concerned = new Set(decisions.flatMap((one) => [one.old?.id, one.new?.id]));
  const isIdle = ({ section: where, id, change }: PartChange): boolean =>
    where === "rules" && change === "changed" && !concerned.has(id);
  return parts.map((part) => partLine(old.table, next.table, part, isIdle(part)));
}
