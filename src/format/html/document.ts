import { sha256Of } from "../../source/digest.js";
import { element, empty, type Markup, raw, text } from "../xml.js";

/** What a page is made of. Its script, if it has one, runs after the body is there. */
export interface HtmlDocument {
  readonly title: string;
  readonly style: string;
  readonly script?: string;
  /** Scripts that its script may bring into it. */
  readonly brought?: readonly string[];
  readonly body: readonly Markup[];
}

/**
 * A page that needs nothing else: no network, and nothing may be fetched or sent. It is well-formed XML besides, so that
 * a test can tell when a tag is left open.
 */
export function htmlDocument(document: HtmlDocument): string {
  const { body, script } = document;
  const run = script === undefined ? [] : [raw("script", script)];
  const page = element("html", { lang: "en-GB" }, head(document), element("body", {}, ...body, ...run));
  return `<!DOCTYPE html>\n${page}\n`;
}

function head({ title, style, script, brought = [] }: HtmlDocument): Markup {
  return element(
    "head",
    {},
    empty("meta", { charset: "utf-8" }),
    empty("meta", {
      "http-equiv": "Content-Security-Policy",
      content: policy(style, script === undefined ? [] : [script, ...brought]),
    }),
    empty("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
    empty("meta", { name: "color-scheme", content: "light dark" }),
    empty("meta", { name: "referrer", content: "no-referrer" }),
    element("title", {}, text(title)),
    raw("style", style),
  );
}

/** Nothing may run but the page's own scripts. */
function policy(style: string, scripts: readonly string[]): string {
  return [
    "default-src 'none'",
    `style-src '${digest(style)}'`,
    ...(scripts.length === 0 ? [] : [`script-src ${scripts.map((script) => `'${digest(script)}'`).join(" ")}`]),
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

function digest(content: string): string {
  return `sha256-${btoa(String.fromCharCode(...sha256Of(content)))}`;
}
