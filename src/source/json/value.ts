/** Where a value of JSON ends, found byte by byte as they come in. */
export interface ValueEnd {
  /** Looks at bytes from `start` on; returns the place behind the value, or -1 where it goes on. */
  look(bytes: Uint8Array, start: number, end: number): number;
}

/** Brackets are counted and texts passed over; whether it is JSON is for its reader to say. */
export function newValueEnd(): ValueEnd {
  let [depth, isText, isEscaped] = [0, false, false];
  return { look };

  function look(bytes: Uint8Array, start: number, end: number): number {
    for (let at = start; at < end; at++) {
      const byte = bytes[at] as number;
      if (isText) {
        if (isEscaped) isEscaped = false;
        else if (byte === BACKSLASH) isEscaped = true;
        else if (byte === QUOTE) isText = false;
      } else if (byte === QUOTE) isText = true;
      else if (byte === BRACE || byte === BRACKET) depth += 1;
      else if (byte === END_BRACE || byte === END_BRACKET) {
        if (depth === 0) return at;
        depth -= 1;
      } else if (byte === COMMA && depth === 0) return at;
    }
    return -1;
  }
}

const [QUOTE, BACKSLASH, COMMA] = [0x22, 0x5c, 0x2c];
const [BRACE, END_BRACE, BRACKET, END_BRACKET] = [0x7b, 0x7d, 0x5b, 0x5d];
