import { type Feed, type FeedRoom, newFeed } from "./feed.js";

/** Text that is said to be UTF-16, and is not. */
export class NotUtf16 extends Error {}

/** A feed of UTF-16 as one of UTF-8. Reading from it throws `NotUtf16`. */
export function utf8Feed(feed: Feed, room: FeedRoom): Feed {
  const decoder = new TextDecoder(feed.bytes[feed.start] === 0xff ? "utf-16le" : "utf-16be", { fatal: true });
  const encoder = new TextEncoder();
  let [ready, isEnded] = [new Uint8Array(), false];
  return newFeed(room, async (bytes, from) => {
    while (ready.length === 0 && !isEnded) ready = await next();
    const part = ready.subarray(0, bytes.length - from);
    bytes.set(part, from);
    ready = ready.subarray(part.length);
    return part.length;
  });

  async function next(): Promise<Uint8Array<ArrayBuffer>> {
    if (feed.start === feed.end) isEnded = !(await feed.more());
    const written = feed.bytes.subarray(feed.start, feed.end);
    feed.start = feed.end;
    try {
      return encoder.encode(decoder.decode(written, { stream: !isEnded }));
    } catch {
      throw new NotUtf16();
    }
  }
}
