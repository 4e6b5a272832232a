import type { Page } from "../../report/page.js";
import { element } from "../xml.js";
import { htmlDocument } from "./document.js";
import STYLE from "./paper.css" with { type: "text" };
import { readingMarkup } from "./reading.js";

/** A paper to print, on one sheet of A4 where it is no longer than that. */
export function formatPaper(page: Page): string {
  return htmlDocument({ title: page.title, style: STYLE, body: [element("main", {}, readingMarkup(page))] });
}
