/** Bytes as they come in, a stretch at a time. Memory does not grow with them. */
export interface Feed {
  /** What has come in and is not used up stands from `start` to `end`; a line end always follows it. */
  bytes: Uint8Array;
  start: number;
  end: number;
  /** Reads on, keeping what is not used up; false where nothing more comes. */
  more(): Promise<boolean>;
}

/** Puts the next bytes here, but not beyond the end, and says how many: 0 where nothing more comes. */
export type ReadInto = (bytes: Uint8Array, from: number) => number | Promise<number>;

/** One feed after the other may use it. */
export interface FeedRoom {
  readonly bytes: Uint8Array;
  /** How many of the bytes, at least one, always stand behind what has come in: a line end, and whatever was there. */
  readonly behind: number;
}

/** How many bytes come in at most at a time. */
export const STRETCH = 1024 * 1024;
const LINE_END = 0x0a;
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];

/** Room for a feed of which at most so many bytes are kept unused, and whose reader looks so far beyond its end. */
export function feedRoom(most: number, behind: number): FeedRoom {
  return { bytes: new Uint8Array(STRETCH + most + behind), behind };
}

/** A byte order mark is passed over, however few of its bytes come at a time. */
export function newFeed({ bytes, behind }: FeedRoom, read: ReadInto): Feed {
  let isFirst = true;
  const feed: Feed = { bytes, start: 0, end: 0, more };
  bytes[0] = LINE_END;
  return feed;

  async function more(): Promise<boolean> {
    bytes.copyWithin(0, feed.start, feed.end);
    feed.end -= feed.start;
    feed.start = 0;
    const before = feed.end;
    let length: number;
    do {
      length = await read(bytes.subarray(0, -behind), feed.end);
      feed.end += length;
    } while (isFirst && length > 0 && feed.end < BYTE_ORDER_MARK.length);
    bytes[feed.end] = LINE_END;
    if (isFirst && BYTE_ORDER_MARK.every((byte, index) => bytes[index] === byte)) feed.start = BYTE_ORDER_MARK.length;
    isFirst = false;
    return feed.end > before;
  }
}

/** What is at hand, which is at least so many bytes unless there are no more of them. */
export async function bytesAtHand(feed: Feed, least: number): Promise<Uint8Array> {
  while (feed.end - feed.start < least && (await feed.more()));
  return feed.bytes.subarray(feed.start, feed.end);
}
