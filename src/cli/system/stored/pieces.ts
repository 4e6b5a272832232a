/** So deep a table is cut into pieces: its sections, and what stands in each. */
const DEPTH = 3;

/**
 * A value as JSON of which single parts can be read: the pieces of an object or a list stand one after the other below a
 * line with their lengths. There is nothing but ASCII in it, of which a character is a byte.
 */
export function inPieces(value: object): string {
  return cut(value, DEPTH);
}

function cut(value: unknown, depth: number): string {
  if (depth === 0 || typeof value !== "object" || value === null) return inAscii(JSON.stringify(value));
  const stated = Object.entries(value).filter(([, part]) => part !== undefined);
  const pieces = stated.map(([key, part]) => ({ key, text: cut(part, depth - 1) }));
  const lengths = pieces.map(({ key, text }) => [key, text.length] as const);
  const line = Array.isArray(value) ? lengths.map(([, length]) => length) : Object.fromEntries(lengths);
  return `${inAscii(JSON.stringify(line))}\n${pieces.map(({ text }) => text).join("")}`;
}

function inAscii(json: string): string {
  return json.replaceAll(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** The value again, of which each part is read when somebody first asks for it. */
export function fromPieces(bytes: Buffer): unknown {
  return put(bytes, 0, bytes.length, DEPTH);
}

function put(bytes: Buffer, start: number, end: number, depth: number): unknown {
  if (depth === 0 || !OPENING.includes(bytes[start] as number)) return read(bytes, start, end);
  let at = bytes.indexOf("\n", start) + 1;
  const lengths = read(bytes, start, at) as Readonly<Record<string, number>>;
  const whole = Array.isArray(lengths) ? [] : emptyObject();
  for (const key of Object.keys(lengths)) {
    const from = at;
    const to = from + (lengths[key] as number);
    const get = (): unknown => keep(whole, key, put(bytes, from, to, depth - 1));
    Object.defineProperty(whole, key, { configurable: true, enumerable: true, get });
    at = to;
  }
  return whole;
}

const OPENING: readonly number[] = [..."[{"].map((sign) => sign.charCodeAt(0));

function read(bytes: Buffer, start: number, end: number): unknown {
  return JSON.parse(bytes.toString("latin1", start, end));
}

// an object without a prototype is a dictionary for V8, which is made for as many keys as it gets
function emptyObject(): object {
  return Object.setPrototypeOf(Object.create(null), Object.prototype);
}

function keep(whole: object, key: string, value: unknown): unknown {
  Object.defineProperty(whole, key, { configurable: true, enumerable: true, value });
  return value;
}
