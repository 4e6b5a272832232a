import fc from "fast-check";
import { expect, test } from "vitest";
import { readDocument } from "../../src/source/read.js";
import { readPlainYaml } from "../../src/source/yaml-plain.js";

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
      .tuple(fc.constantFrom("a", "b", "c", "d-e", "true", "null"), word)
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

test("what is read as plain YAML is what the full reader reads, with the same places", () => {
  let plain = 0;
  fc.assert(
    fc.property(fc.array(line, { maxLength: 5 }), fc.nat(9), (some, ending) => {
      const lines = ["facts:", ...some];
      const source = { name: "a.yaml", text: lines.join("\n") + (ending > 0 ? "\n" : "") };
      const read = readPlainYaml(source);
      if (read === undefined) return;
      plain += 1;
      const full = readDocument(source);
      if (!full.ok) throw new Error(`not YAML: ${source.text}`);
      expect(read.value).toEqual(full.value.value);
      expect(read.spanOf(["facts", "a"], "value")).toEqual(full.value.spanOf(["facts", "a"], "value"));
    }),
    { numRuns: 20_000 },
  );
  expect(plain).toBeGreaterThan(500);
});
