import type { Feed } from "./feed.js";

/** A line of a feed, without its end. Its bytes are good until the next line is asked for. */
export interface Line {
  /** Counted from 1. */
  readonly number: number;
  /** Absent where it is longer than a line may be. */
  readonly bytes: Uint8Array | undefined;
}

const LINE_END = 0x0a;

/** The next line of a feed, whatever its length without more memory than `most`; undefined after the last. */
export async function nextLine(feed: Feed, number: number, most: number): Promise<Line | undefined> {
  let searched = 0;
  for (;;) {
    const found = feed.bytes.indexOf(LINE_END, feed.start + searched);
    if (found >= 0 && found < feed.end) return { number, bytes: take(feed, found, 1, most) };
    searched = feed.end - feed.start;
    if (searched > most) return skipLine(feed, number);
    if (!(await feed.more()))
      return feed.start === feed.end ? undefined : { number, bytes: take(feed, feed.end, 0, most) };
  }
}

function take(feed: Feed, end: number, lineEnd: number, most: number): Uint8Array | undefined {
  const line = feed.bytes.subarray(feed.start, end);
  feed.start = end + lineEnd;
  return line.length > most ? undefined : line;
}

async function skipLine(feed: Feed, number: number): Promise<Line> {
  for (;;) {
    const found = feed.bytes.indexOf(LINE_END, feed.start);
    feed.start = found >= 0 && found < feed.end ? found + 1 : feed.end;
    if (found >= 0 && feed.start === found + 1) return { number, bytes: undefined };
    if (!(await feed.more())) return { number, bytes: undefined };
  }
}

/** The text of the first line that is not blank, which stays, or as much of it as a line may have. */
export async function firstLine(feed: Feed, most: number): Promise<string> {
  for (;;) {
    const text = new TextDecoder().decode(feed.bytes.subarray(feed.start, feed.end)).trimStart();
    const end = text.search(/[\r\n]/);
    if (end >= 0) return text.slice(0, end);
    if (feed.end - feed.start > most || !(await feed.more())) return text;
  }
}
