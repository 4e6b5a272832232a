/** Mixes the numbers from `start` up to `end` into one of 32 bits, beginning with `hash`. */
export function hashOf(numbers: ArrayLike<number>, start: number, end: number, hash: number): number {
  let mixed = hash;
  for (let index = start; index < end; index++) {
    mixed = Math.imul(mixed ^ (numbers[index] as number), 0x9e3779b1);
    mixed ^= mixed >>> 15;
  }
  return mixed;
}
