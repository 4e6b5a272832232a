import { element, type Markup, text } from "../../xml.js";

/** A button that sends the form. */
export function button(says: string, value: string, look: "main" | "other" | "link" = "other"): Markup {
  return element("button", { type: "submit", name: "do", value, class: look }, text(capital(says)));
}

/** Words that stand in a sentence of the terminal, as a line of their own. */
export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
