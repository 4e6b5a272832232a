/** Mixes a number of 32 bits so that each of them can change the last ones. */
export function mix(number: number): number {
  const product = Math.imul(number, 0x9e3779b1);
  return product ^ (product >>> 15);
}
