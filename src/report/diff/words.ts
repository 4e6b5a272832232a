import type { DateChange } from "../../audit/diff/dates.js";
import type { NoticeChange } from "../../audit/diff/notices.js";
import type { ChangedRegion } from "../../audit/diff/region.js";
import type { Problem } from "../../source/problem.js";
import { lineOf } from "../../source/text.js";
import type { Rule } from "../../table/table.js";
import { VERDICTS } from "../../table/verdict.js";
import { regionLines } from "../region-words.js";
import { plural } from "../words.js";

/** A part of a whole in per cent. A few among very many are never told as none, nor nearly all as all. */
export function shareText(part: bigint, whole: bigint): string {
  const share = shareOf(part, whole) * 100;
  if (part > 0n && share < 0.001) return "less than 0.001%";
  if (part < whole && share > 99.9) return "more than 99.9%";
  return `${Number(share.toPrecision(2))}%`;
}

/** A part of a whole, from 0 to 1. */
export function shareOf(part: bigint, whole: bigint): number {
  return whole === 0n ? 0 : Number((part * SCALE) / whole) / Number(SCALE);
}

const SCALE = 10n ** 12n;

/** `12 situations (0.3%)`. */
export function countText(part: bigint, whole: bigint): string {
  return `${plural(part, "situation")} (${shareText(part, whole)})`;
}

export function verdictText(rule: Rule | undefined): string {
  return rule === undefined ? "Impossible" : VERDICTS[rule.verdict].label;
}

/** Where a region lies, and how much of it that does not tell. */
export function placeLines(region: ChangedRegion): string[] {
  return [...regionLines(region).map((line) => `where ${line}`), ...beyondLines(region)];
}

/** How much of a region lies where it is not told to. */
export function beyondLines({ beyond }: ChangedRegion): string[] {
  return beyond === 0n ? [] : [`and ${plural(beyond, "situation")} elsewhere`];
}

export function noticeText({ id, change, region }: NoticeChange, compared: bigint): string {
  return `${id} ${change} in ${countText(region.count, compared)}`;
}

export function dateText({ section, id, change }: DateChange): string {
  return `${id} (${section}) ${change}.`;
}

export function warningText({ code, message, at }: Problem): string {
  const place = at === undefined ? "" : ` (line ${lineOf(at.source, at.span.start)})`;
  return `${code}${place}: ${message}`;
}

/** What is no longer in a list, what is new in it, and whether the rest stands in another order. */
export function listChange(before: readonly string[], after: readonly string[]): string {
  const gone = before.filter((one) => !after.includes(one));
  const come = after.filter((one) => !before.includes(one));
  const words = [
    ...(gone.length > 0 ? [`no longer ${gone.join(", ")}`] : []),
    ...(come.length > 0 ? [`now ${come.join(", ")}`] : []),
  ];
  return words.join("; ") || "in another order";
}

export function textChange(before: string | undefined, after: string | undefined): string {
  const quoted = (text: string | undefined): string => (text === undefined ? "nothing" : `“${text}”`);
  return `${quoted(before)} → ${quoted(after)}`;
}
