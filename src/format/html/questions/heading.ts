import type { ShownChoice } from "../../../report/questions/shown-choice.js";
import { WHY_ASKED } from "../../../report/questions/words.js";
import { element, join, type Markup, text } from "../../xml.js";

/** A heading with where the question stands before it. */
export function heading({ place, message }: Pick<ShownChoice, "place" | "message">, content?: Markup): Markup {
  const before = place === undefined ? [] : [element("span", { class: "place" }, text(`${place}: `))];
  return element("h1", {}, ...before, content ?? text(message));
}

/** Helps to answer; absent where nothing does. */
export function hint(id: string, words: string | undefined): Markup {
  return words === undefined ? join([]) : element("p", { id, class: "hint" }, text(words));
}

/** The ids of what tells more about a field. */
export function described(...ids: readonly (string | false | undefined)[]): string {
  return [...ids.filter((id) => id), "answer-error"].join(" ");
}

/** Where the page says what has to be mended in a field. */
export function errorPlace(field = "answer"): Markup {
  return element("p", { id: `${field}-error`, class: "error" });
}

export function whyAsked(why: string | undefined): Markup {
  if (why === undefined) return join([]);
  return element("details", { class: "why" }, element("summary", {}, text(WHY_ASKED)), element("p", {}, text(why)));
}
