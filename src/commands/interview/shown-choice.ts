import type { ShownChoice } from "../../report/questions/shown-choice.js";
import { type Choosing, type Key, LETTERS } from "./prompts.js";

/** A question as a page shows it. Nothing is chosen that somebody has not chosen before. */
export function shownChoice<T>({ choices, usual, isGiven, several, keys, ...question }: Choosing<T>): ShownChoice {
  const { place, message, hint, why, keepsLast } = question;
  const { means, ticked = [], of = 0 } = several ?? {};
  const options = choices.map((choice, at) => {
    const isUsual = ticked.length > 0 ? ticked.includes(at) : choice === usual;
    return { says: choice.says, isChecked: isGiven === true && isUsual, isAlone: at >= of };
  });
  const isTicking = means === "all" || ticked.length > 0;
  return { place, message, hint, why, options, keepsLast, several: means, isTicking, buttons: buttonsOf(keys) };
}

/** Of the keys of a terminal, what is a button on a page: there is a link that leads back, and the reason stands there. */
export function buttonsOf<T>(keys: readonly Key<T>[]): readonly Key<T>[] {
  return keys.filter(({ letter, leadsBack }) => !leadsBack && letter !== LETTERS.why);
}
