import type { Knowledge } from "./graph.js";
import { FIRST_SET, isUnknown } from "./search.js";

/** What is known as the values of a search, in which a set stands as the number it has. */
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
  const coded = new Int16Array(variables);
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
