import type { FactBox, Region } from "../audit/region.js";
import { alternatives, plural } from "./words.js";

const MOST = 6;

/** A line for each box of a region: `instrument is warrant; power is pace-section-8 or none-named`. */
export function regionLines({ boxes }: Region): string[] {
  const lines = boxes.slice(0, MOST).map(boxText);
  return boxes.length > MOST ? [...lines, `… and ${plural(boxes.length - MOST, "more part")}`] : lines;
}

function boxText(box: FactBox): string {
  const parts = Object.entries(box).map(([id, values]) => `${id} is ${alternatives(values)}`);
  return parts.length === 0 ? "whatever the facts are" : parts.join("; ");
}
