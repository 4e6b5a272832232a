import { expect, test } from "vitest";
import { decode } from "../../src/source/decode.js";
import { line } from "./told.js";

const LIMIT = 256 * 1024;
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16 = (text: string, bom: readonly number[]): Uint8Array =>
  Uint8Array.from([...bom, ...Buffer.from(text, "utf16le")]);

const EMPTY = "OT104 1:1 the file is empty, apart from blank lines and comments";
const ZERO = "is not a text file: byte 2 is zero";

const REFUSED: readonly (readonly [string, Uint8Array, string])[] = [
  ["nothing", utf8(""), EMPTY],
  ["a byte order mark", utf8("\uFEFF"), EMPTY],
  ["blank lines and comments", utf8(" \r\n\t# a: b\r\n\n  #"), EMPTY],
  ["a zero byte", utf8("a\0b"), `OT102 - case.yaml ${ZERO}`],
  ["UTF-16 without a mark", utf16("a: b", []), `OT102 - case.yaml ${ZERO}`],
  ["UTF-16, little end first", utf16("a: b", [0xff, 0xfe]), "OT103 - case.yaml is text in UTF-16"],
  ["UTF-16, big end first", utf16("a: b", [0xfe, 0xff]), "OT103 - case.yaml is text in UTF-16"],
  [
    "Latin-1",
    Buffer.from("a: b\nc: caf\xe9 d", "latin1"),
    "OT103 2:7 the text is not in UTF-8: byte 12 of the file does not fit",
  ],
  [
    "Latin-1 after a mark and an accent",
    Buffer.from("\xef\xbb\xbf\xc3\xa9\xe9 d", "latin1"),
    "OT103 1:2 the text is not in UTF-8: byte 6 of the file does not fit",
  ],
  [
    "half a character at the end",
    utf8("a: é").subarray(0, 4),
    "OT103 1:4 the text is not in UTF-8: byte 4 of the file does not fit",
  ],
  [
    "one byte too many",
    utf8("x".repeat(LIMIT + 1)),
    "OT101 - case.yaml is larger than 256 KB, the most that a file of its kind may have",
  ],
];

for (const [what, bytes, problem] of REFUSED) {
  test(`refused: ${what}`, () => {
    const decoded = decode("case.yaml", bytes, LIMIT);
    expect(decoded.ok || decoded.problems.map(line)).toEqual([problem]);
  });
}

test("a file of 50 MB is refused by its size, unread", () => {
  const bytes = new Proxy(new Uint8Array(0), {
    get: (target, key) => (key === "length" ? 50 * 1024 * 1024 : Reflect.get(target, `unread ${String(key)}`)),
  });
  const decoded = decode("big.yaml", bytes, LIMIT);
  expect(decoded.ok || decoded.problems.map(line)).toEqual([
    "OT101 - big.yaml is larger than 256 KB, the most that a file of its kind may have",
  ]);
});

test("sizes are said in plain words", () => {
  const said = (size: number, limit: number): unknown => {
    const decoded = decode("f", new Uint8Array(size), limit);
    return decoded.ok || decoded.problems[0]?.message;
  };
  expect(said(101, 100)).toBe("f is larger than 100 bytes, the most that a file of its kind may have");
  expect(said(2 * 1024 ** 2 + 1, 2 * 1024 ** 2)).toBe(
    "f is larger than 2 MB, the most that a file of its kind may have",
  );
});

const READ: Record<string, string> = {
  "a byte order mark": "\uFEFFa: é\r\n",
  "a file just small enough": "x".repeat(LIMIT),
  "a comment before a field": "# c\n\n  a: b",
  "text after a hash sign in text": "a#b",
};

for (const [what, text] of Object.entries(READ)) {
  test(`read: ${what}`, () => {
    expect(decode("case.yaml", utf8(text), LIMIT)).toEqual({
      ok: true,
      value: { name: "case.yaml", text: text.replace("\uFEFF", "") },
    });
  });
}
