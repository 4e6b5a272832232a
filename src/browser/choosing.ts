import type { Choice, Choosing, Read, Several } from "../commands/interview/prompts.js";
import { buttonsOf, shownChoice } from "../commands/interview/shown-choice.js";
import { choosingMarkup } from "../format/html/questions/choosing.js";
import { CHOOSE_ONE, NO_CHOICE, TICK_HINT, TICK_SEVERAL } from "../report/questions/words.js";
import { backOf, type View } from "./view.js";

/** One of several answers, or several of them ticked. */
export function choosingView<T>(question: Choosing<T>): View<T> {
  const { message, choices, keys, several } = question;
  return {
    title: message,
    body: choosingMarkup(shownChoice(question)),
    field: "answer-0",
    back: backOf(keys),
    started: startTicking,
    read: (form, pressed) => {
      const key = buttonsOf(keys).find(({ letter }) => letter === pressed);
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
