import type { Writing } from "../commands/interview/prompts.js";
import { buttonsOf } from "../commands/interview/shown-choice.js";
import { button, capital } from "../format/html/questions/button.js";
import { described, errorPlace, heading, hint, whyAsked } from "../format/html/questions/heading.js";
import { element, empty, join, text } from "../format/xml.js";
import { CONTINUE, nothingWritten } from "../report/questions/words.js";
import { sentence } from "../report/words.js";
import { backOf, type View } from "./view.js";

/** One line to write on. What a mere Enter would give on a terminal is a button here, unless it stands on the line. */
export function writingView<T>(question: Writing<T>): View<T> {
  const { message, forms, usual, was, draft, keys, read } = question;
  const buttons = buttonsOf(keys);
  const without = was === undefined ? capital(usual) : buttons.find(({ letter }) => letter === "d")?.says;
  return {
    title: message,
    body: join([
      heading(question, element("label", { for: "answer" }, text(message))),
      hint("answer-hint", question.hint),
      hint("answer-forms", forms && sentence(capital(forms))),
      errorPlace(),
      empty("input", {
        id: "answer",
        name: "answer",
        type: "text",
        value: draft || was || "",
        autocomplete: "off",
        "aria-describedby": described(question.hint && "answer-hint", forms && "answer-forms"),
      }),
      element(
        "div",
        { class: "buttons" },
        button(CONTINUE, "", "main"),
        ...(was === undefined ? [button(usual, WITHOUT)] : []),
        ...buttons.map(({ says, letter }) => button(says, letter)),
      ),
      whyAsked(question.why),
    ]),
    field: "answer",
    back: backOf(keys),
    read: (form, pressed) => {
      const key = buttons.find(({ letter }) => letter === pressed);
      if (key !== undefined) return { ok: true, value: key.value };
      const written = pressed === WITHOUT ? "" : String(form.get("answer")).trim();
      return written === "" && pressed !== WITHOUT ? { ok: false, why: nothingWritten(without) } : read(written);
    },
  };
}

const WITHOUT = "without";
