import { type Line, type Page, rich, type Section } from "../report/page.js";

/** A page as Markdown, fit for a note or a pull request. */
export function formatMarkdown({ title, sections }: Page): string {
  return `${[`# ${literal(title)}`, ...sections.map(sectionMarkdown)].join("\n\n")}\n`;
}

function sectionMarkdown(section: Section): string {
  const body = section.lines.map((line, index) => lineMarkdown(line, section, index));
  const text = body.join(section.kind === "paragraphs" ? "\n\n" : "\n");
  return section.heading === undefined ? text : `## ${literal(section.heading)}\n\n${text}`;
}

function lineMarkdown(line: Line, section: Section, index: number): string {
  const { text, under = [], url } = rich(line);
  const words = text === url ? [] : [literal(text)];
  const linked = [...words, ...(url === undefined ? [] : [`<${address(url)}>`])].join(" ");
  return [marked(linked, section, index), ...under.map((one) => `  - ${literal(one)}`)].join("\n");
}

function marked(text: string, { kind, tone }: Section, index: number): string {
  switch (kind) {
    case "paragraphs":
      return tone === "urgent" ? `> **${text}**` : text;
    case "numbered":
      return `${index + 1}. ${text}`;
    case "bulleted":
      return `- ${text}`;
    case "checklist":
      return `- [ ] ${text}`;
  }
}

/** An address without the signs that would end it. */
function address(url: string): string {
  return url.replace(/[\s<>\\`]/g, encodeURIComponent);
}

/** Nothing in a table or a case can turn into markup. */
function literal(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~]/g, "\\$&");
}
