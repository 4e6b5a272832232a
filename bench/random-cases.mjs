/** Random cases of a table without end, every fact known: the same ones in every run. */
export function* randomCases(table, seed = 1) {
  const next = randomNumbers(seed);
  const facts = Object.entries(table.facts).map(([id, { values }]) => [id, Object.keys(values)]);
  for (let number = 0; ; number++) {
    const known = facts.map(([id, values]) => [id, values[Math.floor(next() * values.length)]]);
    const reference = `REF-2026-${String(number).padStart(8, "0")}`;
    yield { facts: Object.fromEntries(known), particulars: { reference } };
  }
}

/** The first so many of them. */
export function take(count, cases) {
  return Array.from({ length: count }, () => cases.next().value);
}

/** Mulberry32: numbers from 0 up to 1 that depend on the seed alone. */
export function randomNumbers(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
