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
  const byKey = new Map<string, { readonly one: T; readonly lists: number[] }>();
  const keys = lists.map((list, index) => {
    const own = new Map(list.map((one) => [JSON.stringify(one), one]));
    for (const [key, one] of own) {
      if (!byKey.has(key)) byKey.set(key, { one, lists: [] });
      byKey.get(key)?.lists.push(index);
    }
    return [...own.keys()];
  });
  return inOrder(keys, (key) => byKey.get(key)?.lists ?? []).map((key) => byKey.get(key) as Merged<T>);
}

/** As classes with several parents put theirs in order, which is known as C3; `holders` are the lists that have a key. */
function inOrder(lists: readonly (readonly string[])[], holders: (key: string) => readonly number[]): string[] {
  const taken = new Set<string>();
  const left = lists.map((list) => list.toReversed());
  const behind = new Map<string, number>();
  for (const list of lists) for (const key of list.slice(1)) behind.set(key, (behind.get(key) ?? 0) + 1);
  for (let next = nextOf(left, behind); next !== undefined; next = nextOf(left, behind)) {
    taken.add(next);
    for (const index of holders(next)) advance(left[index] as string[], taken, behind);
  }
  return [...taken];
}

/** The first head that stands behind no other one, or else the first. */
function nextOf(left: readonly (readonly string[])[], behind: ReadonlyMap<string, number>): string | undefined {
  const isFree = (list: readonly string[]): boolean => list.length > 0 && !behind.get(list.at(-1) as string);
  return (left.find(isFree) ?? left.find(({ length }) => length > 0))?.at(-1);
}

/** Takes from the head of a list, which is its end here, what has been taken. */
function advance(list: string[], taken: ReadonlySet<string>, behind: Map<string, number>): void {
  while (taken.has(list.at(-1) ?? "")) {
    list.pop();
    const head = list.at(-1);
    if (head !== undefined) behind.set(head, (behind.get(head) as number) - 1);
  }
}
