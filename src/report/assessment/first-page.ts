import type { Block, FirstPage, Need, ScreenLine } from "../screen.js";
import { dayInWords, fewPartNames, plural } from "../words.js";
import {
  type AnyAssessment,
  type AssessedPart,
  type Assessment,
  assessmentsIn,
  type PlannedStep,
} from "./assessment.js";
import { daysThatCount } from "./days-that-count.js";
import { lastLine } from "./last-line.js";
import { merge } from "./merge.js";
import { deadlineLine, fromPractice, HEADINGS, stepLine } from "./page.js";
import { mostSettlingFirst } from "./settling.js";

/** What somebody has to know who holds the paper in hand: from the verdict, which is said again at the end, to what to find out. */
export function firstPage(assessment: AnyAssessment): FirstPage {
  return {
    title: assessment.headline,
    blocks: blocksIn(assessment, firstBlocks),
    more: moreBeside(assessmentsIn(assessment)),
    last: lastLine(assessment),
  };
}

/**
 * The blocks with something to say; of parts, each one's verdict, and then what is said of any, with the parts told
 * where not all are meant.
 *
 * @param blocksOf as many blocks for each assessment, those with nothing to say included
 */
export function blocksIn(assessment: AnyAssessment, blocksOf: (assessment: Assessment) => readonly Block[]): Block[] {
  const blocks = "parts" in assessment ? blocksInParts(assessment.parts, blocksOf) : blocksOf(assessment);
  return blocks.filter(({ lines }) => lines.length > 0);
}

function blocksInParts(
  parts: readonly AssessedPart[],
  blocksOf: (assessment: Assessment) => readonly Block[],
): Block[] {
  const all = parts.map(({ assessment }) => blocksOf(assessment));
  const merged = (all[0] ?? []).map((block, index) => ({
    ...block,
    lines: mergedLines(
      parts,
      all.map((blocks) => blocks[index]?.lines ?? []),
    ),
  }));
  return [{ kind: "paragraphs", lines: verdictLines(parts) }, ...merged];
}

/** Of the steps, what protects comes before: however many the parts are, the title has the most serious verdict. */
function verdictLines(parts: readonly AssessedPart[]): ScreenLine[] {
  const told = merge(parts.map(({ assessment }) => [assessment.headline]));
  return told.flatMap(({ one, lists }) => labelled(names(parts, lists), lines("verdict", "much", [one])));
}

function mergedLines(parts: readonly AssessedPart[], said: readonly (readonly ScreenLine[])[]): ScreenLine[] {
  return merge(said).map(({ one, lists }) => {
    if (lists.length === parts.length) return one;
    return { ...one, text: `For ${names(parts, lists)}: ${one.text}` };
  });
}

function names(parts: readonly AssessedPart[], some: readonly number[]): string {
  return fewPartNames(some.map((index) => parts[index]?.label ?? ""));
}

/** The blocks that every assessment has, those with nothing to say included. */
function firstBlocks(assessment: Assessment): Block[] {
  const { notices, wouldBind } = assessment;
  const [urgent, other] = [true, false].map((is) => notices.filter((notice) => notice.urgent === is));
  const advice = (need: Need) => lines("notice", need, other?.map(({ says }) => says) ?? []);
  const checks = assessment.takenForGranted.map(({ says, check }) => `${says} ${check}`);
  return [
    { kind: "paragraphs", tone: "urgent", lines: lines("notice", "first", urgent?.map(({ says }) => says) ?? []) },
    { heading: "Do this now", kind: "numbered", lines: assessment.steps.map((one) => step(one, assessment.deadlines)) },
    {
      kind: "paragraphs",
      tone: "urgent",
      lines: lines("warning", "first", assessment.doNot === "" ? [] : [assessment.doNot]),
    },
    { kind: "paragraphs", lines: labelled("Date", lines("date", "day", dates(assessment))) },
    { kind: "paragraphs", lines: labelled("Why", lines("reason", "much", reasons(assessment))) },
    {
      kind: "paragraphs",
      lines: [
        ...labelled(wouldBind.length > 0 ? "Make sure first" : "Taken for granted", lines("check", "much", checks)),
        ...labelled(
          "Find out",
          lines(
            "question",
            "much",
            mostSettlingFirst(assessment.notKnown).map(({ ask }) => ask),
          ),
        ),
      ],
    },
    { kind: "paragraphs", lines: labelled(HEADINGS.practice, lines("fact", "little", practiceLine(assessment))) },
    { kind: "paragraphs", lines: labelled("Also", advice("little")) },
  ];
}

function step(planned: PlannedStep, deadlines: Assessment["deadlines"]): ScreenLine {
  return { is: "step", need: needOf(planned), text: stepLine({ ...planned, more: null }, deadlines) };
}

/** What holds back or is to be told somebody comes before all other steps, and then what has its day. */
export function needOf({ holdsBack, by, contact }: PlannedStep): Need {
  if (holdsBack || contact !== null) return "first";
  return by === null ? "much" : "day";
}

/** Days that do not stand beside a step, what cannot be right about them, and what may become due. */
export function dates({ deadlines, steps, dateDoubts, possibleRules, asOf }: Assessment): string[] {
  const beside = deadlines.filter(({ day, daysLeft, paperSays }) => {
    const isPlain = paperSays === null && (daysLeft ?? -1) >= 0;
    return !(isPlain && steps.some(({ by }) => by === day));
  });
  const told = new Set(deadlines.map(({ day }) => day));
  const perhaps = possibleRules.flatMap((rule) =>
    daysThatCount(rule.deadlines.filter(({ day }) => day !== null)).flatMap(({ day }) => day ?? []),
  );
  const untold = perhaps.filter((day) => !told.has(day)).toSorted();
  return [...beside.map(deadlineLine), ...perhapsDue(untold, asOf), ...dateDoubts];
}

/** The next of the days that may have to be kept; that one has passed is said where there is none to come. */
function perhapsDue(days: readonly string[], asOf: string): string[] {
  const next = days.find((day) => day >= asOf);
  if (next !== undefined) return [`There may be something to do by ${dayInWords(next)}.`];
  const last = days.at(-1);
  return last === undefined ? [] : [`There may have been something to do by ${dayInWords(last)}: take advice today.`];
}

/** One line, whatever there is. */
export function practiceLine(assessment: Assessment): string[] {
  const told = fromPractice(assessment);
  return told.length === 0 ? [] : [told.join(" ")];
}

/** While several rules can decide, only what they conclude from is certain. */
export function reasons({ rule, sources, findings }: Assessment): string[] {
  if (rule === null) return findings.map(({ says }) => says);
  const leading = sources.find(({ id }) => id === rule.sources[0]);
  return [leading === undefined ? rule.because : `${rule.because} (${leading.citation}.)`];
}

export function lines(is: ScreenLine["is"], need: Need, texts: readonly string[]): ScreenLine[] {
  return texts.map((text) => ({ is, need, text }));
}

export function labelled(label: string, some: readonly ScreenLine[]): ScreenLine[] {
  return some.map((line) => ({ ...line, label: `${label}:` }));
}

/** What there is beside the lines that are shown, given those that are not. */
function moreBeside(assessments: readonly Assessment[]): FirstPage["more"] {
  const form = assessments.some(({ forms }) => forms.length > 0) ? ["what the form has to say"] : [];
  return (left) =>
    `With --full: ${[...counted(left), ...form, "the law", "what would change this", "whom to call"].join(", ")}.`;
}

/** How many more there are of each kind of line. */
export function counted(left: readonly ScreenLine[]): string[] {
  const kinds = [...new Set(left.map(({ is }) => is))];
  return kinds.map((is) => plural(left.filter((line) => line.is === is).length, `more ${is}`));
}
