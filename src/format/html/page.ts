import { type Chapter, FILTER_LABEL, holdsText, type SignOff, type SignOffDocument } from "../../report/document.js";
import { sha256Of } from "../../source/digest.js";
import { element, empty, join, type Markup, raw, text } from "../xml.js";
import { blanksMarkup, chapterMarkup, partsMarkup } from "./entry.js";
import SCRIPT from "./script.js" with { type: "text" };
import { styleSheet } from "./style.js";

/**
 * What is signed off as one page that needs nothing else: no network, and no script to be read. It is well-formed XML besides,
 * so that a test can tell when a tag is left open.
 */
export function formatHtml(document: SignOffDocument): string {
  const style = styleSheet(document.title, document.chapters);
  const page = element("html", { lang: "en-GB" }, head(document.title, style), body(document));
  return `<!DOCTYPE html>\n${page}\n`;
}

function head(title: string, style: string): Markup {
  return element(
    "head",
    {},
    empty("meta", { charset: "utf-8" }),
    empty("meta", { "http-equiv": "Content-Security-Policy", content: policy(style) }),
    empty("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
    empty("meta", { name: "color-scheme", content: "light dark" }),
    empty("meta", { name: "referrer", content: "no-referrer" }),
    element("title", {}, text(title)),
    raw("style", style),
  );
}

/** Nothing may be fetched or sent, and nothing may run but the page's own script. */
function policy(style: string): string {
  return [
    "default-src 'none'",
    `style-src '${digest(style)}'`,
    `script-src '${digest(SCRIPT)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

function digest(content: string): string {
  return `sha256-${btoa(String.fromCharCode(...sha256Of(content)))}`;
}

function body({ title, head, chapters, signOff }: SignOffDocument): Markup {
  return element(
    "body",
    {},
    element("header", {}, element("h1", {}, text(title)), partsMarkup(head)),
    contents(chapters, signOff),
    element("main", { "data-filter": FILTER_LABEL }, ...chapters.map(chapterMarkup), signOffMarkup(signOff)),
    raw("script", SCRIPT),
  );
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
