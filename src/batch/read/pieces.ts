import { type Feed, STRETCH } from "./feed.js";
import { MOST } from "./line-records.js";
import { nextLine } from "./lines.js";

/** Some whole lines of a file. They stand in a feed, and are good until the next ones are asked for. */
export interface Piece {
  /** The file as its reader knows it. */
  readonly file: string;
  /** The number of the first line, counted from 1. */
  readonly line: number;
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly end: number;
}

/** The most bytes of a piece. */
export const MOST_OF_PIECE = STRETCH + MOST;

/**
 * The lines of a feed, as many in a piece as are at hand each time something has come in. Of a line that is longer than
 * one may be there is no more than shows that it is.
 */
export async function* piecesOf(feed: Feed, file: string): AsyncGenerator<Piece> {
  let line = 1;
  do {
    const length = feed.bytes.subarray(feed.start, feed.end).lastIndexOf(LINE_END) + 1;
    if (length > 0) {
      yield pieceTo(feed.start + length);
      feed.start += length;
    } else if (feed.end - feed.start > MOST) {
      yield pieceTo(feed.start + MOST + 1);
      await nextLine(feed, line, MOST);
    }
  } while (await feed.more());
  if (feed.start < feed.end) yield pieceTo(feed.end);

  function pieceTo(end: number): Piece {
    const { bytes, start } = feed;
    const piece = { file, line, bytes, start, end };
    line += Math.max(1, lineEndsIn(bytes.subarray(start, end)));
    return piece;
  }
}

/** A feed of nothing but a piece. */
export function pieceFeed({ bytes, start, end }: Piece): Feed {
  return { bytes, start, end, more: async () => false };
}

const LINE_END = 0x0a;

function lineEndsIn({ buffer, byteOffset, length }: Uint8Array): number {
  // the search of a `Buffer` is many times as fast as that of other bytes
  const bytes = Buffer.from(buffer as ArrayBuffer, byteOffset, length);
  let count = 0;
  for (let at = bytes.indexOf(LINE_END); at >= 0; at = bytes.indexOf(LINE_END, at + 1)) count += 1;
  return count;
}
