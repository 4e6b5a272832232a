import { createRequire } from "node:module";
import fc from "fast-check";
import { afterEach, expect, test, vi } from "vitest";
import { lawInBytes, lawOfBytes } from "../../../src/cli/system/stored/law.js";
import { fromPieces, inPieces } from "../../../src/cli/system/stored/pieces.js";

const again = (value: object): unknown => fromPieces(Buffer.from(inPieces(value), "latin1"));

afterEach(() => vi.restoreAllMocks());

test("what is stored in pieces is the same again, whatever its keys and its words", () => {
  const key = fc.oneof(fc.string({ unit: "grapheme" }), fc.constantFrom("__proto__", "10", "9", "constructor"));
  const value = fc.oneof(fc.array(fc.jsonValue()), fc.dictionary(key, fc.jsonValue({ stringUnit: "grapheme" })));
  fc.assert(
    fc.property(fc.dictionary(key, value), (whole) => {
      const plain = JSON.stringify(whole);
      expect(JSON.stringify(again(whole))).toBe(plain);
      expect(again(whole)).toEqual(JSON.parse(plain));
    }),
  );
});

test("what is not there is left out, as JSON leaves it out", () => {
  const whole = { rules: [{ more: undefined, says: "é" }], none: undefined };
  expect(Object.keys(again(whole) as object)).toEqual(["rules"]);
  expect(again(whole)).toEqual({ rules: [{ says: "é" }] });
});

test("a part is read when it is asked for, once, and no other is", () => {
  const bytes = Buffer.from(inPieces({ table: { rules: [{ id: "one" }, { id: "two" }], notices: { third: {} } } }));
  const parse = vi.spyOn(JSON, "parse");
  const { table } = fromPieces(bytes) as { table: { rules: { id: string }[] } };
  const second = table.rules[1];
  expect(second).toEqual({ id: "two" });
  expect(table.rules[1]).toBe(second);
  const read = parse.mock.calls.map(([text]) => text);
  expect(read).toContain('{"id":"two"}');
  expect(read.filter((text) => /one|third/.test(text))).toEqual([]);
  expect(new Set(read).size).toBe(read.length);
});

test("a law is the same again, wherever among other bytes it stands", () => {
  const library: typeof import("../../../src/index.js") = createRequire(import.meta.url)("order-triage");
  for (const { law } of library.shippedTable().laws.slice(-2)) {
    const bytes = lawInBytes(law);
    for (const before of [0, 1, 2, 3]) {
      const all = Buffer.concat([Buffer.alloc(before), bytes]);
      expect(lawOfBytes(all.subarray(before))).toEqual(law);
    }
  }
});
