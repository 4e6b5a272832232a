/** A place in a record where something else stands than belongs there; `undefined` where one has nothing there. */
export interface Difference {
  /** `answer.steps[2].do`. */
  readonly path: string;
  readonly recorded: unknown;
  readonly now: unknown;
}

/** Every place where plain data differ, to the letter. The order of fields means nothing. */
export function findDifferences(recorded: unknown, now: unknown, path = ""): Difference[] {
  if (recorded === now) return [];
  if (!isGroup(recorded) || !isGroup(now) || Array.isArray(recorded) !== Array.isArray(now))
    return [{ path, recorded, now }];
  const names = [...new Set([...Object.keys(recorded), ...Object.keys(now)])];
  return names.flatMap((name) => findDifferences(recorded[name], now[name], stepTo(path, name, Array.isArray(now))));
}

function isGroup(data: unknown): data is Readonly<Record<string, unknown>> {
  return typeof data === "object" && data !== null;
}

function stepTo(path: string, name: string, isItem: boolean): string {
  if (isItem) return `${path}[${name}]`;
  return path === "" ? name : `${path}.${name}`;
}
