import type { Knowledge } from "../graph.js";
import { newValues } from "./situation-index.js";

/** Stands among the values of a situation for the first of the sets that a search knows; the next has one less. */
export const FIRST_SET = -3;

/** Whether nothing is known of a variable, by what stands for it among the values of a situation. */
export function isUnknown(code: number): boolean {
  return code < 0 && code > FIRST_SET;
}

/** The values that are left to a variable which is not known; nothing where those are all. */
export function leftBy(sets: readonly (readonly number[])[], code: number): readonly number[] | undefined {
  // an array is slow where it is asked for what stands before it
  return code > FIRST_SET ? undefined : sets[FIRST_SET - code];
}

/** What is known as the values of a search: below zero where unknown, and from `FIRST_SET` down the number of a set. */
export interface Codes {
  /** The sets in the order they were first met. */
  readonly sets: (readonly number[])[];
  /** They stand until the next are asked for. */
  of(situation: Knowledge): Int16Array;
  codeOf(known: Knowledge[number]): number;
  knownBy(code: number): Knowledge[number];
  clear(): void;
}

/** For so many variables. */
export function newCodes(variables: number): Codes {
  const numbers = new Map<string, number>();
  const sets: (readonly number[])[] = [];
  const coded = newValues(variables);
  return { sets, of, codeOf, knownBy, clear };

  function of(situation: Knowledge): Int16Array {
    for (const [variable, known] of situation.entries()) coded[variable] = codeOf(known);
    return coded;
  }

  function codeOf(known: Knowledge[number]): number {
    if (known === undefined) return -1;
    if (typeof known === "number") return known;
    const sorted = [...known].sort((a, b) => a - b);
    const key = sorted.join();
    const number = numbers.get(key) ?? sets.push(sorted) - 1;
    numbers.set(key, number);
    return FIRST_SET - number;
  }

  function knownBy(code: number): Knowledge[number] {
    if (code >= 0) return code;
    return isUnknown(code) ? undefined : new Set(sets[FIRST_SET - code]);
  }

  function clear(): void {
    numbers.clear();
    sets.length = 0;
  }
}
