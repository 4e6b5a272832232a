import { quote } from "../quote.js";
import type { Span } from "../text.js";
import type { Token } from "./tokens.js";

/** What may come next: after `[` a value or `]`, after a comma only a value. */
export type Expected = "value" | "value or ]" | "name" | "name or }" | "colon" | "comma or end" | "nothing";

export interface JsonFault {
  readonly message: string;
  readonly help: string;
  /** Where it is not the token that was met. */
  readonly span?: Span;
}

/** What to say of a token that cannot stand where it does. */
export function wrongToken(
  expected: Expected,
  token: Token,
  previous: Token | undefined,
  open: Token | undefined,
): JsonFault {
  const here = quote(token.text);
  const stray = straySign(token.text);
  if (stray !== undefined) return stray;
  switch (expected) {
    case "name":
    case "name or }":
      if (token.text === "}" && previous !== undefined) return commaTooMany(previous, here);
      return {
        message: `the name of a field is expected, in double quotes, not ${here}`,
        help: 'write `"name": value`',
      };
    case "value":
    case "value or ]":
      if (token.text === "]" && previous?.text === ",") return commaTooMany(previous, here);
      return { message: `a value is missing before ${here}`, help: "write a value, or take the sign out" };
    case "colon":
      return { message: `a colon is missing before ${here}`, help: 'write `"name": value`' };
    case "comma or end":
      return afterItem(here, token, open);
    case "nothing":
      return { message: `${here} stands after the end of the JSON value`, help: "keep one value in the file" };
  }
}

/** What stands nowhere in JSON but inside quotes. */
function straySign(text: string): JsonFault | undefined {
  if (/^(?:\/[/*]|#)/.test(text)) return { message: "JSON has no comments", help: "take it out" };
  return /^\s/.test(text)
    ? { message: "a no-break space stands between the values", help: "write a normal space" }
    : undefined;
}

function commaTooMany(comma: Token, closing: string): JsonFault {
  return { message: `there is a comma too many before ${closing}`, help: "take the comma out", span: comma };
}

function afterItem(here: string, token: Token, open: Token | undefined): JsonFault {
  if (token.text !== "}" && token.text !== "]")
    return { message: `a comma is missing before ${here}`, help: "put a comma after the value before it" };
  const opening = open?.text === "{" ? "`{` is closed by `]`" : "`[` is closed by `}`";
  return { message: opening, help: "close each bracket by its own kind" };
}

/** What is wrong inside a token that stands in its right place. */
export function lexicalFault(token: Token): JsonFault | undefined {
  if (/^[{}[\],:]$/.test(token.text) || isScalar(token.text)) return undefined;
  return token.text.startsWith('"') ? textFault(token) : (straySign(token.text) ?? wordFault(token.text));
}

function isScalar(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function textFault({ text, start }: Token): JsonFault {
  const opening = { start, end: start + 1 };
  if (/[\r\n]/.test(text) || !/[^\\](?:\\\\)*"$/.test(text)) {
    return {
      message: "the text that begins here is not closed on its line",
      help: 'put `"` at its end; a line break is written `\\n`',
      span: opening,
    };
  }
  const control = text.search(/[\u0000-\u001f]/);
  if (control >= 0) {
    return {
      message: `the text has the character ${quote(text.charAt(control))}`,
      help: "a tab is written `\\t`; leave others out",
      span: { start: start + control, end: start + control + 1 },
    };
  }
  return badEscape(text, start);
}

function badEscape(text: string, start: number): JsonFault {
  const bad = [...text.matchAll(/\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4}|(?<wrong>.))/gs)].find(
    ({ groups }) => groups?.wrong !== undefined,
  );
  const at = start + (bad?.index ?? 0);
  return {
    message: `${quote(bad?.[0] ?? text)} has no meaning inside text`,
    help: "write a backslash twice",
    span: { start: at, end: at + 2 },
  };
}

function wordFault(word: string): JsonFault {
  if (/^['‘’“”„«]/.test(word))
    return { message: "text is put in straight double quotes in JSON", help: 'write `"` at both ends' };
  if (/^[-+.\d]/.test(word))
    return { message: `${quote(word)} is not how JSON writes a number`, help: "put it in double quotes" };
  return { message: `${quote(word)} is not in quotes`, help: "put text in double quotes" };
}
