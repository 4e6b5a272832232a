import type { Choice, Choosing, Read, Several } from "../commands/interview/prompts.js";
import { element, empty, join, type Markup, text } from "../format/xml.js";
import { CHOOSE_ONE, CONTINUE, NO_CHOICE, OR, TICK_HINT, TICK_SEVERAL } from "../report/questions/words.js";
import { shortForm } from "../report/words.js";
import { described, errorPlace, heading, hint, whyAsked } from "./heading.js";
import { backOf, button, buttonsOf, type View } from "./view.js";

/** One of several answers, or several of them ticked. Nothing is chosen that somebody has not chosen before. */
export function choosingView<T>(question: Choosing<T>): View<T> {
  const { message, choices, keys, several } = question;
  const buttons = buttonsOf(keys);
  return {
    title: message,
    body: join([
      fieldset(question),
      element(
        "div",
        { class: "buttons" },
        button(CONTINUE, "", "main"),
        ...buttons.map(({ says, letter }) => button(says, letter)),
      ),
      whyAsked(question.why),
    ]),
    field: "answer-0",
    back: backOf(keys),
    started: startTicking,
    read: (form, pressed) => {
      const key = buttons.find(({ letter }) => letter === pressed);
      return key === undefined ? chosen(choices, several, form.getAll("answer").map(Number)) : { ok: true, ...key };
    },
  };
}

function chosen<T>(
  choices: readonly Choice<T>[],
  several: Several<T> | undefined,
  [first, ...others]: readonly number[],
): Read<T> {
  const choice = choices[first ?? -1];
  if (first === undefined || choice === undefined) return { ok: false, why: NO_CHOICE };
  if (several === undefined || others.length === 0) return { ok: true, value: choice.value };
  return { ok: true, value: several.take([first, ...others]) };
}

function fieldset<T>(question: Choosing<T>): Markup {
  const { choices, keepsLast, several } = question;
  const isTicking = several !== undefined && (several.means === "all" || several.ticked.length > 0);
  const options = choices.map((choice, place) => option(choice, place, optionOf(question, place, isTicking)));
  const last = keepsLast ? options.slice(-1) : [];
  return element(
    "fieldset",
    { "aria-describedby": described(question.hint && "answer-hint", "ticking") },
    element("legend", {}, heading(question)),
    hint("answer-hint", question.hint),
    element(
      "p",
      { id: "ticking", class: "hint", "aria-live": "polite" },
      text(isTicking && several.means === "one" ? TICK_HINT : ""),
    ),
    errorPlace(),
    ...options.slice(0, options.length - last.length),
    ...(last.length === 0 ? [] : [element("p", { class: "or" }, text(OR)), ...last]),
    ...(several?.means === "one" ? [tickingButton(isTicking)] : []),
  );
}

interface Option {
  readonly type: "radio" | "checkbox";
  readonly isChecked: boolean;
  /** Whether nothing else can be ticked beside it. */
  readonly isAlone: boolean;
}

function optionOf<T>({ choices, usual, isGiven, several }: Choosing<T>, place: number, isTicking: boolean): Option {
  const { ticked = [], of = 0 } = several ?? {};
  const isUsual = ticked.length > 0 ? ticked.includes(place) : choices[place] === usual;
  return { type: isTicking ? "checkbox" : "radio", isChecked: isGiven === true && isUsual, isAlone: place >= of };
}

function option({ says }: Choice<unknown>, place: number, { type, isChecked, isAlone }: Option): Markup {
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

/** Lets the choices be ticked instead of one of them be chosen, and back; what stands alone unticks the rest. */
function startTicking(form: HTMLFormElement): void {
  const inputs = [...form.querySelectorAll<HTMLInputElement>("input[name=answer]")];
  const toggle = form.querySelector("#tick");
  toggle?.addEventListener("click", () => {
    const isTicking = inputs[0]?.type === "radio";
    for (const input of inputs) input.type = isTicking ? "checkbox" : "radio";
    toggle.textContent = isTicking ? CHOOSE_ONE : TICK_SEVERAL;
    form.querySelector("#ticking")?.replaceChildren(isTicking ? TICK_HINT : "");
  });
  form.addEventListener("change", ({ target }) => {
    const changed = inputs.find((input) => input === target);
    if (changed?.checked !== true) return;
    const isAlone = (input: HTMLInputElement): boolean => input.dataset["alone"] !== undefined;
    for (const other of inputs) if (other !== changed && (isAlone(changed) || isAlone(other))) other.checked = false;
  });
}
