import { errorAt, type Problem, type ProblemCode } from "../problem.js";
import { quote } from "../quote.js";
import type { SourceText, Span } from "../text.js";

const ODD_AT_AN_END = /^[\u00a0\u2000-\u200a\u202f\u205f\u3000]|[\u00a0\u2000-\u200a\u202f\u205f\u3000]$/;
export const ODD_AFTER_COLON = /^([ -]*[\p{L}_][\p{L}\p{N}_-]*:)[\u00a0\u2000-\u200a\u202f\u205f\u3000]/mu;

/** What is odd about an unquoted field name. */
export function keyProblems(source: SourceText, span: Span, isAlone: boolean): Problem[] {
  const name = source.text.slice(span.start, span.end);
  const problem = (code: ProblemCode, message: string, help: string): Problem[] => [
    errorAt(source, span, { code, message, help }),
  ];
  if (name === "") return problem("OT123", "the name of a field is missing before the colon", "write `name: value`");
  if (name === "<<")
    return problem("OT113", "`<<` merges other fields in; merging is not used here", "write the fields out");
  if (ODD_AT_AN_END.test(name))
    return problem("OT124", `a no-break space stands next to the name ${quote(name.trim())}`, "write normal spaces");
  if (isAlone && /:\S/.test(name))
    return problem(
      "OT123",
      `a space is missing after the colon in ${quote(name)}`,
      `write ${quote(name.replace(":", ": "))}`,
    );
  return [];
}

/** A no-break space does not end a field name, so the whole line became text: `charged:\u00a0no`. */
export function textProblems(source: SourceText, { start, end }: Span): Problem[] {
  const text = source.text.slice(start, end);
  const lines = beginsItsLine(source.text, start) ? text : text.replace(/^.*/, (line) => "#".repeat(line.length));
  const found = ODD_AFTER_COLON.exec(lines);
  if (found === null) return [];
  const at = start + found.index + (found[1] ?? "").length;
  return [errorAt(source, { start: at, end: at + 1 }, NO_BREAK_SPACE)];
}

// `reason: note:\u00a0text` is text, and meant to be
function beginsItsLine(text: string, offset: number): boolean {
  return /(?:^|\n)[ -]*$/.test(text.slice(Math.max(offset - 80, 0), offset));
}

export const NO_BREAK_SPACE = {
  code: "OT124",
  message: "a no-break space stands after the colon",
  help: "write a normal space after the colon",
} as const;
