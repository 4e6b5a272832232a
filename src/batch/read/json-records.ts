import { newValueEnd } from "../../source/json/value.js";
import type { Feed } from "./feed.js";
import { jsonDocument, MOST, tooLong, type WrittenRecord } from "./line-records.js";

/** The one object of a JSON file, or each item of its list. */
export async function* jsonRecords(feed: Feed, file: string): AsyncGenerator<WrittenRecord> {
  const at: Place = { feed, file, line: 1 };
  const first = await nextSign(at);
  if (first === BRACKET) yield* itemsOf(at);
  else if (first !== undefined) yield* wholeOf(at);
}

interface Place {
  readonly feed: Feed;
  readonly file: string;
  line: number;
}

const [LINE_END, COMMA, BRACKET, END_BRACKET] = [0x0a, 0x2c, 0x5b, 0x5d];
const BLANK = new Set([0x20, 0x09, 0x0d, LINE_END]);

/** Everything that is left, as one value. */
async function* wholeOf(at: Place): AsyncGenerator<WrittenRecord> {
  const { feed, file, line } = at;
  while (feed.end - feed.start <= MOST) {
    if (await feed.more()) continue;
    return yield { line, document: jsonDocument(file, line, take(feed, feed.end)) };
  }
  yield { line, document: tooLong() };
}

async function* itemsOf(at: Place): AsyncGenerator<WrittenRecord> {
  at.feed.start += 1;
  let sign = await nextSign(at);
  for (let isFirst = true; !(isFirst && sign === END_BRACKET); isFirst = false) {
    if (sign === undefined) return yield broken(at, "the list has no end", "write `]` at its end");
    if (sign === COMMA || sign === END_BRACKET)
      return yield broken(at, "an item of the list is missing", "delete a comma");
    yield await item(at);
    if ((await nextSign(at)) !== COMMA) break;
    at.feed.start += 1;
    sign = await nextSign(at);
  }
  if ((await nextSign(at)) === undefined) return yield broken(at, "the list has no end", "write `]` at its end");
  at.feed.start += 1;
  if ((await nextSign(at)) !== undefined) yield broken(at, "something stands behind the end of the list", "delete it");
}

/** An item of a list, which is left behind. */
async function item(at: Place): Promise<WrittenRecord> {
  const { feed, file, line } = at;
  const valueEnd = newValueEnd();
  let [looked, isTooLong] = [feed.start, false];
  for (;;) {
    const end = valueEnd.look(feed.bytes, looked, feed.end);
    if (end >= 0 || !isTooLong) isTooLong ||= (end < 0 ? feed.end : end) - feed.start > MOST;
    if (end >= 0) {
      const bytes = pass(at, end);
      return { line, document: isTooLong ? tooLong() : jsonDocument(file, line, bytes) };
    }
    if (isTooLong) pass(at, feed.end);
    const before = feed.start;
    const kept = feed.end - before;
    if (!(await feed.more()))
      return { line, document: isTooLong ? tooLong() : jsonDocument(file, line, pass(at, feed.end)) };
    looked = feed.start + kept;
  }
}

function broken({ line }: Place, fault: string, help: string): WrittenRecord {
  const message = `${fault}; what follows was not read`;
  return { line, document: { ok: false, problems: [{ code: "OT130", severity: "error", message, help }] } };
}

/** The first byte that is not blank, which stays; undefined at the end. */
async function nextSign(at: Place): Promise<number | undefined> {
  const { feed } = at;
  for (;;) {
    while (feed.start < feed.end && BLANK.has(feed.bytes[feed.start] as number)) pass(at, feed.start + 1);
    if (feed.start < feed.end) return feed.bytes[feed.start];
    if (!(await feed.more())) return undefined;
  }
}

/** Goes on to a place and counts the lines on the way. */
function pass(at: Place, end: number): Uint8Array {
  const bytes = take(at.feed, end);
  for (const byte of bytes) if (byte === LINE_END) at.line += 1;
  return bytes;
}

function take(feed: Feed, end: number): Uint8Array {
  const bytes = feed.bytes.subarray(feed.start, end);
  feed.start = end;
  return bytes;
}
