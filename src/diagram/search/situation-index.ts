import { mix } from "./hash.js";

/** Numbers situations in the order they were first met, so that something can be kept for each of them. */
export interface SituationIndex {
  /**
   * The number of a situation, by the values of its variables, in room that `newValues` made. One that is new has the
   * next number, so that it is `size` less one.
   */
  numberOf(values: Int16Array): number;
  size: number;
  clear(): void;
}

/** Room for the values of so many variables. Two of them at a time are one number, so there may be room for one more. */
export function newValues(variables: number): Int16Array {
  return new Int16Array(2 * Math.ceil(variables / 2)).subarray(0, variables);
}

/** For situations of so many variables, and for at most so many of them between two calls of `clear`. */
export function newSituationIndex(variables: number, most: number): SituationIndex {
  const pairs = Math.ceil(variables / 2);
  const met = new Int32Array(pairs * most);
  // an open hash table of the numbers, counted from 1
  const places = new Int32Array(2 ** Math.ceil(Math.log2(2 * most)));
  const factors = Int32Array.from({ length: pairs }, (_, pair) => mix(pair + 1) | 1);
  let asked: Int16Array | undefined;
  let wanted: Int32Array = new Int32Array(pairs);
  const index: SituationIndex = { numberOf, size: 0, clear };
  return index;

  function numberOf(values: Int16Array): number {
    if (values !== asked) wanted = new Int32Array(values.buffer, values.byteOffset, pairs);
    asked = values;
    let place = hashOfWanted() & (places.length - 1);
    for (; places[place] !== 0; place = (place + 1) & (places.length - 1)) {
      const number = (places[place] as number) - 1;
      if (isWanted(number * pairs)) return number;
    }
    met.set(wanted, index.size * pairs);
    index.size += 1;
    places[place] = index.size;
    return index.size - 1;
  }

  /** No product waits for another, so that a processor takes several at a time. */
  function hashOfWanted(): number {
    let sum = 0;
    for (let pair = 0; pair < pairs; pair++) {
      sum = (sum + Math.imul(wanted[pair] as number, factors[pair] as number)) | 0;
    }
    return mix(sum);
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
