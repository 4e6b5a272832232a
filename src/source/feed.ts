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

const STRETCH = 1024 * 1024;
const LINE_END = 0x0a;
/** Bytes behind the end that may be looked at: a line end, and three that come with it where four are read at a time. */
const BEHIND = 8;
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];

/** Room for a feed of which at most so many bytes are kept unused; one feed after the other may use it. */
export function feedRoom(most: number): Uint8Array {
  return new Uint8Array(STRETCH + most + BEHIND);
}

/** A byte order mark is passed over. */
export function newFeed(room: Uint8Array, read: ReadInto): Feed {
  let isFirst = true;
  const feed: Feed = { bytes: room, start: 0, end: 0, more };
  room[0] = LINE_END;
  return feed;

  async function more(): Promise<boolean> {
    room.copyWithin(0, feed.start, feed.end);
    feed.end -= feed.start;
    feed.start = 0;
    const length = await read(room.subarray(0, -BEHIND), feed.end);
    feed.end += length;
    room[feed.end] = LINE_END;
    if (isFirst && BYTE_ORDER_MARK.every((byte, index) => room[index] === byte)) feed.start = BYTE_ORDER_MARK.length;
    isFirst = false;
    return length > 0;
  }
}
