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

/** What is told in full while the rule is the same, as far as there are words for it. */
const IN_FULL: Readonly<Partial<Record<ReadPart, (old: Assessment, next: Assessment) => ChangeLine[]>>> = {
  headline: (old, next) => [{ text: `headline: ${textChange(old.headline, next.headline)}` }],
  steps: (old, next) => itemLines("steps", old.steps, next.steps, (step) => inFull(step.do, step.more)),
  "do-not": (old, next) => [{ text: `do not: ${textChange(old.doNot, next.doNot)}` }],
  deadlines: deadlineLines,
  contacts: (old, next) => itemLines("contacts", old.contacts, next.contacts, ({ name, find }) => `${name} ${find}`),
  notices: (old, next) =>
    itemLines("notices", old.notices, next.notices, ({ says, more, urgent }) => `${inFull(says, more)} ${urgent}`),
  "not-known": (old, next) =>
    itemLines("to be found out", old.notKnown.map(asItem), next.notKnown.map(asItem), ({ ask }) => ask),
};

function asItem({ fact, ask }: Assessment["notKnown"][number]): { readonly id: string; readonly ask: string } {
  return { id: fact, ask };
}

/** Which items are gone or new, and which are worded differently; nothing where neither is so. */
function itemLines<Item extends { readonly id: string }>(
  name: string,
  old: readonly Item[],
  next: readonly Item[],
  wordsOf: (item: Item) => string,
): ChangeLine[] {
  const [ids, nextIds] = [old.map(({ id }) => id), next.map(({ id }) => id)];
  const reworded = next.filter((item) => old.some((one) => one.id === item.id && wordsOf(one) !== wordsOf(item)));
  const words = [
    ...(ids.join() === nextIds.join() ? [] : [listChange(ids, nextIds)]),
    ...(reworded.length === 0 ? [] : [`other words in ${reworded.map(({ id }) => id).join(", ")}`]),
  ];
  return words.length === 0 ? [] : [{ text: `${name}: ${words.join("; ")}` }];
}

function deadlineLines(old: Assessment, next: Assessment): ChangeLine[] {
  const moved = next.deadlines.flatMap((due) => {
    const before = old.deadlines.find(({ id }) => id === due.id);
    return before === undefined || before.day === due.day ? [] : [movedLine(before, due)];
  });
  return [
    ...itemLines(
      "deadlines",
      old.deadlines,
      next.deadlines,
      ({ says, needs, reckoned }) => `${says} ${needs} ${reckoned}`,
    ),
    ...moved,
  ];
}

function movedLine({ id, day: before }: DueDate, { day: after }: DueDate): ChangeLine {
  if (before === null || after === null) return { text: `${id}: ${after === null ? "no longer" : "now"} with a date` };
  const days = daysBetween(before, after);
  return {
    text: `${id}: ${plural(Math.abs(days), "day")} ${days < 0 ? "earlier" : "later"}`,
    example: `${dateInWords(before)} → ${dateInWords(after)}`,
  };
}
