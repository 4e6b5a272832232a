import type { Page } from "../../report/page.js";
import { element, type Markup } from "../xml.js";
import { htmlDocument } from "./document.js";
import PAPER_STYLE from "./paper.css" with { type: "text" };
import { readingMarkup } from "./reading.js";

/** A paper to print, on one sheet of A4 where it is no longer than that. */
export function formatPaper(page: Page): string {
  return htmlDocument({ title: page.title, style: PAPER_STYLE, body: [element("main", {}, paperMarkup(page))] });
}

/** A paper within a document that has its style. */
export function paperMarkup(page: Page): Markup {
  return element("article", { class: "paper" }, readingMarkup(page));
}

export { PAPER_STYLE };
