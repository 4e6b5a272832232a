/** Bytes on their way out, gathered so that few of them go at a time. */
export interface OutBuffer {
  readonly bytes: Uint8Array;
  /** How far `bytes` is filled. */
  filled: number;
  add(text: string): Promise<void>;
  /** Lets go of everything gathered; settles when it may be filled again. */
  empty(): Promise<void>;
}

/** Takes bytes and settles when they may be changed again. */
export type WriteBytes = (bytes: Uint8Array) => void | Promise<void>;

const SIZE = 1024 * 1024;

export function newOutBuffer(write: WriteBytes): OutBuffer {
  const bytes = new Uint8Array(SIZE);
  const encoder = new TextEncoder();
  const out: OutBuffer = { bytes, filled: 0, add, empty };
  return out;

  async function add(text: string): Promise<void> {
    // no character takes more than three bytes for each of its units
    if (out.filled + 3 * text.length > SIZE) await empty();
    if (3 * text.length > SIZE) await write(encoder.encode(text));
    else out.filled += encoder.encodeInto(text, bytes.subarray(out.filled)).written;
  }

  async function empty(): Promise<void> {
    if (out.filled > 0) await write(bytes.subarray(0, out.filled));
    out.filled = 0;
  }
}
