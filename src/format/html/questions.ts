import type { QuestionsDocument } from "../../report/questions/document.js";
import { element, type Markup, text } from "../xml.js";
import { htmlDocument } from "./document.js";
import { PAPER_STYLE, paperMarkup } from "./paper.js";
import STYLE from "./questions.css" with { type: "text" };
import { colours } from "./style.js";

/** A page whose script puts the questions into its `main`. */
export function formatQuestions(document: QuestionsDocument): string {
  const { title, head, withoutScripts, foot, wall, data, script } = document;
  return htmlDocument({
    title,
    style: [colours(), PAPER_STYLE, STYLE].join("\n"),
    script,
    body: [
      // what is printed instead of all that follows
      ...(wall.length === 0 ? [] : [element("div", { id: "wall" }, ...wall.map(paperMarkup))]),
      element("header", {}, element("p", {}, element("strong", {}, text("order-triage")), text(` ${head}`))),
      element("main", { id: "main" }),
      element("noscript", {}, ...withoutScripts.map(paragraph)),
      element("footer", { id: "foot" }, ...foot.map(paragraph)),
      element("script", { id: "data", type: "text/plain" }, text(data)),
    ],
  });
}

function paragraph(words: string): Markup {
  return element("p", {}, text(words));
}
