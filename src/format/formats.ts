import type { Report } from "../report/page.js";
import type { Paint } from "../report/paint.js";
import { formatMarkdown } from "./markdown.js";
import { formatText } from "./text.js";
import { wrap } from "./wrap.js";

/** The look of a text; machine formats pay no heed to it. */
export interface Look {
  readonly width: number;
  readonly paint: Paint;
}

/** How a report is turned into the text that is printed. */
export type Formatter = (report: Report, look: Look) => string | Promise<string>;

/** The ways of showing a report that every command has. */
export const FORMATS = {
  text: ({ page, text }, { width, paint }) =>
    text?.(paint, (line) => wrap(line, width, "")) ?? formatText(page, width, paint),
  json: ({ data }) => `${JSON.stringify(data, null, 2)}\n`,
  markdown: ({ page }) => formatMarkdown(page),
} as const satisfies Readonly<Record<string, Formatter>>;
