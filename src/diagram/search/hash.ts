/** Mixes the numbers from `start` up to `end` into one of 32 bits, beginning with `hash`. */
export function hashOf(numbers: ArrayLike<number>, start: number, end: number, hash: number): number {
  let mixed = hash;
  for (let index = start; index < end; index++) mixed = mix(mixed ^ (numbers[index] as number));
  return mixed;
}

/** Mixes a number of 32 bits so that each of them can change the last ones. */
export function mix(number: number): number {
  const product = Math.imul(number, 0x9e3779b1);
  return product ^ (product >>> 15);
}
