import type { Path, SourceDocument } from "../document.js";
import { readDocument } from "../read.js";
import type { SourceText, Span } from "../text.js";

/**
 * Reads YAML of the plainest kind, which most small files are: fields with a text on their line, and groups of fields.
 * Undefined where there is anything else in it; whether that is YAML is for the full reader to say, which takes far
 * longer.
 */
export function readPlainYaml(source: SourceText): SourceDocument | undefined {
  const value = plainValue(source.text);
  if (value === undefined) return undefined;
  let full: SourceDocument | undefined;
  const spanOf = (path: Path, part: "key" | "value"): Span => {
    full ??= fullDocument(source);
    return full.spanOf(path, part);
  };
  return { source, value, spanOf };
}

/** Places are asked for only where something is wrong, and then perhaps thousands of times. */
function fullDocument(source: SourceText): SourceDocument {
  const read = readDocument(source);
  if (!read.ok) throw new Error("plain YAML that is not YAML");
  return read.value;
}

type Fields = Record<string, unknown>;

// texts that mean what they look like: none has a sign in it with which something else could begin
const ID = "[a-z][a-z0-9-]{0,1023}"; // YAML wants the colon within 1,024 characters
const DATE = String.raw`\d{4}-\d\d-\d\d`;
const WORD = `(?:[A-Za-z][A-Za-z0-9-]*|${DATE})`;
const WORDS = `[A-Za-z](?:[ '(),./;A-Za-z0-9_-]*[').A-Za-z0-9_-])?`;
const QUOTED = String.raw`"[ !#-\[\]-~]*"|'[ -&(-~]*'`;
const PAIR = String.raw`${ID}: (?:${WORD}|\[${WORD}(?:, ${WORD})*\])`;

const NOTHING = `(?:#[ -~]*)?`;
const FIELD = `( {2})?(${ID}): (${DATE}|${WORDS}|${QUOTED})`;
const GROUP = String.raw`(${ID}):(?: \{ (${PAIR}(?:, ${PAIR})*) \})?`;
const LINE = new RegExp(`(?:${NOTHING}|${FIELD}|${GROUP})\n`, "y");

function plainValue(text: string): Fields | undefined {
  const all: Fields = {};
  let group: Fields | undefined;
  LINE.lastIndex = text.startsWith("---\n") ? 4 : 0;
  while (LINE.lastIndex < text.length) {
    const found = LINE.exec(text);
    if (found === null) return undefined;
    const [, indent, field, written = "", name, pairs] = found;
    if (indent !== undefined) {
      if (group === undefined || !put(group, field, plainText(written))) return undefined;
    } else if (field !== undefined || name !== undefined) {
      if (isEmpty(group)) return undefined;
      group = name === undefined || pairs !== undefined ? undefined : {};
      const value = name === undefined ? plainText(written) : (group ?? plainPairs(pairs));
      if (!put(all, field ?? name, value)) return undefined;
    }
  }
  return isEmpty(group) || isEmpty(all) ? undefined : all;
}

function isEmpty(fields: Fields | undefined): boolean {
  return fields !== undefined && Object.keys(fields).length === 0;
}

/** Says whether there was a value, and none of this name. */
function put(fields: Fields, name = "", value: unknown): boolean {
  if (value === undefined || Object.hasOwn(fields, name)) return false;
  fields[name] = value;
  return true;
}

/** These words are values of another kind. */
const NO_TEXT = /^(?:true|false|null)$/i;

function plainText(written: string): string | undefined {
  if (/^["']/.test(written)) return written.slice(1, -1);
  return NO_TEXT.test(written) ? undefined : written;
}

const EACH_PAIR = new RegExp(String.raw`(${ID}): (?:\[(.*?)\]|(${WORD}))`, "g");

function plainPairs(written = ""): Fields | undefined {
  const fields: Fields = {};
  for (const [, name, list, word = ""] of written.matchAll(EACH_PAIR)) {
    if (!put(fields, name, list === undefined ? plainText(word) : plainList(list))) return undefined;
  }
  return fields;
}

function plainList(written: string): readonly string[] | undefined {
  const words = written.split(", ");
  return words.some((word) => NO_TEXT.test(word)) ? undefined : words;
}
