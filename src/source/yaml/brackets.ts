import { errorAt, type Problem } from "../problem.js";
import type { SourceText } from "../text.js";

export interface Bracket {
  readonly sign: string;
  readonly offset: number;
}

const CLOSING: Readonly<Record<string, string>> = { "{": "}", "[": "]" };

/** Takes the last open bracket off; a problem where there is none, or one of the other kind. */
export function closeBracket(source: SourceText, open: Bracket[], closing: Bracket): Problem[] {
  const opening = open.pop();
  if (opening === undefined)
    return [
      bracketProblem(
        source,
        closing,
        `\`${closing.sign}\` closes nothing`,
        "take it out, or put the text in double quotes",
      ),
    ];
  if (CLOSING[opening.sign] === closing.sign) return [];
  return [
    bracketProblem(
      source,
      closing,
      `\`${opening.sign}\` is closed by \`${closing.sign}\``,
      `write \`${CLOSING[opening.sign]}\``,
    ),
  ];
}

export function unclosedBracket(source: SourceText, opening: Bracket): Problem {
  const help = `write \`${CLOSING[opening.sign]}\` at its end; lines in between are indented`;
  return bracketProblem(source, opening, `\`${opening.sign}\` is not closed`, help);
}

function bracketProblem(source: SourceText, { offset }: Bracket, message: string, help: string): Problem {
  return errorAt(source, { start: offset, end: offset + 1 }, { code: "OT125", message, help });
}
