import { hashOf } from "./hash.js";

/** Numbers situations in the order they were first met, so that something can be kept for each of them. */
export interface SituationIndex {
  /**
   * The number of a situation, by the values of its variables. One that is new has the next number, so that it is
   * `size` less one.
   */
  numberOf(values: Int16Array): number;
  size: number;
  clear(): void;
}

/** For situations of so many variables, and for at most so many of them between two calls of `clear`. */
export function newSituationIndex(variables: number, most: number): SituationIndex {
  const met = new Int16Array(variables * most);
  // an open hash table of the numbers, counted from 1
  const places = new Int32Array(2 ** Math.ceil(Math.log2(2 * most)));
  const index: SituationIndex = { numberOf, size: 0, clear };
  return index;

  function numberOf(values: Int16Array): number {
    let place = hashOf(values, 0, variables, 0) & (places.length - 1);
    for (; places[place] !== 0; place = (place + 1) & (places.length - 1)) {
      const number = (places[place] as number) - 1;
      if (isSame(values, number * variables)) return number;
    }
    met.set(values, index.size * variables);
    index.size += 1;
    places[place] = index.size;
    return index.size - 1;
  }

  function isSame(values: Int16Array, start: number): boolean {
    for (let variable = 0; variable < variables; variable++) {
      if (met[start + variable] !== values[variable]) return false;
    }
    return true;
  }

  function clear(): void {
    places.fill(0);
    index.size = 0;
  }
}
