import { CST } from "yaml";
import { printable } from "../printable.js";
import { areEnough, errorAt, type Problem, type Wording } from "../problem.js";
import { quote } from "../quote.js";
import type { SourceText } from "../text.js";

/** The parts of YAML that are not used here, told apart by a single token. */
export function refusedToken(token: string): Wording | undefined {
  switch (CST.tokenType(token)) {
    case "anchor":
      return {
        code: "OT110",
        message: `${quote(token)} marks a place to refer to; references are not used here`,
        help: inQuotes("leave it out", "&"),
      };
    case "alias":
      return {
        code: "OT110",
        message: `${quote(token)} refers to another place; references are not used here`,
        help: inQuotes("write the value out", "*"),
      };
    case "tag":
      return {
        code: "OT111",
        message: `${quote(token)} is a tag; tags are not used here`,
        help: inQuotes("leave it out", "!"),
      };
    case "directive-line":
      return {
        code: "OT112",
        message: `${quote(token)} is a directive; directives are not used here`,
        help: "delete the line",
      };
    default:
      return undefined;
  }
}

function inQuotes(remedy: string, sign: string): string {
  return `${remedy}; put text that begins with \`${sign}\` in double quotes`;
}

/** The parser finds these at the end of the file; what helps is where the text begins. */
export function unclosedText(source: SourceText, token: string, offset: number): Problem[] {
  const sign = token.charAt(0);
  const closed = sign === '"' ? /^"[^"\\]*(?:\\[\s\S][^"\\]*)*"$/ : /^'[^']*(?:''[^']*)*'$/;
  if (closed.test(token)) return [];
  const wording: Wording = {
    code: "OT127",
    message: `the text that begins here with \`${sign}\` has no end`,
    help: `write \`${sign}\` at its end`,
  };
  return [errorAt(source, { start: offset, end: offset + 1 }, wording)];
}

/** YAML allows none of these in a file; the parser lets them through. */
export function controlCharacters(source: SourceText): Problem[] {
  const problems: Problem[] = [];
  for (const { 0: found, index } of source.text.matchAll(CONTROL)) {
    const message = `the text has the control character \`${printable(found)}\``;
    problems.push(errorAt(source, { start: index, end: index + 1 }, { code: "OT107", message, help: "delete it" }));
    if (areEnough(problems)) break;
  }
  return problems;
}

const CONTROL = /[\u0000-\u0008\v\f\u000e-\u001f\u007f-\u0084\u0086-\u009f]/g;
