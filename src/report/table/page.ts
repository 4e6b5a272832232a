import { VERDICTS } from "../../table/verdict.js";
import {
  type Chapter,
  type Entry,
  fullHeading,
  holdsText,
  numbered,
  type Part,
  type PartLine,
  type SignOff,
  type SignOffDocument,
  type VerdictMark,
} from "../document.js";
import type { Line, Page, Section } from "../page.js";
import { flowLines } from "./flow-words.js";

/** The document as a page of one level, for a terminal and for Markdown. */
export function tablePage({ title, head, chapters, signOff }: SignOffDocument): Page {
  return {
    title,
    sections: [
      { kind: "bulleted", lines: head.map(partLine) },
      ...chapters.flatMap(chapterSections),
      signOffSection(signOff),
    ],
  };
}

function chapterSections(chapter: Chapter): Section[] {
  const { intro, flow, entries } = chapter;
  const heading = fullHeading(chapter);
  const questions: Section = {
    heading: `${heading}: decision flow`,
    kind: "numbered",
    lines: flow === undefined ? [] : flowLines(flow).map(({ text, answers }) => ({ text, under: answers })),
  };
  return [
    {
      heading: entries.length === 0 ? heading : `${heading} (${holdsText(chapter)})`,
      kind: "bulleted",
      lines: intro.map(partLine),
    },
    ...(questions.lines.length === 0 ? [] : [questions]),
    ...entries.map(entrySection),
  ];
}

/** An entry as a page of its own; `kind` says of what. */
export function entryPage(kind: string, entry: Entry): Page {
  return {
    title: `${kind} ${headingOf(entry)}`,
    sections: [{ kind: "paragraphs" as const, lines: marksOf(entry) }, ...entry.parts.map(partSection)].filter(
      ({ lines }) => lines.length > 0,
    ),
  };
}

function partSection({ label, kind, lines }: Part): Section {
  const texts = lines.map((line) => ({ text: lineText(line), ...linked(line) }));
  return kind === "row"
    ? { heading: label, kind: "paragraphs", lines: [texts.map(({ text }) => text).join(", ")] }
    : { heading: label, kind, lines: texts };
}

function entrySection(entry: Entry): Section {
  return { heading: headingOf(entry), kind: "bulleted", lines: [...marksOf(entry), ...entry.parts.map(partLine)] };
}

function headingOf({ number, id, title }: Entry): string {
  return numbered(number, [id, title].filter((one) => one !== undefined).join(": "));
}

function marksOf({ verdict, warnings }: Entry): string[] {
  return [...(verdict === undefined ? [] : [verdictText(verdict)]), ...warnings];
}

function verdictText({ id, label }: VerdictMark): string {
  return `Verdict: ${label} (${id}, exit code ${VERDICTS[id].exitCode})`;
}

/** What is short stands on the line of its label. */
function partLine({ label, kind, lines }: Part): Line {
  if (kind === "row") return `${label}: ${lines.map(lineText).join(", ")}`;
  const [first, ...others] = lines;
  if (first !== undefined && others.length === 0) return { text: `${label}: ${lineText(first)}`, ...linked(first) };
  return { text: `${label}:`, under: lines.map(lineText) };
}

function linked({ url }: PartLine): { readonly url?: string } {
  return url === undefined ? {} : { url };
}

/** A line with what stands behind it in brackets. */
export function lineText({ number, text, note, caution, url }: PartLine): string {
  const behind = [note, caution].filter((one) => one !== undefined).join("; ");
  const named = numbered(number, text);
  return behind === "" || url !== undefined ? named : `${named} (${behind})`;
}

function signOffSection({ heading, statement, blanks }: SignOff): Section {
  return {
    heading,
    kind: "paragraphs",
    lines: [statement, ...blanks.map(({ label }) => `${label}: ${"_".repeat(40)}`)],
  };
}
