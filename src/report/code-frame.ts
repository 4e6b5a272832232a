import stringWidth from "fast-string-width";
import { printable, printableLine } from "../source/printable.js";
import type { Problem } from "../source/problem.js";
import { lineSpan, positionOf, type SourceText } from "../source/text.js";
import { noPaint, type Paint } from "./paint.js";

/** Nobody reads more of one file, and a hostile one can have hundreds of thousands. */
export const MOST_SHOWN = 50;

/** A problem as the reader meets it: the sentence, the place with its lines, the help. */
export function problemText(problem: Problem, paint: Paint = noPaint): string {
  const title = `${paint[problem.severity](`${problem.severity}[${problem.code}]`)}: ${printable(problem.message)}`;
  return [title, ...codeFrame(problem, paint), ...helpLine(problem, paint)].join("\n");
}

function helpLine(problem: Problem, paint: Paint): string[] {
  if (problem.help === undefined) return [];
  const margin = " ".repeat(marginOf(problem));
  return [`${margin} ${paint.gutter("=")} ${paint.help("help:")} ${printable(problem.help)}`];
}

/** The lines from ` --> file:line:column` to the carets; none where a problem has no place. */
function codeFrame(problem: Problem, paint: Paint): string[] {
  if (problem.at === undefined) return [];
  const { source, span } = problem.at;
  const { line, column } = positionOf(source, span.start);
  const margin = marginOf(problem);
  const row = (label: string, text: string): string =>
    `${paint.gutter(`${label.padStart(margin)} |`)} ${text}`.trimEnd();
  const marked = markedLine(source, line, problem.at.span);
  return [
    `${" ".repeat(margin)}${paint.gutter("-->")} ${paint.place(`${printable(source.name)}:${line}:${column}`)}`,
    row("", ""),
    ...(line > 1 ? [row(String(line - 1), view(lineText(source, line - 1), marked.from))] : []),
    row(String(line), view(marked.text, marked.from)),
    row("", " ".repeat(marked.indent) + paint[problem.severity]("^".repeat(marked.width))),
  ];
}

function marginOf({ at }: Problem): number {
  return at === undefined ? 1 : String(positionOf(at.source, at.span.start).line).length;
}

function lineText(source: SourceText, line: number): string {
  const span = lineSpan(source, line);
  return span === undefined ? "" : source.text.slice(span.start, span.end);
}

/** A line, the character from which it is shown, and the columns of what is shown that are underlined. */
interface MarkedLine {
  readonly text: string;
  readonly from: number;
  readonly indent: number;
  readonly width: number;
}

const WIDEST = 100;

function markedLine(source: SourceText, line: number, { start, end }: { start: number; end: number }): MarkedLine {
  const text = lineText(source, line);
  const first = Math.min(Math.max(start - (lineSpan(source, line)?.start ?? 0), 0), text.length);
  const from = text.length <= WIDEST ? 0 : Math.max(0, Math.min(first - WIDEST / 2, text.length - WIDEST));
  const last = Math.min(first + end - start, text.length, from + WIDEST);
  const indent = stringWidth(view(text.slice(0, first), from));
  return { text, from, indent, width: Math.max(1, stringWidth(drawn(text.slice(first, last)))) };
}

/** A line from a character on, as far as it fits; `…` stands for what is cut off. */
function view(text: string, from: number): string {
  const left = from > 0 ? "…" : "";
  const right = text.length > from + WIDEST ? "…" : "";
  return left + drawn(text.slice(from, from + WIDEST)) + right;
}

function drawn(text: string): string {
  // a cut can fall between the halves of one character
  return printableLine(text.replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, ""));
}
