import { decodePart } from "../../source/decode.js";
import type { SourceDocument } from "../../source/document.js";
import { isJsonSource } from "../../source/json/read.js";
import type { Parsed } from "../../source/problem.js";
import { readDocument } from "../../source/read.js";
import { lineOf, type SourceText } from "../../source/text.js";
import type { Feed } from "./feed.js";
import { MOST, tooLong, type WrittenRecord } from "./line-records.js";
import { nextLine } from "./lines.js";

/** The documents of a YAML file, which lines of `---` keep apart; one with nothing but comments is none. */
export async function* yamlRecords(feed: Feed, file: string): AsyncGenerator<WrittenRecord> {
  let draft = newDraft(1);
  for (let number = 1; ; number++) {
    const line = await nextLine(feed, number, MOST);
    if (line === undefined || isSeparator(line.bytes)) {
      yield* finished(draft, file);
      if (line === undefined) return;
      draft = newDraft(number);
    }
    addLine(draft, line.bytes);
  }
}

/** A document as far as it has been read. */
interface Draft {
  readonly line: number;
  readonly lines: Uint8Array[];
  length: number;
}

function newDraft(line: number): Draft {
  return { line, lines: [], length: 0 };
}

/** Nothing is kept of a document that is too long. */
function addLine(draft: Draft, bytes: Uint8Array | undefined): void {
  draft.length += bytes === undefined ? MOST + 1 : bytes.length + 1;
  if (bytes === undefined || draft.length > MOST) draft.lines.length = 0;
  else draft.lines.push(bytes.slice());
}

const HYPHEN = 0x2d;
const SEPARATOR = /(?<![^\r\n])---(?![^ \t\r\n])/g;

function isSeparator(bytes: Uint8Array | undefined): boolean {
  // few lines begin so, and of those alone a text is made
  return bytes?.[0] === HYPHEN && Buffer.from(bytes.subarray(0, 4)).toString("latin1").search(SEPARATOR) === 0;
}

function finished({ line, lines, length }: Draft, file: string): WrittenRecord[] {
  if (length > MOST) return [{ line, document: tooLong() }];
  const bytes = Buffer.concat(lines.flatMap((one) => [one, LINE_END]));
  const source = decodePart(file, bytes, line);
  if (!source.ok) return [{ line, document: source }];
  const before = beforeContent(source.value.text);
  if (before.length === source.value.text.length) return [];
  const first = line + (before.match(/\n/g)?.length ?? 0);
  return [{ line: first, document: readDocument(source.value) }];
}

const LINE_END = new Uint8Array([0x0a]);

/** The line that begins a document, and the lines of blanks and comments below it. */
function beforeContent(text: string): string {
  return /^(?:---)?(?:[^\S\r\n]*(?:#.*)?(?:\r\n?|\n|$))*/.exec(text)?.[0] ?? "";
}

/** Every document of a file that is at hand as a whole, each with its places in it. */
export function documentsIn(source: SourceText): Parsed<SourceDocument>[] {
  const { name, text } = source;
  const starts = isJsonSource(source) ? [] : Array.from(text.matchAll(SEPARATOR), ({ index }) => index);
  return [0, ...starts].flatMap((start, index) => {
    const own = text.slice(start, starts[index]);
    const isEmpty = beforeContent(own).length === own.length;
    return isEmpty ? [] : [readDocument({ name, text: own, firstLine: lineOf(source, start) })];
  });
}
