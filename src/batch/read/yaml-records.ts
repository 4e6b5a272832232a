import { decodePart } from "../../source/decode.js";
import { readDocument } from "../../source/read.js";
import { readPlainYaml } from "../../source/yaml/plain.js";
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

function isSeparator(bytes: Uint8Array | undefined): boolean {
  if (bytes === undefined || bytes[0] !== HYPHEN || bytes[1] !== HYPHEN || bytes[2] !== HYPHEN) return false;
  return bytes.length === 3 || " \t\r".includes(String.fromCharCode(bytes[3] as number));
}

function finished({ line, lines, length }: Draft, file: string): WrittenRecord[] {
  if (length > MOST) return [{ line, document: tooLong() }];
  const bytes = Buffer.concat(lines.flatMap((one) => [one, LINE_END]));
  const source = decodePart(file, bytes, line);
  if (!source.ok) return [{ line, document: source }];
  const before = /^(?:---)?(?:[^\S\n]*(?:#.*)?\n)*/.exec(source.value.text)?.[0] ?? "";
  if (before.length === source.value.text.length) return [];
  const first = line + (before.match(/\n/g)?.length ?? 0);
  const plain = readPlainYaml(source.value);
  return [{ line: first, document: plain ? { ok: true, value: plain } : readDocument(source.value) }];
}

const LINE_END = new Uint8Array([0x0a]);
