import { VERDICTS } from "../../table/verdict.js";
import type { Assessment, DueDate, PlannedStep } from "../assessment/assessment.js";
import type { ReadPart } from "../diff/reading.js";
import { PART_NAMES } from "../diff/reading-words.js";
import { dateInWords, inFull, sentence, together } from "../words.js";
import type { Change } from "./verified.js";

/** What a person reads differently, in sentences; what stands behind the answer is only named. */
export function changeLines({ recorded, now, differsIn }: Change): string[] {
  const told = differsIn.map((part) => ({ part, lines: IN_WORDS[part]?.(recorded, now) ?? [] }));
  const others = told.filter(({ part, lines }) => lines.length === 0 && part !== "rule");
  const also = others.map(({ part }) => PART_NAMES[part]);
  return [
    ...told.flatMap(({ lines }) => lines),
    ...(also.length === 0 ? [] : [`Something else is in: ${together(also)}.`]),
  ];
}

const IN_WORDS: Readonly<Partial<Record<ReadPart, (recorded: Assessment, now: Assessment) => string[]>>> = {
  verdict: (recorded, now) => [
    `The verdict was “${VERDICTS[recorded.verdict].label}” and is “${VERDICTS[now.verdict].label}”.`,
  ],
  headline: (recorded, now) => [`The headline was “${recorded.headline}” and is “${now.headline}”.`],
  steps: (recorded, now) => itemLines("To do", recorded.steps, now.steps, stepWords),
  "do-not": (recorded, now) => [`Not to be done was “${recorded.doNot}” and is “${now.doNot}”`],
  deadlines: (recorded, now) => itemLines("Due", recorded.deadlines, now.deadlines, dueWords),
  contacts: (recorded, now) =>
    itemLines("To call", recorded.contacts, now.contacts, ({ name, find }) => `${name} ${find}`),
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
): string[] {
  const isIn = (list: readonly Item[], { id }: Item): boolean => list.some((one) => one.id === id);
  const gone = recorded
    .filter((item) => !isIn(now, item))
    .map((item) => `${what} no longer: ${sentence(wordsOf(item))}`);
  const come = now.filter((item) => !isIn(recorded, item)).map((item) => `${what} now: ${sentence(wordsOf(item))}`);
  const other = now.flatMap((item) => {
    const before = recorded.find(({ id }) => id === item.id);
    if (before === undefined || wordsOf(before) === wordsOf(item)) return [];
    return [`${what}, as it was: “${wordsOf(before)}” As it is: “${wordsOf(item)}”`];
  });
  return [...gone, ...come, ...other];
}
