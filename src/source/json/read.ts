import { MAX_DEPTH, MOST_PARTS, tooDeep, tooManyParts } from "../limits.js";
import type { SourceNode } from "../node.js";
import type { Parsed } from "../problem.js";
import type { SourceText } from "../text.js";
import { jsonFault } from "./fault.js";
import { jsonTokens, type Token } from "./tokens.js";
import { buildJson } from "./tree.js";

/**
 * Reads JSON by a reader of its own: a YAML parser takes much that is not JSON,
 * and refuses some that is, such as long names.
 */
export function readJson(source: SourceText): Parsed<SourceNode> {
  const tokens = jsonTokens(source.text);
  if (tokens.length > MOST_PARTS) return { ok: false, problems: [tooManyParts()] };
  const deep = firstTooDeep(tokens);
  if (deep !== undefined) return { ok: false, problems: [tooDeep(source, deep.start)] };
  return isJson(source.text) ? buildJson(source, tokens) : { ok: false, problems: [jsonFault(source, tokens)] };
}

/** Whether a file is to be read as JSON: by its name, or because it begins with a brace and is JSON. */
export function isJsonSource({ name, text }: SourceText): boolean {
  return /\.json$/i.test(name) || (/^\s*\{/.test(text) && isJson(text));
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text.replace(/^\uFEFF/, ""));
    return true;
  } catch {
    return false;
  }
}

function firstTooDeep(tokens: readonly Token[]): Token | undefined {
  let depth = 0;
  return tokens.find(({ text }) => {
    if (text === "{" || text === "[") depth += 1;
    if (text === "}" || text === "]") depth -= 1;
    return depth > MAX_DEPTH;
  });
}
