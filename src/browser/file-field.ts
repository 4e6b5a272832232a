import { element, empty, type Markup, text } from "../format/xml.js";

interface FileField {
  readonly id: string;
  readonly says: string;
  readonly hint: string;
}

/** Where a file in YAML or JSON is chosen. */
export function fileField({ id, says, hint }: FileField): Markup {
  return element(
    "div",
    { class: "open" },
    element("label", { for: id }, text(says)),
    element("p", { id: `${id}-hint`, class: "hint" }, text(hint)),
    empty("input", { id, type: "file", accept: ".yaml,.yml,.json", "aria-describedby": `${id}-hint` }),
  );
}
