import {
  type Chapter,
  type Entry,
  FLOW_CAPTION,
  fullHeading,
  type Part,
  type PartLine,
} from "../../report/table/document.js";
import { flowPicture } from "../flow/picture.js";
import { element, empty, join, type Markup, text } from "../xml.js";
import { linked } from "./link.js";

/** A chapter with its picture and its entries. */
export function chapterMarkup(chapter: Chapter): Markup {
  const { anchor, tier, intro, flow, entries } = chapter;
  const heading = fullHeading(chapter);
  const picture = flow === undefined ? [] : [figure(flowPicture(flow, anchor, heading))];
  return element(
    "section",
    { id: anchor, class: `chapter ${tier}`, "aria-labelledby": `${anchor}-heading` },
    element("h2", { id: `${anchor}-heading` }, text(heading)),
    ...(intro.length === 0 ? [] : [partsMarkup(intro)]),
    ...picture,
    ...entries.map(entryMarkup),
  );
}

/** A picture that is wider than the screen is scrolled by itself, with the keyboard too. */
function figure(picture: Markup): Markup {
  return element(
    "figure",
    {},
    element("div", { class: "scroll", tabindex: 0, role: "group", "aria-label": "Decision flow" }, picture),
    element("figcaption", {}, text(`${FLOW_CAPTION}.`)),
  );
}

function entryMarkup({ anchor, id, title, verdict, warnings, parts }: Entry): Markup {
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
    element("h3", {}, text(title ?? id ?? "")),
    ...(marks.length === 0 ? [] : [element("p", { class: "marks" }, join(marks, " "))]),
    partsMarkup(parts),
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

function lineMarkup({ text: words, to, url, note, caution }: PartLine): Markup {
  return join(
    [
      to === undefined ? linked(words, url) : element("a", { href: `#${to}` }, text(words)),
      ...(note === undefined ? [] : [element("span", { class: "note" }, text(`(${note})`))]),
      ...(caution === undefined ? [] : [element("strong", { class: "caution" }, text(caution))]),
    ],
    " ",
  );
}

/** Lines to write on. */
export function blankLines(blanks: readonly string[]): Markup {
  return element(
    "dl",
    { class: "blanks" },
    ...blanks.map((blank) => element("div", {}, element("dt", {}, text(blank)), element("dd", {}, empty("hr", {})))),
  );
}
