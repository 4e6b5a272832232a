import { BACK_LINK, SO_FAR } from "../../../report/questions/words.js";
import { element, join, type Markup, text } from "../../xml.js";

interface ShownScreen {
  readonly canGoBack: boolean;
  /** Stands over what is asked; empty where nothing does. */
  readonly said: string;
  /** Everything within the form. */
  readonly body: Markup;
}

/** What fills the page until somebody answers. */
export function screenMarkup({ canGoBack, said, body }: ShownScreen): Markup {
  const link = element("button", { type: "button", id: "back", class: "back" }, text(BACK_LINK));
  const told = element("section", { class: "said", "aria-label": SO_FAR }, element("p", {}, text(said)));
  return join([
    ...(canGoBack ? [link] : []),
    element("div", { id: "problems", role: "alert", tabindex: -1, hidden: "" }),
    ...(said === "" ? [] : [told]),
    element("form", { novalidate: "", autocomplete: "off" }, body),
  ]);
}
