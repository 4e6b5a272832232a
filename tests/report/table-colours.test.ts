import { expect, test } from "vitest";
import { PAGE_COLOURS, VERDICT_COLOURS } from "../../src/format/html/colours.js";

const { paper, panel, rule, ...texts } = PAGE_COLOURS;

test.each(Object.entries({ ...texts, ...VERDICT_COLOURS }))("%s can be read in light and in dark", (_, colour) => {
  for (const ground of [paper, panel]) {
    // WCAG 2.2, 1.4.6 asks for 7 to 1 of small text for those who see little
    expect(contrast(colour.light, ground.light)).toBeGreaterThanOrEqual(7);
    expect(contrast(colour.dark, ground.dark)).toBeGreaterThanOrEqual(7);
  }
});

/** The contrast of two colours, as WCAG reckons it. */
function contrast(one: string, other: string): number {
  const [darker, lighter] = [luminance(one), luminance(other)].toSorted((a, b) => a - b) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((start) => {
    const part = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
