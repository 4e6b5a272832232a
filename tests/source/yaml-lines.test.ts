import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { isReadAlike } from "./read-alike.js";

const word = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      "town",
      "GP-2026-1",
      "2026-11-22",
      "yes",
      "No",
      "unknown",
      "true",
      "NULL",
      "null",
      "a--b",
      "e10",
      "Infinity",
      '"yes"',
      "'no'",
      '"two words "',
      "'it is said: no #1'",
      "a patient's records, kept (in part) e.g. by a GP",
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      "1e3",
      "~",
      "- a",
      "a: b",
      "a #b",
      "a ",
      "",
      "0x1",
      ".nan",
      '"a"',
      "{}",
      "é",
      "a\tb",
      "2026-11-222",
      "&a",
      "!a",
      '"a\\n"',
      '"a" b',
      "'it''s'",
      "''",
      "a, b",
      "a [b]",
      "a -",
      "a'",
      "a'b' c",
      "true false",
      "[a, b]",
      "{ a: b }",
    ),
  },
);
const line = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom("facts:", "particulars:", "expect:") },
  { weight: 2, arbitrary: word.map((said) => `title: ${said}`) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      "expect: { a: b }",
      "expect: { a: b, c: [d, e-f], g: 2026-11-22 }",
      "expect: { a: b, a: c }",
      "expect: { a: true }",
      "expect: { a: [null] }",
      "expect: { a: b c }",
      "expect: { a:b }",
      "expect: {a: b}",
      "expect: { a: b, }",
      "expect: { a: [b,c] }",
      'expect: { a: "b" }',
      "expect: { a: b } # said",
      "title: a",
    ),
  },
  {
    weight: 8,
    arbitrary: fc
      .tuple(fc.constantFrom("a", "b", "c", "d-e", "true", "null", "a".repeat(1024), "a".repeat(1025)), word)
      .map(([name, said]) => `  ${name}: ${said}`),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      "# said",
      "",
      "---",
      "...",
      "   a: b",
      "a: b",
      "  a:",
      " ",
      "  # said",
      "facts: {}",
      "- a",
      "true:",
    ),
  },
);

test("what is read without the library of such lines is what the library reads, at the same places", () => {
  let read = 0;
  fc.assert(
    fc.property(fc.array(line, { maxLength: 5 }), fc.nat(9), (some, ending) => {
      if (isReadAlike(["facts:", ...some].join("\n") + (ending > 0 ? "\n" : ""))) read += 1;
    }),
    { numRuns: 20_000 },
  );
  expect(read).toBeGreaterThan(500);
});

const examples = readdirSync("examples").map((name) => readFileSync(`examples/${name}`, "utf8"));
const dirt = fc.oneof(
  fc.constantFrom(
    "",
    " ",
    "  ",
    "\n",
    ":",
    ": ",
    "#",
    " #",
    "'",
    '"',
    ",",
    "[",
    "}",
    "- ",
    "?",
    "|",
    "\t",
    "\r",
    "é",
    "\\",
  ),
  fc.constantFrom("0", "1e3", ".5", "true", "~", "<<", "---\n", "a".repeat(1025)),
);

test("so it is with case files into which something has got", () => {
  let read = 0;
  const mutation = fc.tuple(fc.nat(2000), fc.nat(3), dirt);
  fc.assert(
    fc.property(fc.constantFrom(...examples), fc.array(mutation, { maxLength: 3 }), (example, mutations) => {
      const text = mutations.reduce((whole, [at, length, put]) => {
        const start = at % whole.length;
        return whole.slice(0, start) + put + whole.slice(start + length);
      }, example);
      if (isReadAlike(text)) read += 1;
    }),
    { numRuns: 5_000 },
  );
  expect(read).toBeGreaterThan(500);
});
