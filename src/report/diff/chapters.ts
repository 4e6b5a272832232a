import type { DecisionChange } from "../../audit/diff/diff.js";
import { anchorOf, bulleted, type Chapter, type Entry, type Part, paragraph, told } from "../document.js";
import { type Line, rich } from "../page.js";
import { regionLines } from "../region-words.js";
import { aspectLines } from "./aspects.js";
import { caseLines } from "./case-words.js";
import { byVerdict, type Comparison, type VerdictChange } from "./comparison.js";
import { exampleLines, rulesText, verdictChangeText } from "./decision-words.js";
import { goneParts } from "./gone.js";
import { nameLines, oneSidedLine } from "./names.js";
import { beyondLines, countText, dateText, noticeText } from "./words.js";
import { writtenEntries } from "./written.js";

/** What changes, a chapter for each kind of change, and in it one by one with the numbers that they go by. */
export function comparisonChapters(comparison: Comparison): Chapter[] {
  const { difference, cases } = comparison;
  const { space, oneSided, notices, dates } = difference;
  const chapters = [
    chapter(
      "rules",
      "Rules",
      writtenEntries(comparison, (section) => section === "rules"),
    ),
    ...byVerdict(difference.decisions).map((change, index) => verdictChapter(comparison, change, index)),
    chapter("values", "Facts and values", richEntries("values", [...nameLines(space), ...oneSided.map(oneSidedLine)])),
    chapter(
      "notices",
      "Notices",
      notices.map((notice, index) => ({
        ...entry("notices", index, noticeText(notice, difference.compared)),
        parts: [bulleted("Where", [...regionLines(notice.region), ...beyondLines(notice.region)])],
      })),
    ),
    chapter("dates", "In force", richEntries("dates", dates.map(dateText))),
    chapter(
      "cases",
      "Cases that change their answer",
      cases === undefined ? [] : richEntries("cases", caseLines(cases)),
    ),
    chapter(
      "written",
      "Other parts of the table",
      writtenEntries(comparison, (section) => section !== "rules"),
    ),
    chapter("gone", "Ids that are gone", [], goneParts(comparison)),
  ];
  return numbered(chapters.filter(({ intro, entries }) => intro.length > 0 || entries.length > 0));
}

function chapter(anchor: string, heading: string, entries: readonly Entry[], intro: readonly Part[] = []): Chapter {
  return { anchor, tier: "changes", heading, intro, entries };
}

/** Changes are numbered through, so that whoever does not agree can say with which. */
function numbered(chapters: readonly Chapter[]): Chapter[] {
  let number = 0;
  return chapters.map((one) => ({ ...one, entries: one.entries.map((entry) => ({ ...entry, number: ++number })) }));
}

function verdictChapter(comparison: Comparison, change: VerdictChange, index: number): Chapter {
  const anchor = anchorOf("verdict", String(index + 1));
  return {
    ...chapter(
      anchor,
      verdictChangeText(change),
      change.decisions.map((decision, at) => decisionEntry(comparison, decision, anchor, at)),
      [paragraph("Situations", `${countText(change.count, comparison.difference.compared)}.`)],
    ),
    under: "Situations decided differently",
  };
}

function decisionEntry(comparison: Comparison, decision: DecisionChange, kind: string, index: number): Entry {
  const { old, new: next, difference } = comparison;
  const { region } = decision;
  return {
    ...entry(kind, index, rulesText(decision)),
    parts: told([
      paragraph("Situations", `${countText(region.count, difference.compared)}.`),
      bulleted("Where", [...regionLines(region), ...beyondLines(region)]),
      bulleted("What else changes", aspectLines(old.table, next.table, decision)),
      bulleted("Such as", exampleLines(decision)),
    ]),
  };
}

function richEntries(kind: string, lines: readonly Line[]): Entry[] {
  return lines.map((line, index) => {
    const { text, under = [] } = rich(line);
    return { ...entry(kind, index, text), parts: told([bulleted("In detail", under)]) };
  });
}

function entry(kind: string, index: number, title: string): Entry {
  return { anchor: anchorOf(kind, String(index + 1)), title, warnings: [], parts: [] };
}
