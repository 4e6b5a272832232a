import type { FactBox, Region } from "../audit/region.js";
import { alternatives, plural } from "./words.js";

/** A line for each box of a region, at most so many: `instrument is warrant; power is pace-section-8 or none-named`. */
export function regionLines({ boxes }: Pick<Region, "boxes">, most = 6): string[] {
  const lines = boxes.slice(0, most).map(boxText);
  return boxes.length > most ? [...lines, `… and ${plural(boxes.length - most, "more part")}`] : lines;
}

function boxText(box: FactBox): string {
  const parts = Object.entries(box).map(([id, values]) => `${id} is ${alternatives(values)}`);
  return parts.length === 0 ? "whatever the facts are" : parts.join("; ");
}
