import { stampOf, stampText } from "../table/stamp.js";
import { alternatives, dateInWords, plural } from "../words.js";
import { casesText } from "./case-words.js";
import type { Comparison, Side } from "./comparison.js";
import { shareText } from "./words.js";

/** Which versions are compared, and in short what that comes to. */
export function comparisonTitle(comparison: Comparison): string {
  const { old, new: next } = comparison;
  const names = [...new Set([old, next].map(sideText))].join(" → ");
  const days = old.day === next.day ? "" : `, ${dateInWords(old.day)} → ${dateInWords(next.day)}`;
  return `${names}${days}: ${inShort(comparison)}`;
}

function sideText({ name, table, digest }: Side): string {
  return stampText(stampOf(name, table, digest));
}

/** Whether anything is decided differently. */
export function inShort({ difference, takenOtherwise }: Comparison): string {
  const { changed, notices, oneSided } = difference;
  if (changed > 0n) return `${plural(changed, "situation")} decided differently`;
  const all = takenOtherwise.length > 0 ? "complete cases" : "everything";
  const half = takenOtherwise.length > 0 ? `; those that leave out ${alternatives(takenOtherwise)} perhaps not` : "";
  if (notices.length > 0) return `${all} decided as before, with other notices${half}`;
  return `${all}${oneSided.length > 0 ? " that both know" : ""} decided as before${half}`;
}

/** How much was compared, how much of it comes to something else, and the same of cases. */
export function comparisonSummary({ cases, ...comparison }: Comparison): string {
  return [situationsText(comparison), ...(cases === undefined ? [] : [casesText(cases)])].join(" ");
}

/** How many situations were compared, and how many are decided differently. */
export function situationsText({ old, new: next, difference, takenOtherwise }: Omit<Comparison, "cases">): string {
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
  return `${plural(compared, "situation")} compared ${law}. ${found}${half}`;
}
