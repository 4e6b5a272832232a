import type { Path } from "../source/document.js";

/**
 * A path by names that stay when lines move: an item of a list by its id, by its reason, or by what it is, if it is a
 * word. Only an item that has nothing of these keeps its number.
 */
export function namedPath(data: unknown, path: Path): string[] {
  let here = data;
  return path.map((step) => {
    here = ownPart(here, step);
    return typeof step === "number" ? (nameOf(here) ?? String(step)) : step;
  });
}

function nameOf(item: unknown): string | undefined {
  if (typeof item === "string") return item;
  return [ownPart(item, "id"), ownPart(item, "because")].find((name) => typeof name === "string");
}

/** What a value has of its own under a name or an index, and nothing of what every object has. */
export function ownPart(value: unknown, step: string | number): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, step)
    ? Reflect.get(value, step)
    : undefined;
}
