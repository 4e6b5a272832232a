import type { FirstQuestion, QuestionsDocument } from "../../../report/questions/document.js";
import { CANNOT_RUN, OTHER_BROWSER } from "../../../report/questions/words.js";
import { element, type Markup, text } from "../../xml.js";
import { htmlDocument } from "../document.js";
import { PAPER_STYLE, paperMarkup } from "../paper.js";
import { baseStyle } from "../style.js";
import BOOT from "./boot.js" with { type: "text" };
import { choosingMarkup } from "./choosing.js";
import STYLE from "./questions.css" with { type: "text" };
import { screenMarkup } from "./screen.js";

/** A page that shows its first question at once, and whose program goes on from there. */
export function formatQuestions(document: QuestionsDocument): string {
  const { title, head, withoutScripts, first, foot, wall, data, program } = document;
  return htmlDocument({
    title,
    style: [PAPER_STYLE, baseStyle(), STYLE].join("\n"),
    script: `${program.notices}${BOOT}`,
    brought: [program.script],
    body: [
      // what is printed instead of all that follows
      ...(wall.length === 0 ? [] : [element("div", { id: "wall" }, ...wall.map(paperMarkup))]),
      element("header", {}, element("p", {}, element("strong", {}, text("order-triage")), text(` ${head}`))),
      element("noscript", {}, ...withoutScripts.map(paragraph)),
      element("main", { id: "main" }, ...(first === undefined ? [] : [firstScreen(first)])),
      element("footer", { id: "foot" }, ...foot.map(paragraph)),
      element("script", { id: "data", type: "text/plain" }, text(data)),
      element(
        "script",
        { id: "program", type: "text/plain", "data-title": CANNOT_RUN, "data-remedy": OTHER_BROWSER },
        text(program.packed),
      ),
    ],
  });
}

function firstScreen({ said, question }: FirstQuestion): Markup {
  return screenMarkup({ canGoBack: false, said, body: choosingMarkup(question) });
}

function paragraph(words: string): Markup {
  return element("p", {}, text(words));
}
