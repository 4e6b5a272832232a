import { VERDICTS } from "../../table/verdict.js";
import type { Line, Page, Section } from "../page.js";
import { partName, partNames, sentence } from "../words.js";
import type { AssessedPart, AssessmentInParts } from "./assessment.js";
import { merge } from "./merge.js";
import { assessmentSections, HEADINGS, lastSection } from "./page.js";

/** An assessment of parts to read: each one's verdict, and then as for any case, with the parts told where not all are meant. */
export function pageInParts(assessment: AssessmentInParts): Page {
  const { headline, parts } = assessment;
  const [first = [], ...others] = parts.map(({ assessment }) => assessmentSections(assessment));
  const sections = first.flatMap((section, index) =>
    mergedSections(parts, [section, ...others.map((one) => one[index] as Section)]),
  );
  const verdicts: Section = { heading: HEADINGS.each, kind: "bulleted", lines: parts.map(verdictLine) };
  const all = [verdicts, ...sections, lastSection(assessment)];
  return { title: headline, sections: all.filter(({ lines }) => lines.length > 0) };
}

function verdictLine({ label, assessment: { verdict, headline } }: AssessedPart): string {
  return `${partName(label)}: ${VERDICTS[verdict].label}. ${sentence(headline)}`;
}

/** The sections that stand at one place in the pages of all parts: those of one heading together. */
export function mergedSections(parts: readonly Pick<AssessedPart, "label">[], sections: readonly Section[]): Section[] {
  const headings = [...new Set(sections.map(({ heading }) => heading))];
  return headings.map((heading) => {
    const lines = sections.map((section) => (section.heading === heading ? section.lines : []));
    const told = merge(lines).map(({ one, lists }) =>
      lists.length === parts.length
        ? one
        : forParts(
            one,
            lists.map((index) => parts[index]?.label ?? ""),
          ),
    );
    return { ...(sections.find((section) => section.heading === heading) as Section), lines: told };
  });
}

function forParts(line: Line, labels: readonly string[]): Line {
  const words = (text: string): string => `For ${partNames(labels)}: ${text}`;
  return typeof line === "string" ? words(line) : { ...line, text: words(line.text) };
}
