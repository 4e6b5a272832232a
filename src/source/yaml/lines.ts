import { printable } from "../printable.js";
import type { Wording } from "../problem.js";
import { quote } from "../quote.js";
import type { Span } from "../text.js";
import { NO_BREAK_SPACE, ODD_AFTER_COLON } from "./lint.js";

/** A wording, and its place where that is another than the parser's. */
export type PlacedWording = Wording & { readonly span?: Span };

/** `reason: Police said: hand it over`. Where no colon follows, the next line is indented under a finished field. */
export function colonInText(text: string, start: number): PlacedWording {
  const span = words(text, start);
  const said = text.slice(span.start, span.end);
  if (!/:(?:\s|$)/.test(said)) return tooFarIn(text, span.end);
  return {
    code: "OT120",
    message: "a colon and a space inside unquoted text start a new field",
    help: wholeInQuotes(said),
    span,
  };
}

function wholeInQuotes(said: string): string {
  const bare = said.replace(/^[“”„«]|[“”„»]$/g, "");
  if (bare.length > 60 || /\\|".*'|'.*"/.test(bare)) return "put the whole text in double quotes";
  const sign = bare.includes('"') ? "'" : '"';
  return `put the whole text in ${sign === '"' ? "double" : "single"} quotes: ${sign}${printable(bare)}${sign}`;
}

function tooFarIn(text: string, end: number): PlacedWording {
  const span = words(text, end);
  const message = "this line is indented under a field that already has a value";
  return {
    code: "OT122",
    message,
    help: "line it up with the other fields; put a text of several lines in double quotes",
    span,
  };
}

export function unaligned(text: string, start: number): PlacedWording {
  return {
    code: "OT122",
    message: "this line is not in line with those around it",
    help: "indent all fields of one group alike",
    span: words(text, start),
  };
}

/** A line that is no field: its colon, or the space after it, is missing. */
export function fieldAlone(text: string, start: number): PlacedWording {
  const span = words(text, start);
  const said = text.slice(span.start, span.end);
  if (/^-(?:\s|$)/.test(said)) return { ...loneItem(text, start), span };
  const odd = ODD_AFTER_COLON.exec(said)?.[1];
  if (odd !== undefined)
    return { ...NO_BREAK_SPACE, span: { start: span.start + odd.length, end: span.start + odd.length + 1 } };
  const [name, value] = /^("[^"]*"|'[^']*'|[^\s:]+):(\S.*)$/.exec(said)?.slice(1) ?? [];
  if (name !== undefined)
    return {
      code: "OT123",
      message: `a space is missing after the colon of ${quote(name)}`,
      help: `write ${quote(`${name}: ${value}`)}`,
      span,
    };
  return {
    code: "OT123",
    message: `${quote(said)} is no field: a colon and a value are missing`,
    help: "write `name: value`, or indent the line to go on with the text above",
    span,
  };
}

export function loneItem(text: string, start: number): PlacedWording {
  const span = words(text, start);
  if (text[span.start] !== "-")
    return {
      code: "OT132",
      message: `${quote(text.slice(span.start, span.end))} stands in a list without a hyphen`,
      help: "begin the line with `- `",
      span,
    };
  if (/^-[^\s-]/.test(text.slice(span.start, span.start + 2)))
    return { code: "OT132", message: "a space is missing after the hyphen", help: "begin the line with `- `", span };
  const help = "begin each item on a line of its own, below the name of the list and in line with its other items";
  return { code: "OT132", message: "a list item stands where none can stand", help, span };
}

/** What comes after a text or a bracket that has been closed. */
export function leftOver(text: string, start: number): PlacedWording {
  const before = text.slice(text.lastIndexOf("\n", start - 1) + 1, start).trimEnd();
  if (before === "") return loneItem(text, start);
  const span = words(text, start);
  const message = `${quote(text.slice(span.start, span.end))} is left over after ${quote(before.slice(-1))}`;
  return { code: "OT128", message, help: REMEDIES[before.slice(-1)] ?? "put the whole text in double quotes", span };
}

const REMEDIES: Readonly<Record<string, string>> = {
  "'": "put the whole text in double quotes, or write an apostrophe inside single quotes twice",
  '"': 'put the whole text in single quotes, or write `\\"` for quotation marks inside it',
};

export function blockText(message: string, help: string): PlacedWording {
  return { code: "OT134", message, help };
}

/** The words of a line from an offset on, or of the next line that has any, without a comment. */
function words(text: string, offset: number): Span {
  // an odd blank, such as a no-break space, is a word to YAML
  const start = offset + text.slice(offset).search(/[^ \t\r\n]|$/);
  const line = text
    .slice(start)
    .split(/[\r\n]/, 1)
    .join();
  const said = line.replace(/\s#.*$/, "").trimEnd();
  return { start, end: start + Math.max(said.length, Math.min(line.length, 1)) };
}
