import { button } from "../format/html/questions/button.js";
import { errorPlace, heading } from "../format/html/questions/heading.js";
import { element, empty, join, type Markup, text } from "../format/xml.js";
import {
  ABOUT_OWN_NUMBERS,
  OPEN_PRACTICE,
  OPEN_PRACTICE_HINT,
  OWN_NUMBERS,
  SAVE_PRACTICE,
  TICK_ALWAYS,
  USE_PRACTICE,
} from "../report/questions/words.js";
import type { Table } from "../table/table.js";
import type { Practice } from "../triage/practice/practice.js";
import { takeFile } from "./case-files.js";
import { fileField } from "./file-field.js";
import { type Always, alwaysOf, type Line, linesOf, NO_PRACTICE, practiceIn } from "./practice-form.js";
import type { Returning } from "./screen.js";

/** What somebody says of a practice. */
export interface PracticeSaid {
  readonly practice: Practice;
  /** Whether a file is wanted that has it. */
  readonly isSaved: boolean;
}

/**
 * A form for what a practice has of its own. It comes to nothing where somebody goes back.
 *
 * @param open reads a practice file that was chosen, or tells what is wrong with it
 */
export function practiceView(
  table: Table,
  practice: Practice = NO_PRACTICE,
  open: (file: File) => Promise<Practice | undefined>,
): Returning<PracticeSaid | undefined> {
  return {
    title: OWN_NUMBERS,
    body: join([
      heading({ message: OWN_NUMBERS }),
      element("p", { class: "hint" }, text(ABOUT_OWN_NUMBERS)),
      fileField({ id: FILE, says: OPEN_PRACTICE, hint: OPEN_PRACTICE_HINT }),
      ...linesOf(table, practice).map(lineMarkup),
      ...alwaysOf(table, practice).map(alwaysMarkup),
      element("div", { class: "buttons" }, button(USE_PRACTICE, "", "main"), button(SAVE_PRACTICE, SAVE)),
    ]),
    field: "name",
    back: { value: undefined },
    started: (form) => openInto(form, table, open),
    read: (form, pressed) => {
      const found = practiceIn(table, form);
      return found.ok ? { ok: true, value: { practice: found.value, isSaved: pressed === SAVE } } : found;
    },
  };
}

const FILE = "practice-file";
const SAVE = "save";

function lineMarkup({ id, says, written }: Line): Markup {
  return element(
    "div",
    { class: "line" },
    element("label", { for: id }, text(says)),
    errorPlace(id),
    empty("input", {
      id,
      name: id,
      type: "text",
      value: written,
      autocomplete: "off",
      "aria-describedby": `${id}-error`,
    }),
  );
}

function alwaysMarkup({ id, ask, values }: Always): Markup {
  const options = values.map(({ value, says, isTicked }) => {
    const checked = isTicked ? "" : undefined;
    return element(
      "div",
      { class: "option" },
      empty("input", { type: "checkbox", id: `${id}-${value}`, name: id, value, checked }),
      element("label", { for: `${id}-${value}` }, text(says)),
    );
  });
  return element(
    "fieldset",
    { "aria-describedby": `${id}-hint` },
    element("legend", {}, element("h2", {}, text(ask))),
    element("p", { id: `${id}-hint`, class: "hint" }, text(TICK_ALWAYS)),
    ...options,
  );
}

/** Fills the form with what stands in a file. */
function openInto(form: HTMLFormElement, table: Table, open: (file: File) => Promise<Practice | undefined>): void {
  const chosen = form.querySelector<HTMLInputElement>(`#${FILE}`);
  chosen?.addEventListener("change", async () => {
    const file = takeFile(chosen);
    const practice = file && (await open(file));
    if (practice === undefined) return;
    for (const { id, written } of linesOf(table, practice)) inputOf(form, id).value = written;
    for (const { id, values } of alwaysOf(table, practice)) {
      for (const { value, isTicked } of values) inputOf(form, `${id}-${value}`).checked = isTicked;
    }
  });
}

function inputOf(form: HTMLFormElement, id: string): HTMLInputElement {
  return form.querySelector(`#${id}`) as HTMLInputElement;
}
