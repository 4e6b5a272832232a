import { formatPaper, paperMarkup } from "../format/html/paper.js";
import { button } from "../format/html/questions/button.js";
import { element, join, type Markup, text } from "../format/xml.js";
import { mapPage } from "../report/page.js";
import type { Paper } from "../report/paper/paper.js";
import { PAPERS, PRINT_PAGE, SAVE_PAPER } from "../report/questions/words.js";
import { printable } from "../source/printable.js";
import { saveFile } from "./save-file.js";
import type { Returning } from "./screen.js";
import { offer, offers } from "./view.js";

/** A paper by itself, to be read, printed alone, and saved as a page that is printed alike. */
export function paperView(paper: Paper): Returning<undefined> {
  const page = mapPage(paper.page, printable);
  return {
    title: page.title,
    body: join([
      element("div", { class: "buttons" }, button(PRINT_PAGE, "print", "main"), button(SAVE_PAPER, "save")),
      paperMarkup(page),
    ]),
    field: "",
    back: { value: undefined },
    isPaper: true,
    read: () => ({ ok: true, value: undefined }),
    acts: { print: () => print(), save: () => saveFile(`${paper.id}.html`, formatPaper(page), "text/html") },
  };
}

/** The papers of an answer, each with whom it is for and when. */
export function papersMarkup(papers: readonly Paper[]): Markup {
  if (papers.length === 0) return join([]);
  const items = papers.map((paper) => offer(button(paper.title, pressOf(paper), "link"), paper.use));
  return element("section", { class: "papers" }, element("h2", {}, text(PAPERS)), offers(items));
}

/** What those buttons do. */
export function papersActs(papers: readonly Paper[], show: (paper: Paper) => void): Record<string, () => void> {
  return Object.fromEntries(papers.map((paper) => [pressOf(paper), () => show(paper)]));
}

function pressOf({ id }: Paper): string {
  return `paper-${id}`;
}
