import type { Line, Page, Section } from "./page.js";
import {
  type Chapter,
  type Entry,
  fullHeading,
  type Part,
  type PartLine,
  type SignOff,
  type TableDocument,
} from "./table-document.js";
import { flowLines } from "./table-flow-words.js";

/** The document as a page of one level, for a terminal and for Markdown. */
export function tablePage({ title, head, chapters, signOff }: TableDocument): Page {
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
      heading: entries.length === 0 ? heading : `${heading} (${entries.length})`,
      kind: "bulleted",
      lines: intro.map(partLine),
    },
    ...(questions.lines.length === 0 ? [] : [questions]),
    ...entries.map(entrySection),
  ];
}

function entrySection({ id, title, verdict, warnings, parts }: Entry): Section {
  const marks = [...(verdict === undefined ? [] : [`Verdict: ${verdict.label} (${verdict.id})`]), ...warnings];
  return {
    heading: [id, title].filter((one) => one !== undefined).join(": "),
    kind: "bulleted",
    lines: [...marks, ...parts.map(partLine)],
  };
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

function lineText({ text, note, caution, url }: PartLine): string {
  const behind = [note, caution].filter((one) => one !== undefined).join("; ");
  return behind === "" || url !== undefined ? text : `${text} (${behind})`;
}

function signOffSection({ heading, statement, blanks }: SignOff): Section {
  return { heading, kind: "paragraphs", lines: [statement, ...blanks.map((blank) => `${blank}: ${"_".repeat(40)}`)] };
}
