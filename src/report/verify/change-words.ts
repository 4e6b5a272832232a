import type { Table } from "../../table/table.js";
import { VERDICTS } from "../../table/verdict.js";
import type { Assessment, DueDate, PlannedStep } from "../assessment/assessment.js";
import type { ReadPart } from "../diff/reading.js";
import { type ItemsOf, PART_NAMES } from "../diff/reading-words.js";
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
  steps: list("To do", ({ steps }) => steps.map((step) => [step.id, stepWords(step)])),
  "do-not": (recorded, now) => [otherwise("Not to be done", recorded.doNot, now.doNot)],
  deadlines: list("Due", ({ deadlines }) => deadlines.map((due) => [due.id, dueWords(due)])),
  contacts: list("To call", ({ contacts }) => contacts.map(({ id, name, find }) => [id, `${name}. ${find}`])),
  notices: list("To know", ({ notices }) => notices.map(({ id, says, more }) => [id, inFull(says, more)])),
  granted: list("Taken for granted", ({ takenForGranted }) => takenForGranted.map(({ fact, says }) => [fact, says])),
  "not-known": list("To find out", ({ notKnown }) => notKnown.map(({ fact, ask }) => [fact, ask])),
};

function stepWords({ do: text, more, by }: PlannedStep): string {
  return by === null ? inFull(text, more) : `${inFull(text, more)} (by ${dateInWords(by)})`;
}

function dueWords({ says, day, needs }: DueDate): string {
  if (day !== null) return `${says}: ${dateInWords(day)}`;
  return needs === null ? says : `${says}: not known - ${needs}`;
}

/** What is gone from a list, what is new in it, and what has other words or another day; nothing where only the order is. */
function list(what: string, itemsOf: ItemsOf): InWords {
  return (recorded, now) => {
    const [before, after] = [new Map(itemsOf(recorded)), new Map(itemsOf(now))];
    const line = (word: string, words: string): RichLine => ({ text: `${what}${word}: ${sentence(words)}` });
    const gone = [...before].flatMap(([id, words]) => (after.has(id) ? [] : [line(" no longer", words)]));
    const come = [...after].flatMap(([id, words]) => (before.has(id) ? [] : [line(" now", words)]));
    const other = [...after].flatMap(([id, words]) => {
      const said = before.get(id);
      return said === undefined || said === words ? [] : [otherwise(what, said, words)];
    });
    return [...gone, ...come, ...other];
  };
}

function otherwise(what: string, before: string, after: string): RichLine {
  return { text: `${what}, changed:`, under: [`was: ${before}`, `is: ${after}`] };
}
