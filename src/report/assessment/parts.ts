import type { Page } from "../page.js";
import type { Part } from "../screen.js";
import { HEADINGS } from "./page.js";

/** The parts of a page that can be opened by themselves, each under its name, those with nothing in them left out. */
export function partsOf(page: Page): Part[] {
  const parts = Object.entries(PARTS).map(([name, headings]) => {
    const sections = page.sections.filter(({ heading }) => headings.some((one) => heading?.startsWith(one)));
    return { name, page: { title: name, sections } };
  });
  return [...parts.filter((part) => part.page.sections.length > 0), { name: "The whole answer", page }];
}

const PARTS: Readonly<Record<string, readonly string[]>> = {
  Why: [HEADINGS.granted, HEADINGS.makeSure, HEADINGS.why, HEADINGS.practice, HEADINGS.also],
  "The law": [HEADINGS.law],
  "What it has to say": [HEADINGS.form],
  "What would change it": [HEADINGS.possible, HEADINGS.notKnown, HEADINGS.change],
};
