import { BEFORE, type Compared, NOW, type Passage, type Run } from "../../report/document.js";
import { element, join, type Markup, text } from "../xml.js";

/** Fields as they were and as they are, side by side. */
export function comparedMarkup(fields: readonly Compared[]): Markup {
  const sides = [BEFORE, NOW].map((side) => element("th", { scope: "col" }, text(side)));
  return element(
    "table",
    { class: "compared" },
    element("thead", {}, element("tr", {}, ...sides)),
    ...fields.map(fieldMarkup),
  );
}

function fieldMarkup({ label, before, now }: Compared): Markup {
  const sides = [before, now].map((passage) => element("td", {}, passageMarkup(passage)));
  const heading = element("th", { colspan: 2, scope: "rowgroup" }, text(label));
  return element("tbody", {}, element("tr", {}, heading), element("tr", {}, ...sides));
}

function passageMarkup(passage: Passage): Markup {
  return join(passage.map((line) => element("p", {}, join(line.map(runMarkup), " "))));
}

/** What was taken away is struck out, what is new underlined: not by its colour alone. */
function runMarkup({ text: words, change }: Run): Markup {
  if (change === undefined) return text(words);
  return element(change === "gone" ? "del" : "ins", {}, text(words));
}
