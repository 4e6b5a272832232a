/** The same work, done once for each part of something, such as a table: one answers many cases, and each asks for it again. */
export function remembered<Whole extends object, Part, Result>(
  work: (whole: Whole, part: Part) => Result,
): (whole: Whole, part: Part) => Result {
  const known = new WeakMap<Whole, Map<Part, Result>>();
  return (whole, part) => {
    const results = known.get(whole) ?? new Map<Part, Result>();
    known.set(whole, results);
    const result = results.get(part) ?? work(whole, part);
    results.set(part, result);
    return result;
  };
}
