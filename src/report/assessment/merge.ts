/** Something of several lists, and which of them have it. */
export interface Merged<T> {
  readonly one: T;
  readonly lists: readonly number[];
}

/**
 * What stands in several lists, each thing once. What comes before another thing in a list does so in the whole, but
 * where another list has them the other way round; then the first list has its way.
 */
export function merge<T>(lists: readonly (readonly T[])[]): Merged<T>[] {
  const byKey = new Map(lists.flat().map((one) => [JSON.stringify(one), one]));
  const keys = lists.map((list) => list.map((one) => JSON.stringify(one)));
  return inOrder(keys).map((key) => ({
    one: byKey.get(key) as T,
    lists: keys.flatMap((list, index) => (list.includes(key) ? [index] : [])),
  }));
}

/** As classes with several parents put theirs in order, which is known as C3. */
function inOrder(lists: readonly (readonly string[])[]): string[] {
  const heads = lists.flatMap(([head]) => head ?? []);
  const next = heads.find((head) => lists.every((list) => list.indexOf(head) <= 0)) ?? heads[0];
  if (next === undefined) return [];
  return [next, ...inOrder(lists.map((list) => list.filter((key) => key !== next)))];
}
