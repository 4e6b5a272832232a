import { type Line, type Page, rich, type Section } from "../../report/page.js";
import { element, join, type Markup, text } from "../xml.js";
import { linked } from "./link.js";

/** A page to read as markup, with its title as its heading. */
export function readingMarkup({ title, sections }: Page): Markup {
  return join([element("h1", {}, text(title)), ...sections.map((section) => sectionMarkup(section, 2))]);
}

/** A section with its heading, if it has one, at this level. */
export function sectionMarkup(section: Section, level: number): Markup {
  return sectionOf(section, level, section.lines.map(lineMarkup));
}

/** The same of lines that are markup already. */
export function sectionOf(
  { heading, kind, tone }: Omit<Section, "lines">,
  level: number,
  lines: readonly Markup[],
): Markup {
  const items = lines.map((line) => element(kind === "paragraphs" ? "p" : "li", {}, line));
  return element(
    "section",
    { class: tone },
    ...(heading === undefined ? [] : [element(`h${level}`, {}, text(heading))]),
    ...listMarkup(kind, items),
  );
}

function listMarkup(kind: Section["kind"], items: readonly Markup[]): readonly Markup[] {
  switch (kind) {
    case "paragraphs":
      return items;
    case "numbered":
      return [element("ol", {}, ...items)];
    case "bulleted":
      return [element("ul", {}, ...items)];
    case "checklist":
      return [element("ul", { class: "checklist" }, ...items)];
  }
}

function lineMarkup(line: Line): Markup {
  const { text: words, url, under = [] } = rich(line);
  const more = under.length === 0 ? [] : [element("ul", {}, ...under.map((one) => element("li", {}, text(one))))];
  return join([linked(words, url), ...more]);
}
