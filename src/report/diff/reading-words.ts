import { daysBetween } from "../../calendar/day.js";
import { VERDICTS } from "../../table/verdict.js";
import type { Assessment, DueDate } from "../assessment/assessment.js";
import { dateInWords, inFull, plural } from "../words.js";
import type { AffectedCase, ReadPart } from "./reading.js";
import { listChange, textChange } from "./words.js";

/** Something that is different in what a case comes to. */
export interface ChangeLine {
  readonly text: string;
  /** What it is in the one case, where others have the like. */
  readonly example?: string;
}

/** What is different. Where it is the rule, whatever else is follows from that and is only named. */
export function changeLines({ old, new: next, differsIn }: Omit<AffectedCase<never>, "written">): ChangeLine[] {
  const parts = differsIn.filter((part) => part !== "verdict" && part !== "rule");
  if (old === undefined || next === undefined || parts.length < differsIn.length) {
    return [{ text: `${said(old)} → ${said(next)}` }, ...named("also: ", parts)];
  }
  const told = parts.map((part) => ({ part, lines: IN_FULL[part]?.(old, next) ?? [] }));
  const inFull = told.flatMap(({ lines }) => lines);
  const others = told.filter(({ lines }) => lines.length === 0).map(({ part }) => part);
  return [...inFull, ...named(inFull.length > 0 ? "also: " : "", others)];
}

function said(assessment: Assessment | undefined): string {
  if (assessment === undefined) return "no answer";
  const { verdict, rule } = assessment;
  return `${VERDICTS[verdict].label}${rule === null ? "" : ` (${rule.id})`}`;
}

function named(before: string, parts: readonly ReadPart[]): ChangeLine[] {
  return parts.length === 0 ? [] : [{ text: `${before}${parts.map((part) => PART_NAMES[part]).join(", ")}` }];
}

export const PART_NAMES: Readonly<Record<ReadPart, string>> = {
  verdict: "verdict",
  rule: "rule",
  headline: "headline",
  steps: "steps",
  "do-not": "what not to do",
  deadlines: "deadlines",
  contacts: "contacts",
  notices: "notices",
  forms: "what the paper has to say",
  granted: "what is taken for granted",
  "not-known": "what is to be found out",
  reasons: "reasons",
  "would-change": "what would change it",
  sources: "sources",
};

const DEADLINES = list("deadlines", ({ deadlines }) =>
  deadlines.map(({ id, says, needs, reckoned }) => [id, `${says} ${needs} ${reckoned}`]),
);

type InFull = (old: Assessment, next: Assessment) => ChangeLine[];

/** What is told in full while the rule is the same, as far as there are words for it. */
const IN_FULL: Readonly<Partial<Record<ReadPart, InFull>>> = {
  headline: (old, next) => [{ text: `headline: ${textChange(old.headline, next.headline)}` }],
  steps: list("steps", ({ steps }) => steps.map(({ id, do: text, more }) => [id, inFull(text, more)])),
  "do-not": (old, next) => [{ text: `do not: ${textChange(old.doNot, next.doNot)}` }],
  deadlines: (old, next) => [...DEADLINES(old, next), ...movedLines(old, next)],
  contacts: list("contacts", ({ contacts }) => contacts.map(({ id, name, find }) => [id, `${name} ${find}`])),
  notices: list("notices", ({ notices }) =>
    notices.map(({ id, says, more, urgent }) => [id, `${inFull(says, more)} ${urgent}`]),
  ),
  "not-known": list("to be found out", ({ notKnown }) => notKnown.map(({ fact, ask }) => [fact, ask])),
};

/** What a list of an answer has: each item by its id, in words. */
export type ItemsOf = (assessment: Assessment) => readonly (readonly [id: string, words: string])[];

/** Which items are gone or new, and which are worded differently; nothing where neither is so. */
function list(name: string, itemsOf: ItemsOf): InFull {
  return (before, after) => {
    const [old, next] = [itemsOf(before), itemsOf(after)];
    const [ids, nextIds] = [old.map(([id]) => id), next.map(([id]) => id)];
    const reworded = next.filter(([id, words]) => old.some(([other, said]) => other === id && said !== words));
    const words = [
      ...(ids.join() === nextIds.join() ? [] : [listChange(ids, nextIds)]),
      ...(reworded.length === 0 ? [] : [`other words in ${reworded.map(([id]) => id).join(", ")}`]),
    ];
    return words.length === 0 ? [] : [{ text: `${name}: ${words.join("; ")}` }];
  };
}

function movedLines(old: Assessment, next: Assessment): ChangeLine[] {
  return next.deadlines.flatMap((due) => {
    const before = old.deadlines.find(({ id }) => id === due.id);
    return before === undefined || before.day === due.day ? [] : [movedLine(before, due)];
  });
}

function movedLine({ id, day: before }: DueDate, { day: after }: DueDate): ChangeLine {
  if (before === null || after === null) return { text: `${id}: ${after === null ? "no longer" : "now"} with a date` };
  const days = daysBetween(before, after);
  return {
    text: `${id}: ${plural(Math.abs(days), "day")} ${days < 0 ? "earlier" : "later"}`,
    example: `${dateInWords(before)} → ${dateInWords(after)}`,
  };
}
