import type { Reviewing } from "../commands/interview/prompts.js";
import { button } from "../format/html/questions/button.js";
import { heading } from "../format/html/questions/heading.js";
import { element, join, type Markup, text } from "../format/xml.js";
import { CHANGE } from "../report/questions/words.js";
import { backOf, type View } from "./view.js";

/** The answers in a list, each with a way back to its question. */
export function reviewingView<T>(question: Reviewing<T>): View<T> {
  const { message, right, answers, besides, parts, keys } = question;
  const others = parts === undefined ? besides : [...besides, parts];
  const values: Readonly<Record<string, T>> = Object.fromEntries([
    ...answers.map(({ value }, index) => [`change-${index}`, value]),
    ...others.map(({ value }, index) => [`other-${index}`, value]),
  ]);
  return {
    title: message,
    body: join([
      heading(question),
      ...(answers.length === 0 ? [] : [element("dl", { class: "summary" }, ...answers.map(row))]),
      element("div", { class: "buttons" }, button(right.says, "right", "main")),
      ...(others.length === 0 ? [] : [element("ul", { class: "others" }, ...others.map(other))]),
    ]),
    field: "change-0",
    back: backOf(keys),
    read: (_, pressed) => ({ ok: true, value: values[pressed] ?? right.value }),
  };
}

function row({ ask, answer }: Reviewing<unknown>["answers"][number], index: number): Markup {
  const name = element("span", { class: "unseen" }, text(`: ${ask}`));
  return element(
    "div",
    {},
    element("dt", {}, text(ask)),
    element("dd", {}, text(answer)),
    element(
      "dd",
      {},
      element("button", { type: "submit", name: "do", value: `change-${index}`, class: "link" }, text(CHANGE), name),
    ),
  );
}

function other({ says }: Reviewing<unknown>["besides"][number], index: number): Markup {
  return element("li", {}, button(says, `other-${index}`, "link"));
}
