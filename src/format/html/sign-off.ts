import { type Chapter, FILTER_LABEL, holdsText, type SignOff, type SignOffDocument } from "../../report/document.js";
import { element, join, type Markup, text } from "../xml.js";
import { htmlDocument } from "./document.js";
import { blanksMarkup, chapterMarkup, partsMarkup } from "./entry.js";
import SCRIPT from "./script.js" with { type: "text" };
import { styleSheet } from "./style.js";

/** What is signed off as one page, which can be read without its script. */
export function formatSignOff({ title, head, chapters, signOff }: SignOffDocument): string {
  return htmlDocument({
    title,
    style: styleSheet(title, chapters),
    script: SCRIPT,
    body: [
      element("header", {}, element("h1", {}, text(title)), partsMarkup(head)),
      contents(chapters, signOff),
      element("main", { "data-filter": FILTER_LABEL }, ...chapters.map(chapterMarkup), signOffMarkup(signOff)),
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
  const links = run.map((chapter) => {
    const { anchor, heading, entries } = chapter;
    const holds = entries.length === 0 ? [] : [element("span", { class: "note" }, text(holdsText(chapter)))];
    return join([link(anchor, heading), ...holds], " ");
  });
  const under = run[0]?.under;
  return under === undefined
    ? element("li", {}, ...links)
    : element("li", {}, text(under), element("ul", {}, ...links.map((one) => element("li", {}, one))));
}

const SIGN_OFF = "sign-off";

function link(anchor: string, words: string): Markup {
  return element("a", { href: `#${anchor}` }, text(words));
}

function signOffMarkup({ heading, statement, blanks }: SignOff): Markup {
  return element(
    "section",
    { id: SIGN_OFF },
    element("h2", {}, text(heading)),
    element("p", {}, text(statement)),
    join([blanksMarkup(blanks), blanksMarkup(blanks)]),
  );
}
