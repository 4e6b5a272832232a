import type { ShownChoice, ShownOption } from "../../../report/questions/shown-choice.js";
import { CHOOSE_ONE, CONTINUE, OR, TICK_HINT, TICK_SEVERAL } from "../../../report/questions/words.js";
import { shortForm } from "../../../report/words.js";
import { element, empty, join, type Markup, text } from "../../xml.js";
import { button } from "./button.js";
import { described, errorPlace, heading, hint, whyAsked } from "./heading.js";

/** What stands in the form of a question with choices. */
export function choosingMarkup(question: ShownChoice): Markup {
  const others = question.buttons.map(({ says, letter }) => button(says, letter));
  return join([
    fieldset(question),
    element("div", { class: "buttons" }, button(CONTINUE, "", "main"), ...others),
    whyAsked(question.why),
  ]);
}

function fieldset(question: ShownChoice): Markup {
  const { keepsLast, several, isTicking } = question;
  const options = question.options.map((one, place) => option(one, place, isTicking ? "checkbox" : "radio"));
  const last = keepsLast ? options.slice(-1) : [];
  return element(
    "fieldset",
    { "aria-describedby": described(question.hint && "answer-hint", "ticking") },
    element("legend", {}, heading(question)),
    hint("answer-hint", question.hint),
    element(
      "p",
      { id: "ticking", class: "hint", "aria-live": "polite" },
      text(isTicking && several === "one" ? TICK_HINT : ""),
    ),
    errorPlace(),
    ...options.slice(0, options.length - last.length),
    ...(last.length === 0 ? [] : [element("p", { class: "or" }, text(OR)), ...last]),
    ...(several === "one" ? [tickingButton(isTicking)] : []),
  );
}

function option({ says, isChecked, isAlone }: ShownOption, place: number, type: "radio" | "checkbox"): Markup {
  const id = `answer-${place}`;
  const short = shortForm(says);
  const more = says.slice(short.length);
  return element(
    "div",
    { class: "option" },
    empty("input", {
      type,
      id,
      name: "answer",
      value: place,
      checked: isChecked ? "" : undefined,
      "data-alone": isAlone ? "" : undefined,
    }),
    element(
      "label",
      { for: id },
      text(short),
      ...(more === "" ? [] : [element("span", { class: "more" }, text(more))]),
    ),
  );
}

function tickingButton(isTicking: boolean): Markup {
  return element("button", { type: "button", id: "tick", class: "link" }, text(isTicking ? CHOOSE_ONE : TICK_SEVERAL));
}
