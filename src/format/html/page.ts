import type { Chapter, SignOff, TableDocument } from "../../report/table/document.js";
import { element, empty, join, type Markup, text } from "../xml.js";
import { htmlDocument } from "./document.js";
import { blankLines, chapterMarkup, partsMarkup } from "./entry.js";
import FILTER_SCRIPT from "./filter.js" with { type: "text" };
import { styleSheet } from "./style.js";

/** A table as one page, which can be read without its script. */
export function formatHtml({ title, head, chapters, signOff }: TableDocument): string {
  return htmlDocument({
    title,
    style: styleSheet(title),
    script: FILTER_SCRIPT,
    body: [
      element("header", {}, element("h1", {}, text(title)), partsMarkup(head)),
      contents(chapters, signOff),
      element("main", {}, filterForm(), ...chapters.map(chapterMarkup), signOffMarkup(signOff)),
    ],
  });
}

function contents(chapters: readonly Chapter[], signOff: SignOff): Markup {
  return element(
    "nav",
    { "aria-label": "Contents" },
    element("ul", {}, ...runs(chapters).map(contentsItem), element("li", {}, link(SIGN_OFF, signOff.heading))),
  );
}

/** Chapters that stand under one heading, together. */
function runs(chapters: readonly Chapter[]): Chapter[][] {
  const found: Chapter[][] = [];
  for (const chapter of chapters) {
    const last = found.at(-1);
    if (chapter.under !== undefined && chapter.under === last?.[0]?.under) last.push(chapter);
    else found.push([chapter]);
  }
  return found;
}

function contentsItem(run: readonly Chapter[]): Markup {
  const links = run.map(({ anchor, heading, entries }) =>
    join(
      [
        link(anchor, heading),
        ...(entries.length === 0 ? [] : [element("span", { class: "note" }, text(entries.length))]),
      ],
      " ",
    ),
  );
  const under = run[0]?.under;
  return under === undefined
    ? element("li", {}, ...links)
    : element("li", {}, text(under), element("ul", {}, ...links.map((one) => element("li", {}, one))));
}

const SIGN_OFF = "sign-off";

function link(anchor: string, words: string): Markup {
  return element("a", { href: `#${anchor}` }, text(words));
}

/** Hidden until the script that it needs is there. */
function filterForm(): Markup {
  return element(
    "form",
    { id: "filter", role: "search", hidden: "" },
    element("label", { for: "words" }, text("Show only what contains")),
    empty("input", { id: "words", type: "search", autocomplete: "off" }),
    element("output", { for: "words" }),
  );
}

function signOffMarkup({ heading, statement, blanks }: SignOff): Markup {
  return element(
    "section",
    { id: SIGN_OFF },
    element("h2", {}, text(heading)),
    element("p", {}, text(statement)),
    join([blankLines(blanks), blankLines(blanks)]),
  );
}
