import { expect, test } from "vitest";
import type { Path } from "../../src/source/document.js";
import { readDocument } from "../../src/source/read.js";

const YAML = `facts:
  charged: no
  "act": 'x y'
  blank:
rules:
  - id: one
    when: { a: [yes, no] }
  -
reason: >
  long
  text
`;

const PLACES: readonly (readonly [Path, string, string])[] = [
  [["facts"], "facts", "charged: no\n"],
  [["facts", "charged"], "charged", "no"],
  [["facts", "act"], '"act"', "'x y'"],
  [["facts", "blank"], "blank", ""],
  [["rules", 0], "id: one\n", "id: one\n"],
  [["rules", 0, "when"], "when", "{ a: [yes, no] }"],
  [["rules", 0, "when", "a", 1], "no", "no"],
  [["reason"], "reason", ">\n"],
  // what is missing is missed at the key of what should have it, or where that begins
  [["facts", "nothing"], "facts", "facts"],
  [["facts", "charged", "deeper", 3], "charged", "charged"],
  [["rules", 0, "verdict"], "", ""],
  [["rules", 7], "rules", "rules"],
  [["__proto__"], "", ""],
  [["facts", "constructor"], "facts", "facts"],
];

for (const [path, key, value] of PLACES) {
  test(`the place of ${JSON.stringify(path)}`, () => {
    const read = readDocument({ name: "case.yaml", text: YAML });
    if (!read.ok) throw new Error("not read");
    const at = (part: "key" | "value"): string => {
      const { start, end } = read.value.spanOf(path, part);
      return YAML.slice(start, end).replace(/(?<=\n)[\s\S]*/, "");
    };
    expect([at("key"), at("value")]).toEqual([key, value]);
  });
}

test("a missing field of an item is missed where the item begins", () => {
  const read = readDocument({ name: "case.yaml", text: YAML });
  const start = YAML.indexOf("id: one");
  expect(read.ok && read.value.spanOf(["rules", 0, "verdict"], "key")).toEqual({ start, end: start });
});
