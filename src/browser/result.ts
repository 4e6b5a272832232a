import { button } from "../format/html/questions/button.js";
import { sectionMarkup, sectionOf } from "../format/html/reading.js";
import { element, join, type Markup, text } from "../format/xml.js";
import { HEADINGS } from "../report/assessment/page.js";
import type { Page, Section } from "../report/page.js";
import type { Paper } from "../report/paper/paper.js";
import { CHANGE_ANSWER, IN_FULL, PRINT_PAGE, SAVE_CASE, START_AGAIN } from "../report/questions/words.js";
import type { PlainReport } from "../report/report.js";
import type { Block, ScreenLine } from "../report/screen.js";
import { VERDICTS, type Verdict } from "../table/verdict.js";
import { papersActs, papersMarkup } from "./paper-view.js";
import { BACK } from "./screen.js";
import type { View } from "./view.js";

/** An answer, and what can be done with it. */
interface Shown {
  readonly report: PlainReport;
  readonly remarks: readonly string[];
  readonly save: () => void;
  readonly show: (paper: Paper) => void;
  /** Whether going back leads to the answers it was made of, and not to a new beginning. */
  readonly hasAnswers: boolean;
}

/** What somebody does after an answer: start again, go back, or change one of what was given without having been asked. */
export type AfterResult = "again" | "back" | "change";

/** The answer: what has to be seen first, and under headings all of it. */
export function resultView({ report, remarks, save, show, hasAnswers }: Shown): View<AfterResult> {
  const { page } = report;
  const papers = report.papers?.() ?? [];
  return {
    title: page.title,
    body: join([
      first(report),
      ...remarks.map((remark) => element("p", { class: "remark" }, text(remark))),
      buttons(hasAnswers ? BACK : "change"),
      ...inFull(page).map(opening),
      papersMarkup(papers),
      ...page.sections.filter(({ tone }) => tone === "quiet").map((section) => sectionMarkup(section, 2)),
    ]),
    field: "",
    back: { value: "back" },
    canOpen: true,
    read: (_, pressed) => ({ ok: true, value: pressed === AGAIN ? "again" : "change" }),
    acts: { print: () => print(), save, ...papersActs(papers, show) },
  };
}

/** As on the first page of a terminal, but for what is needed only a little. */
function first({ page, data, brief }: PlainReport): Markup {
  const { verdict } = data as { readonly verdict: Verdict };
  const { blocks = [], last = "" } = brief?.first ?? {};
  return element(
    "div",
    { class: `first verdict-${verdict}` },
    element("p", { class: "verdict" }, text(VERDICTS[verdict].label)),
    element("h1", {}, text(page.title)),
    element("div", { class: "short" }, ...blocks.map(blockMarkup)),
    element("p", { class: "last" }, text(last)),
  );
}

function blockMarkup(block: Block): Markup {
  const needed = block.lines.filter(({ need }) => need !== "little");
  return needed.length === 0 ? join([]) : sectionOf(block, 2, needed.map(lineMarkup));
}

function lineMarkup({ label, text: words }: ScreenLine): Markup {
  return label === undefined ? text(words) : join([element("strong", {}, text(label)), text(` ${words}`)]);
}

const AGAIN = "again";

function buttons(change: string): Markup {
  return element(
    "div",
    { class: "buttons" },
    button(PRINT_PAGE, "print", "main"),
    button(SAVE_CASE, "save"),
    button(CHANGE_ANSWER, change),
    button(START_AGAIN, AGAIN),
  );
}

interface Opening {
  readonly heading: string;
  readonly sections: readonly Section[];
}

/** All of the answer but its small print: what the first part says in short, together, and then each section by itself. */
function inFull({ sections }: Page): Opening[] {
  const all = sections.filter(({ tone }) => tone !== "quiet").slice(0, -1);
  const end = all.findIndex(({ heading }) => heading !== undefined && !IN_SHORT.includes(heading));
  const short = all.slice(0, end < 0 ? all.length : end);
  return [
    { heading: IN_FULL, sections: short },
    ...all.slice(short.length).map(({ heading = "", ...section }) => ({ heading, sections: [section] })),
  ];
}

const IN_SHORT: readonly string[] = [HEADINGS.each, HEADINGS.now, HEADINGS.dates];

function opening({ heading, sections }: Opening): Markup {
  return element(
    "details",
    {},
    element("summary", {}, element("h2", {}, text(heading))),
    ...sections.map((section) => sectionMarkup(section, 3)),
  );
}
