import { errorAt, type Problem, type Wording } from "../problem.js";
import { positionOf, type SourceText, type Span } from "../text.js";
import type { Token } from "./tokens.js";
import { type Expected, lexicalFault, wrongToken } from "./wording.js";

/** The first thing that keeps a text from being JSON. */
export function jsonFault(source: SourceText, tokens: readonly Token[]): Problem {
  const open: Token[] = [];
  let expected: Expected = "value";
  for (const [index, token] of tokens.entries()) {
    const next = after(expected, token, open);
    const fault =
      next === undefined ? wrongToken(expected, token, tokens[index - 1], open.at(-1)) : lexicalFault(token);
    if (fault !== undefined) return problem(source, fault.span ?? token, fault);
    expected = next ?? expected;
  }
  return endsTooEarly(source, open.at(-1));
}

function after(expected: Expected, token: Token, open: Token[]): Expected | undefined {
  switch (expected) {
    case "value or ]":
      return token.text === "]" ? close(open) : afterValue(token, open);
    case "value":
      return afterValue(token, open);
    case "name or }":
      return token.text === "}" ? close(open) : afterName(token);
    case "name":
      return afterName(token);
    case "colon":
      return token.text === ":" ? "value" : undefined;
    case "comma or end":
      return afterItem(token, open);
    case "nothing":
      return undefined;
  }
}

function afterValue(token: Token, open: Token[]): Expected | undefined {
  if (/^[}\],:]$/.test(token.text)) return undefined;
  if (token.text !== "{" && token.text !== "[") return open.length === 0 ? "nothing" : "comma or end";
  open.push(token);
  return token.text === "{" ? "name or }" : "value or ]";
}

function afterName(token: Token): Expected | undefined {
  return token.text.startsWith('"') ? "colon" : undefined;
}

function afterItem({ text }: Token, open: Token[]): Expected | undefined {
  const inFields = open.at(-1)?.text === "{";
  if (text === ",") return inFields ? "name" : "value";
  return text === (inFields ? "}" : "]") ? close(open) : undefined;
}

function close(open: Token[]): Expected {
  open.pop();
  return open.length === 0 ? "nothing" : "comma or end";
}

function endsTooEarly(source: SourceText, open: Token | undefined): Problem {
  const end = source.text.trimEnd().length;
  const unclosed =
    open === undefined
      ? "there is a value"
      : `\`${open.text}\` on line ${positionOf(source, open.start).line} is closed`;
  return problem(
    source,
    { start: end, end },
    { message: `the file ends before ${unclosed}`, help: "check that the whole file was saved" },
  );
}

function problem(source: SourceText, { start, end }: Span, { message, help }: Omit<Wording, "code">): Problem {
  return errorAt(source, { start, end }, { code: "OT130", message, ...(help === undefined ? {} : { help }) });
}
