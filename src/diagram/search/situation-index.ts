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
  // two values at a time are mixed and compared
  const pairs = Math.ceil(variables / 2);
  const wanted = new Int32Array(pairs);
  const wantedValues = new Int16Array(wanted.buffer);
  const met = new Int32Array(pairs * most);
  // an open hash table of the numbers, counted from 1
  const places = new Int32Array(2 ** Math.ceil(Math.log2(2 * most)));
  const index: SituationIndex = { numberOf, size: 0, clear };
  return index;

  function numberOf(values: Int16Array): number {
    wantedValues.set(values);
    let place = hashOf(wanted, 0, pairs, 0) & (places.length - 1);
    for (; places[place] !== 0; place = (place + 1) & (places.length - 1)) {
      const number = (places[place] as number) - 1;
      if (isWanted(number * pairs)) return number;
    }
    met.set(wanted, index.size * pairs);
    index.size += 1;
    places[place] = index.size;
    return index.size - 1;
  }

  function isWanted(start: number): boolean {
    for (let pair = 0; pair < pairs; pair++) {
      if (met[start + pair] !== wanted[pair]) return false;
    }
    return true;
  }

  function clear(): void {
    places.fill(0);
    index.size = 0;
  }
}
