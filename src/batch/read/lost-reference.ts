import { jsonTokens } from "../../source/json/tokens.js";
import type { Problem } from "../../source/problem.js";

/**
 * The reference in a text that could not be read as JSON or YAML, by which it is found again. Undefined where there is
 * none, or more than one, or it cannot be told for sure.
 */
export function lostReference(problems: readonly Problem[]): string | undefined {
  const text = problems.find(({ at }) => at !== undefined)?.at?.source.text ?? "";
  const found = /^\s*[{[]/.test(text) ? inJson(text) : inYaml(text);
  return found.length === 1 ? found[0] : undefined;
}

function inJson(text: string): string[] {
  const tokens = jsonTokens(text).map((token) => token.text);
  return tokens.flatMap((token, index) =>
    token === '"reference"' && tokens[index + 1] === ":" ? scalar(tokens[index + 2]) : [],
  );
}

function scalar(token = ""): string[] {
  try {
    const value: unknown = JSON.parse(token);
    return typeof value === "string" ? [value] : typeof value === "number" ? [token] : [];
  } catch {
    return [];
  }
}

/** On a line of its own or in the brackets of its section: in quotes, or without a sign that could mean something. */
const FIELD =
  /^ *(?:particulars: *\{(?:[^{}\n]*,)? *)?reference: +(?:"([^"\\\n]*)"|'([^'\n]*)'|([\p{L}\p{N}](?:[ ./_-]?[\p{L}\p{N}])*))(?= *(?:[,}]|#|\r?$))/gmu;

function inYaml(text: string): string[] {
  return Array.from(text.matchAll(FIELD), ([, ...written]) => written.join(""));
}
