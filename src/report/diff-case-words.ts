import type { Said } from "../audit/diff-cases.js";
import { VERDICTS } from "../table/verdict.js";
import type { CasesLookedAt } from "./diff-comparison.js";
import type { RichLine } from "./page.js";
import { figure, plural } from "./words.js";

/** `2 of 107 cases come to something else.` */
export function casesText({ many, affected }: CasesLookedAt): string {
  if (affected.length === 0) return `None of ${plural(many, "case")} is affected.`;
  return `${figure(affected.length)} of ${plural(many, "case")} ${affected.length === 1 ? "is" : "are"} affected.`;
}

/** What each affected case expects, and what it came to and comes to. */
export function caseLines({ affected }: CasesLookedAt): RichLine[] {
  return affected.map(({ written: { file, line, given }, old, new: next }) => ({
    text: `${given.title ?? "A case without a title"} (${file}:${line})`,
    under: [
      ...(given.expect === undefined ? [] : [`expected: ${said({ ...given.expect, rule: given.expect.rule })}`]),
      `before: ${said(old)}`,
      `now: ${said(next)}`,
    ],
  }));
}

function said(what: Said): string {
  if (what === undefined) return "impossible";
  return `${VERDICTS[what.verdict].label}${what.rule === undefined ? "" : ` (${what.rule})`}`;
}
