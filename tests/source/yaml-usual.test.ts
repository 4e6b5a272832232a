import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readUsualYaml } from "../../src/source/yaml/usual/read.js";
import { isReadAlike } from "./read-alike.js";

const casesAt = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => readFileSync(`${folder}/${name}`, "utf8"));
const files = [readFileSync("rules.yaml", "utf8"), ...casesAt("examples"), ...casesAt("tests/cases")];
const documents = files.flatMap((file) => file.split(/^(?=---$)/m));

test("the table and every case of it are read without the library", () => {
  for (const text of documents) expect([isReadAlike(text), text]).toEqual([true, text]);
});

test("what means something else, or nothing, is left to the library", () => {
  const texts = [
    ...["a: { b: c, b: d }\n", "a: b\na: c\n", "true: a\n", "a: { null: b }\n", "a: [TRUE]\n", "a: 1.0\n", "a: &b c\n"],
    ...[
      "a:\n  b: >-\n  c\n",
      "a: >-\n  b\n\n  c\n",
      "a: b\n  c\n",
      "a:\n  b: c\n  # said\nd: e\n",
      "a:\n- b\n",
      "a: b",
      "",
    ],
  ];
  expect(texts.filter((text) => readUsualYaml(text) !== undefined)).toEqual([]);
});

/** Parts of the table and of cases, such as a rule, as files of their own. */
const blocks = documents
  .flatMap((text) => text.split(/^(?=\S| {2}[\w-]+:$| {2}- id:)/m))
  .filter((text) => text.trim() !== "");

const ODDITIES = [
  ..."-:#'\"[]{},>|?&*!%@`~\\\t\r\n ",
  ...[": ", " #", "- ", "\n\n", "\n  ", "\n    ", "\n      ", "\r\n", "\n# said\n", "\n  # said\n", "\n      # said\n"],
  ...[
    " # said",
    "---\n",
    "...\n",
    "''",
    '""',
    "[]",
    "{}",
    "{ a: b }",
    "[a, b: c]",
    "- - a",
    ">-\n",
    "|\n",
    ">+\n",
    "a:\n",
    "a:b",
  ],
  ...[
    "true",
    "Null",
    "12",
    "0x1f",
    "0o7",
    "1.5",
    "1e3",
    "1_000",
    "2026-11-28",
    ".5",
    "-1",
    "<<",
    "é",
    "\u00a0",
    "\u2028",
    "\ud83d\ude00",
  ],
];
const WORDS = ODDITIES.filter((word) => /\w/.test(word) && !word.includes("\n"));
const word = fc.constantFrom(...WORDS);

/** What a slip makes of a text: signs put in or left out, or a line that is another. */
const slip = fc.oneof(
  fc.tuple(fc.nat(), fc.nat({ max: 3 }), fc.constantFrom("", ...ODDITIES)).map(([at, gone, put]) => (text: string) => {
    const start = at % (text.length + 1);
    return text.slice(0, start) + put + text.slice(start + gone);
  }),
  fc
    .tuple(
      fc.nat(),
      fc.oneof(reworded(/[\w-]+(?=:)/), reworded(/(?<=: ).+|(?<=- ).+/), reworded(/[\w-]+(?=[\]},])/), otherLine()),
    )
    .map(([at, change]) => (text: string) => {
      const lines = text.split("\n");
      const index = at % lines.length;
      return lines.toSpliced(index, 1, change(lines[index] ?? "")).join("\n");
    }),
);

function reworded(what: RegExp): fc.Arbitrary<(line: string) => string> {
  return word.map((other) => (line) => line.replace(what, () => other));
}

function otherLine(): fc.Arbitrary<(line: string) => string> {
  return fc.constantFrom<(line: string) => string>(
    (line) => `${line}\n${line}`,
    (line) => ` ${line}`,
    (line) => `  ${line}`,
    (line) => line.replace(/^ /, ""),
    (line) => line.replace(/^ {2}/, ""),
    (line) => line.trimStart(),
  );
}

test("whatever is read without the library after a slip is what the library reads", () => {
  let [read, all] = [0, 0];
  fc.assert(
    fc.property(fc.constantFrom(...blocks), fc.array(slip, { minLength: 1, maxLength: 3 }), (block, slips) => {
      const text = slips.reduce((whole, change) => change(whole), block);
      all += 1;
      if (isReadAlike(text)) read += 1;
    }),
    { numRuns: Number(process.env["SLIPS"] ?? 3_000) },
  );
  expect(read / all).toBeGreaterThan(0.1);
});
