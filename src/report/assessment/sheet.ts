import { VERDICTS } from "../../table/verdict.js";
import type { Page, Section } from "../page.js";
import type { Block, ScreenLine } from "../screen.js";
import type { Sheet } from "../sheet.js";
import type { AnyAssessment, Assessment, PlannedStep } from "./assessment.js";
import { blocksIn, counted, dates, labelled, lines, needOf, practiceLine, reasons } from "./first-page.js";
import { lastLine } from "./last-line.js";
import { contactLine, HEADINGS, ifNot, meaning, stamp, stepLine } from "./page.js";
import { mostSettlingFirst } from "./settling.js";

/** An answer on one sheet of paper, given all of it to read. */
export function sheetOf(assessment: AnyAssessment, page: Page): Sheet {
  const { headline, verdict, practice, disclaimer } = assessment;
  return {
    title: headline,
    verdict: { id: verdict, label: lastLine(assessment) },
    head: practice ?? undefined,
    front: blocksIn(assessment, frontBlocks),
    more,
    blanks: ["Name", "Signature", "Date", "Time"],
    foot: [stamp(assessment), disclaimer],
    backTitle: `On the back: ${VERDICTS[verdict].label}`,
    leftHeading: "From the front",
    back: page.sections.filter(isBehind),
  };
}

/** All that every assessment has to say on the front, that with nothing to say included. */
function frontBlocks(assessment: Assessment): Block[] {
  const { notices, steps, doNot, deadlines, contacts, takenForGranted, notKnown, wouldBind } = assessment;
  const urgent = notices.filter((notice) => notice.urgent);
  return [
    {
      kind: "paragraphs",
      tone: "urgent",
      lines: urgent.map(({ says, more }) => ({ is: "notice", need: "first", text: says, ...withMore(more) })),
    },
    { heading: "Do this now", kind: "numbered", lines: steps.map((one) => stepOn(one, deadlines)) },
    { kind: "paragraphs", tone: "urgent", lines: lines("warning", "first", doNot === "" ? [] : [doNot]) },
    { kind: "paragraphs", lines: labelled("Date", lines("date", "day", dates(assessment))) },
    { heading: "Whom to call", kind: "bulleted", lines: lines("contact", "day", contacts.map(contactLine)) },
    { heading: HEADINGS.why, kind: "bulleted", lines: lines("reason", "much", reasons(assessment)) },
    {
      heading: wouldBind.length > 0 ? HEADINGS.makeSure : HEADINGS.granted,
      kind: "bulleted",
      lines: takenForGranted.map(({ says, because, check, otherwise }) => ({
        is: "check",
        need: "much",
        text: `${says} ${check}`,
        more: because,
        under: otherwise.map(ifNot),
      })),
    },
    {
      heading: "To find out",
      kind: "bulleted",
      lines: mostSettlingFirst(notKnown).map(({ ask, why, answers }) => ({
        is: "question",
        need: "much",
        text: ask,
        more: why,
        under: answers.map(meaning),
      })),
    },
    { kind: "paragraphs", lines: labelled(HEADINGS.practice, lines("fact", "little", practiceLine(assessment))) },
  ];
}

/** The day stands beside what is to be done, before what goes on from that. */
function stepOn(step: PlannedStep, deadlines: Assessment["deadlines"]): ScreenLine {
  return { is: "step", need: needOf(step), text: stepLine({ ...step, more: null }, deadlines), ...withMore(step.more) };
}

function withMore(more: string | null): Pick<ScreenLine, "more"> {
  return more === null ? {} : { more };
}

/** What the front does not tell. */
function isBehind({ heading = "", tone }: Section): boolean {
  return tone === "quiet" || BEHIND.some((one) => heading.startsWith(one));
}

const BEHIND = [HEADINGS.possible, HEADINGS.also, HEADINGS.form, HEADINGS.change, HEADINGS.law, HEADINGS.idle];

/** What there is on the back, given the lines that are not on the front. */
function more(left: readonly ScreenLine[]): string {
  return `On the back: ${[...counted(left), "what would change this", "the law"].join(", ")}.`;
}
