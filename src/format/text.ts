import { type Line, type Page, rich, type Section } from "../report/page.js";
import type { Paint } from "../report/paint.js";
import { wrap } from "./wrap.js";

/** A page for a terminal or a plain-text file, at most `width` columns wide. */
export function formatText({ title, sections }: Page, width: number, paint: Paint): string {
  const parts = [paint.title(wrap(title, width, "")), ...sections.map((section) => sectionText(section, width, paint))];
  return `${parts.join("\n\n")}\n`;
}

function sectionText(section: Section, width: number, paint: Paint): string {
  const toned = tone(section, paint);
  const lines = section.lines.map((line, index) => toned(lineText(line, marker(section, index), width)));
  const body = lines.join(section.kind === "paragraphs" ? "\n\n" : "\n");
  return section.heading === undefined ? body : `${paint.heading(section.heading)}\n${body}`;
}

function marker({ kind }: Section, index: number): string {
  switch (kind) {
    case "paragraphs":
      return "";
    case "numbered":
      return `${index + 1}. `.padStart(5);
    case "bulleted":
      return "  - ";
    case "checklist":
      return "  [ ] ";
  }
}

function tone(section: Section, paint: Paint): (text: string) => string {
  if (section.tone === "urgent") return paint.urgent;
  return section.tone === "quiet" ? paint.quiet : (text) => text;
}

function lineText(line: Line, mark: string, width: number): string {
  const { text, under = [] } = rich(line);
  const deeper = `${" ".repeat(mark.length)}- `;
  return [wrap(text, width, mark), ...under.map((one) => wrap(one, width, deeper))].join("\n");
}
