import type { Path } from "../source/document.js";
import { ownPart } from "../source/own-part.js";

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
