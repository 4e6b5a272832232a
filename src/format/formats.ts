import type { Report } from "../report/page.js";
import type { Paint } from "../report/paint.js";
import { formatMarkdown } from "./markdown.js";
import { formatText } from "./text.js";

/** The look of a text; machine formats pay no heed to it. */
export interface Look {
  readonly width: number;
  readonly paint: Paint;
}

/** Every way of showing a report. */
export const FORMATS = {
  text: ({ page }: Report, { width, paint }: Look): string => formatText(page, width, paint),
  json: ({ data }: Report): string => `${JSON.stringify(data, null, 2)}\n`,
  markdown: ({ page }: Report): string => formatMarkdown(page),
} as const satisfies Record<string, (report: Report, look: Look) => string>;

export type Format = keyof typeof FORMATS;
