import type { YAMLError } from "yaml";
import { errorAt, type Problem } from "../problem.js";
import { quote } from "../quote.js";
import type { SourceText } from "../text.js";
import { blockText, colonInText, fieldAlone, leftOver, loneItem, type PlacedWording, unaligned } from "./lines.js";

/** An error of the library in our words and, where a better one is known, at our place. */
export function wordError(source: SourceText, error: YAMLError): Problem {
  const [start, end] = error.pos;
  const { span, ...wording } = wordingOf(error, source.text);
  return errorAt(source, span ?? { start, end: Math.min(end, source.text.length) }, wording);
}

/** Brackets, quotation marks and directives are told by the tokens; outside a document everything is left over. */
export function followsFromAnother({ message }: YAMLError): boolean {
  return /must end with a|must be sufficiently indented|^Missing closing|directives-end.* indicator|in YAML stream/.test(
    message,
  );
}

function wordingOf({ code, message, pos: [start] }: YAMLError, text: string): PlacedWording {
  switch (code) {
    case "TAB_AS_INDENT":
      return TAB;
    case "BLOCK_AS_IMPLICIT_KEY":
      return message.includes("sequence") ? loneItem(text, start) : colonInText(text, start);
    case "BAD_INDENT":
      return badIndent(message, text, start);
    case "MULTILINE_IMPLICIT_KEY":
      return message.includes("flow") ? inBrackets(text, start, OTHER) : fieldAlone(text, start);
    case "UNEXPECTED_TOKEN":
    case "MISSING_CHAR":
      return bySaying(message, text, start);
    case "BLOCK_IN_FLOW":
      return inBrackets(text, start, COMMA_MISSING);
    case "BAD_SCALAR_START":
      return reserved(text.charAt(start));
    case "BAD_DQ_ESCAPE":
      return badEscape(text, start);
    case "NON_STRING_KEY":
      return {
        code: "OT115",
        message: "the name of a field is a list or a group of fields here",
        help: "write `name: value`; put a name with brackets in double quotes",
      };
    case "KEY_OVER_1024_CHARS":
      return {
        code: "OT135",
        message: "the name of this field is longer than 1,024 characters",
        help: "check for a quotation mark that is not closed, or write a shorter name",
      };
    default:
      return OTHER;
  }
}

const TAB: PlacedWording = {
  code: "OT121",
  message: "a tab is used to indent",
  help: "indent by spaces, two for each level",
};
const COMMA_MISSING: PlacedWording = {
  code: "OT126",
  message: "a comma is missing here",
  help: "put a comma between the items; put text with a colon in double quotes",
};
const COMMA_TOO_MANY: PlacedWording = { code: "OT126", message: "there is a comma too many", help: "take it out" };
const OTHER: PlacedWording = {
  code: "OT139",
  message: "this does not follow the rules of YAML",
  help: "look for a stray quotation mark, colon or bracket; putting the text in double quotes often helps",
};

function inBrackets(text: string, start: number, otherwise: PlacedWording): PlacedWording {
  return text[start] === "-" ? loneItem(text, start) : otherwise;
}

function badIndent(message: string, text: string, start: number): PlacedWording {
  if (text[start] === "\t") return TAB;
  return message.startsWith("Block scalar")
    ? blockText("the text below `|` or `>` is not indented", "indent it by two spaces")
    : unaligned(text, start);
}

function bySaying(message: string, text: string, start: number): PlacedWording {
  const row = SAYINGS.find(([saying]) => saying.test(message));
  return row === undefined ? OTHER : row[1](text, start);
}

const SAYINGS: readonly (readonly [RegExp, (text: string, start: number) => PlacedWording])[] = [
  [/need to be followed by map values/, fieldAlone],
  [/block-seq-ind on same line|without - indicator/, loneItem],
  [/Unexpected ,|Unexpected empty item/, () => COMMA_TOO_MANY],
  [/Missing , |quoted-scalar token|Unexpected scalar token/, () => COMMA_MISSING],
  [
    /Missing space after :/,
    () => ({ code: "OT123", message: "a space is missing after the colon", help: "write `name: value`" }),
  ],
  [
    /Comments must be separated/,
    () => ({
      code: "OT133",
      message: "a space is missing before `#`",
      help: "put a space before a comment, or the whole text in double quotes",
    }),
  ],
  [
    /Not a YAML token|includes extra characters/,
    () =>
      blockText(
        "text stands on the line of `|` or `>`",
        "begin the text on the next line, indented, or put it in double quotes",
      ),
  ],
  [
    /more-indented leading empty lines/,
    (text, start) =>
      text[start] === "\t"
        ? TAB
        : blockText("the blank lines below `|` or `>` are indented further than the text", "delete them"),
  ],
  [
    /cannot start on same line/,
    () => ({ code: "OT122", message: "fields stand on the line of `---`", help: "begin them on the next line" }),
  ],
  [/at node end|in YAML stream/, leftOver],
];

function reserved(sign: string): PlacedWording {
  return {
    code: "OT129",
    message: `unquoted text cannot begin with ${sign === "`" ? "a backtick" : quote(sign)}`,
    help: "put the whole text in double quotes",
  };
}

function badEscape(text: string, start: number): PlacedWording {
  const wrong = text.slice(start, start + 2);
  const span = { start, end: start + wrong.length };
  return {
    code: "OT131",
    message: `${quote(wrong)} has no meaning inside double quotes`,
    help: "write the backslash twice, or use single quotes",
    span,
  };
}
