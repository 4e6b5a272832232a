import type { Table } from "../../table/table.js";
import { VERDICTS } from "../../table/verdict.js";
import type { Assessment, DueDate, PlannedStep } from "../assessment/assessment.js";
import type { ReadPart } from "../diff/reading.js";
import { PART_NAMES } from "../diff/reading-words.js";
import type { RichLine } from "../page.js";
import { dateInWords, inFull, sentence, together } from "../words.js";
import { ruleLines } from "./rule-words.js";
import type { Change } from "./verified.js";

/** What a person reads differently: the verdict, by which rules, what is gone and new, and last what is changed. */
export function changeLines(table: Table, change: Change): RichLine[] {
  const { recorded, now, differsIn } = change;
  const linesOf = (part: ReadPart): readonly RichLine[] => IN_WORDS[part]?.(recorded, now) ?? [];
  const isHead = (part: ReadPart): boolean => part === "verdict" || part === "headline";
  const lines = differsIn.filter((part) => !isHead(part)).flatMap(linesOf);
  const also = differsIn.filter((part) => part !== "rule" && linesOf(part).length === 0);
  return [
    ...differsIn.filter(isHead).flatMap(linesOf),
    ...ruleLines(table, change),
    ...lines.filter(({ under }) => under === undefined),
    ...lines.filter(({ under }) => under !== undefined),
    ...(also.length === 0 ? [] : [{ text: `Not the same in: ${together(also.map((part) => PART_NAMES[part]))}.` }]),
  ];
}

type InWords = (recorded: Assessment, now: Assessment) => RichLine[];

/** What is told in sentences; of what stands behind the answer it is only said that it is not the same. */
const IN_WORDS: Readonly<Partial<Record<ReadPart, InWords>>> = {
  verdict: (recorded, now) => [
    { text: `The verdict was “${VERDICTS[recorded.verdict].label}” and is “${VERDICTS[now.verdict].label}”.` },
  ],
  headline: (recorded, now) => [{ text: `The headline was “${recorded.headline}” and is “${now.headline}”.` }],
  steps: (recorded, now) => itemLines("To do", recorded.steps, now.steps, stepWords),
  "do-not": (recorded, now) => [otherwise("Not to be done", recorded.doNot, now.doNot)],
  deadlines: (recorded, now) => itemLines("Due", recorded.deadlines, now.deadlines, dueWords),
  contacts: (recorded, now) =>
    itemLines("To call", recorded.contacts, now.contacts, ({ name, find }) => `${name}. ${find}`),
  notices: (recorded, now) =>
    itemLines("To know", recorded.notices, now.notices, ({ says, more }) => inFull(says, more)),
  granted: (recorded, now) => itemLines("Taken for granted", granted(recorded), granted(now), ({ says }) => says),
  "not-known": (recorded, now) => itemLines("To find out", unknown(recorded), unknown(now), ({ ask }) => ask),
};

function stepWords({ do: text, more, by }: PlannedStep): string {
  return by === null ? inFull(text, more) : `${inFull(text, more)} (by ${dateInWords(by)})`;
}

function dueWords({ says, day, needs }: DueDate): string {
  if (day !== null) return `${says}: ${dateInWords(day)}`;
  return needs === null ? says : `${says}: not known - ${needs}`;
}

function granted({ takenForGranted }: Assessment): (Assessment["takenForGranted"][number] & { readonly id: string })[] {
  return takenForGranted.map((one) => ({ ...one, id: one.fact }));
}

function unknown({ notKnown }: Assessment): (Assessment["notKnown"][number] & { readonly id: string })[] {
  return notKnown.map((one) => ({ ...one, id: one.fact }));
}

/** What is gone from a list, what is new in it, and what has other words or another day; nothing where only the order is. */
function itemLines<Item extends { readonly id: string }>(
  what: string,
  recorded: readonly Item[],
  now: readonly Item[],
  wordsOf: (item: Item) => string,
): RichLine[] {
  const isIn = (list: readonly Item[], { id }: Item): boolean => list.some((one) => one.id === id);
  const gone = recorded.filter((item) => !isIn(now, item));
  const come = now.filter((item) => !isIn(recorded, item));
  const other = now.flatMap((item) => {
    const before = recorded.find(({ id }) => id === item.id);
    return before === undefined || wordsOf(before) === wordsOf(item)
      ? []
      : [otherwise(what, wordsOf(before), wordsOf(item))];
  });
  const line = (word: string, item: Item): RichLine => ({ text: `${what}${word}: ${sentence(wordsOf(item))}` });
  return [...gone.map((item) => line(" no longer", item)), ...come.map((item) => line(" now", item)), ...other];
}

function otherwise(what: string, before: string, after: string): RichLine {
  return { text: `${what}, changed:`, under: [`was: ${before}`, `is: ${after}`] };
}
