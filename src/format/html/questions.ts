import type { Page } from "../../report/page.js";
import type { QuestionsDocument } from "../../report/questions/document.js";
import { element, type Markup, text } from "../xml.js";
import { htmlDocument } from "./document.js";
import STYLE from "./questions.css" with { type: "text" };
import { readingMarkup } from "./reading.js";
import { colours } from "./style.js";

/** A page whose script puts the questions into its `main`. */
export function formatQuestions(document: QuestionsDocument): string {
  const { title, head, withoutScripts, foot, wall, data, script } = document;
  return htmlDocument({
    title,
    style: `${colours()}\n${STYLE}`,
    script,
    body: [
      element("header", {}, element("p", {}, element("strong", {}, text("order-triage")), text(` ${head}`))),
      element("main", { id: "main" }),
      element("noscript", {}, ...withoutScripts.map(paragraph)),
      element("footer", { id: "foot" }, ...foot.map(paragraph)),
      ...(wall.length === 0 ? [] : [element("div", { class: "wall" }, ...wall.map(wallMarkup))]),
      element("script", { id: "data", type: "text/plain" }, text(data)),
    ],
  });
}

function paragraph(words: string): Markup {
  return element("p", {}, text(words));
}

function wallMarkup(page: Page): Markup {
  return element("article", {}, readingMarkup(page, 2));
}
