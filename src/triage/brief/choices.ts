import { EVERY, type Narrowings } from "../../diagram/search/search.js";
import type { Presumable } from "../outlook.js";

/** Which of some facts are taken for granted, every choice of them as a narrowing of one search. */
export interface Choices {
  readonly narrowings: Narrowings;
  /** Makes the narrowings for these facts. Of more than `MOST_AT_ONCE` the first are taken for granted in each. */
  prepare(candidates: readonly Presumable[]): void;
  /** The number of the choice that takes these for granted and no other of some facts; nothing where there is none. */
  of(presumed: readonly Presumable[], among: readonly Presumable[]): number | undefined;
}

/** A choice has so many bits, since a search takes a narrowing for each choice. */
export const MOST_AT_ONCE = 5;
const ALL_TAKEN = 2 ** MOST_AT_ONCE - 1;

export function newChoices(presumable: readonly Presumable[]): Choices {
  const narrowings: (Int32Array | undefined)[] = [];
  const masks = new Map(presumable.map((one) => [one, new Int32Array(one.size)]));
  let ready: readonly Presumable[] = [];
  const bitOf = (one: Presumable): number => ready.length - 1 - ready.indexOf(one);
  return { narrowings, prepare, of };

  function prepare(candidates: readonly Presumable[]): void {
    for (const { variable } of ready) narrowings[variable] = undefined;
    ready = candidates;
    for (const one of ready) {
      const mask = masks.get(one) as Int32Array;
      mask.fill(CHOICES_WITHOUT[bitOf(one)] ?? 0);
      for (const value of one.granted) mask[value] = EVERY;
      narrowings[one.variable] = mask;
    }
  }

  function of(presumed: readonly Presumable[], among: readonly Presumable[]): number | undefined {
    if (!presumed.every((one) => ready.includes(one))) return undefined;
    const leftOut = among.filter((one) => ready.includes(one) && !presumed.includes(one));
    if (leftOut.some((one) => bitOf(one) >= MOST_AT_ONCE)) return undefined;
    return leftOut.reduce((choice, one) => choice - 2 ** bitOf(one), ALL_TAKEN);
  }
}

/** By bit, the choices that do not take a fact for granted, a bit each. */
const CHOICES_WITHOUT = Array.from({ length: MOST_AT_ONCE }, (_, bit) => {
  const choices = Array.from({ length: ALL_TAKEN + 1 }, (_, choice) => choice);
  return choices.reduce((bits, choice) => ((choice >> bit) & 1 ? bits : bits | (1 << choice)), 0);
});
