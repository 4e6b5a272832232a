import {
  type Blank,
  type Chapter,
  type Entry,
  FLOW_CAPTION,
  FLOW_IN_WORDS,
  type Flow,
  fullHeading,
  numbered,
  type Part,
  type PartLine,
} from "../../report/document.js";
import { type FlowLine, flowLines } from "../../report/table/flow-words.js";
import { isLegible, layOut } from "../flow/layout.js";
import { flowPicture } from "../flow/picture.js";
import { element, empty, join, type Markup, text } from "../xml.js";
import { comparedMarkup } from "./compared.js";
import { linked } from "./link.js";

/** A chapter with its picture and its entries. */
export function chapterMarkup(chapter: Chapter): Markup {
  const { anchor, tier, intro, flow, entries } = chapter;
  const heading = fullHeading(chapter);
  return element(
    "section",
    { id: anchor, class: `chapter ${tier}`, "aria-labelledby": `${anchor}-heading` },
    element("h2", { id: `${anchor}-heading` }, text(heading)),
    ...(flow === undefined ? [] : [figure(flow, anchor, heading)]),
    ...(intro.length === 0 ? [] : [partsMarkup(intro)]),
    ...entries.map(entryMarkup),
  );
}

/**
 * A picture that is wider than the screen is scrolled by itself, with the keyboard too. On paper it gives way to its
 * words where it would be too small to read.
 */
function figure(flow: Flow, anchor: string, heading: string): Markup {
  const layout = layOut(flow);
  const picture = flowPicture(layout, `${anchor}-flow`, `Decision flow: ${heading}`);
  const isSmall = !isLegible(layout);
  return element(
    "figure",
    { class: isSmall ? "small" : undefined },
    element("div", { class: "scroll", tabindex: 0, role: "group", "aria-label": "Decision flow" }, picture),
    element("figcaption", {}, text(`${FLOW_CAPTION}.`)),
    element(
      "details",
      { open: isSmall ? "" : undefined },
      element("summary", {}, text(FLOW_IN_WORDS)),
      element("ol", {}, ...flowLines(flow).map(questionMarkup)),
    ),
  );
}

function questionMarkup({ text: question, answers }: FlowLine): Markup {
  return element("li", {}, text(question), element("ul", {}, ...answers.map((one) => element("li", {}, text(one)))));
}

function entryMarkup({ anchor, number, id, title, verdict, warnings, parts, compared = [] }: Entry): Markup {
  const marks = [
    ...(id === undefined || title === undefined ? [] : [element("code", {}, text(id))]),
    ...(verdict === undefined
      ? []
      : [element("span", { class: `verdict verdict-${verdict.id}` }, text(verdict.label))]),
    ...warnings.map((warning) => element("strong", { class: "warning" }, text(warning))),
  ];
  return element(
    "article",
    { id: anchor, class: "entry" },
    element("h3", {}, text(numbered(number, title ?? id ?? ""))),
    ...(marks.length === 0 ? [] : [element("p", { class: "marks" }, join(marks, " "))]),
    ...(parts.length === 0 ? [] : [partsMarkup(parts)]),
    ...(compared.length === 0 ? [] : [comparedMarkup(compared)]),
  );
}

/** Labels with what belongs to them. */
export function partsMarkup(parts: readonly Part[]): Markup {
  return element("dl", {}, ...parts.map(partMarkup));
}

function partMarkup({ label, kind, lines }: Part): Markup {
  return element("div", {}, element("dt", {}, text(label)), element("dd", {}, linesMarkup(kind, lines)));
}

function linesMarkup(kind: Part["kind"], lines: readonly PartLine[]): Markup {
  const items = lines.map((line) => element(kind === "paragraphs" ? "p" : "li", {}, lineMarkup(line)));
  switch (kind) {
    case "paragraphs":
      return join(items);
    case "bulleted":
      return element("ul", {}, ...items);
    case "numbered":
      return element("ol", {}, ...items);
    case "row":
      return join(lines.map(lineMarkup), ", ");
  }
}

function lineMarkup({ number, text: words, to, url, note, caution }: PartLine): Markup {
  return join(
    [
      to === undefined
        ? linked(numbered(number, words), url)
        : element("a", { href: `#${to}` }, text(numbered(number, words))),
      ...(note === undefined ? [] : [element("span", { class: "note" }, text(`(${note})`))]),
      ...(caution === undefined ? [] : [element("strong", { class: "caution" }, text(caution))]),
    ],
    " ",
  );
}

/** Lines to write on, and boxes to tick. */
export function blanksMarkup(blanks: readonly Blank[]): Markup {
  return element(
    "dl",
    { class: "blanks" },
    ...blanks.map((blank) => element("div", {}, element("dt", {}, text(blank.label)), blankMarkup(blank))),
  );
}

function blankMarkup({ lines = 1, choices }: Blank): Markup {
  const line = empty("hr", {});
  const boxes = choices?.map((choice) => join([element("span", { class: "tick" }), text(choice)], " "));
  return element("dd", {}, boxes === undefined ? join(Array<Markup>(lines).fill(line)) : join(boxes, " "));
}
