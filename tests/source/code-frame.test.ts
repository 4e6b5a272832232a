import { expect, test } from "vitest";
import { problemText } from "../../src/report/code-frame.js";
import type { Paint } from "../../src/report/paint.js";
import { errorAt, type Problem, type Wording } from "../../src/source/problem.js";
import type { SourceText } from "../../src/source/text.js";

const WORDING: Wording = {
  code: "OT202",
  message: "unknown field `chraged` in `facts`",
  help: "did you mean `charged`?",
};

function problemAt(text: string, marked: string, wording: Wording = WORDING): Problem {
  const start = text.indexOf(marked);
  return errorAt({ name: "case.yaml", text }, { start, end: start + marked.length }, wording);
}

const frame = (text: string, marked: string): string[] => problemText(problemAt(text, marked)).split("\n").slice(1, -1);

test("a problem reads as one sentence, its place and the help", () => {
  expect(problemText(problemAt("\n\n\n\n\nfacts:\n  chraged: no\n", "chraged"))).toBe(`\
error[OT202]: unknown field \`chraged\` in \`facts\`
 --> case.yaml:7:3
  |
6 | facts:
7 |   chraged: no
  |   ^^^^^^^
  = help: did you mean \`charged\`?`);
});

test("the margin is as wide as the number of the line", () => {
  expect(frame(`${"a\n".repeat(9)}x: y`, "x")).toEqual([
    "  --> case.yaml:10:1",
    "   |",
    " 9 | a",
    "10 | x: y",
    "   | ^",
  ]);
});

test("without a place only the sentence and the help are left, without help not even that", () => {
  const problem: Problem = { code: "OT101", severity: "warning", message: "too large\u001b" };
  expect(problemText(problem)).toBe("warning[OT101]: too large\\u001b");
  expect(problemText({ ...problem, help: "split it" })).toBe("warning[OT101]: too large\\u001b\n  = help: split it");
});

// the line as shown, and the carets under it
const CARETS: Record<string, readonly [text: string, marked: string, shown: string, carets: string]> = {
  "the first line has none before it": ["a: b", "b", "a: b", "   ^"],
  "a tab is drawn as two spaces": ["\ta:\tb", "b", "  a:  b", "      ^"],
  "several lines are underlined to the end of the first": ["a: [b,\n c]", "[b,\n c]", "a: [b,", "   ^^^"],
  "wide characters take two columns": ["日本: 👍 x", "x", "日本: 👍 x", "         ^"],
  "an emoji joined of several takes no more than one does": ["👩\u200d👧: x", "x", "👩\u200d👧: x", "    ^"],
  "accents take none": ["e\u0301e\u0301: x", "x", "e\u0301e\u0301: x", "    ^"],
  "control characters are written out": ["a\u001b: x", "\u001b: x", "a\\u001b: x", " ^^^^^^^^^"],
  "line ends of Windows are not shown": ["a: bc\r\n", "bc", "a: bc", "   ^^"],
};

for (const [what, [text, marked, shown, carets]] of Object.entries(CARETS)) {
  test(what, () =>
    expect(frame(text, marked)).toEqual([
      expect.stringMatching(/^ --> case\.yaml:1:\d+$/),
      "  |",
      `1 | ${shown}`,
      `  | ${carets}`,
    ]),
  );
}

test("a place without width has one caret, also at the very end", () => {
  const source: SourceText = { name: "f", text: "a: b\n" };
  const at = (offset: number): string => problemText(errorAt(source, { start: offset, end: offset }, WORDING));
  expect(at(4)).toContain("1 | a: b\n  |     ^\n");
  expect(at(5)).toContain("1 | a: b\n2 |\n  | ^\n");
});

test("a byte order mark is neither shown nor counted", () => {
  expect(frame("\uFEFFa: b", "b")).toEqual([" --> case.yaml:1:4", "  |", "1 | a: b", "  |    ^"]);
});

test("long lines are cut to a window around the carets, and never through a character", () => {
  for (const filler of ["x", "é", "👍", "日", "\t", "\u0007"]) {
    for (const shift of ["", "y"]) {
      const text = `${"p".repeat(900)}\n${filler.repeat(300)}${shift}HERE${filler.repeat(300)}`;
      const [, , previous, own, carets] = frame(text, "HERE") as [string, string, string, string, string];
      expect(own).toMatch(/^2 \| ….*HERE.*…$/u);
      expect(previous).toMatch(/^1 \| …p+…$/);
      const wide = /[👍日]/u.test(filler) ? 2 : 1;
      const before = [...own.slice(4, own.indexOf("HERE"))].reduce((sum, one) => sum + (one === filler ? wide : 1), 0);
      expect(carets).toBe(`  | ${" ".repeat(before)}^^^^`);
      expect(own).not.toMatch(/\\ud|\uFFFD/);
    }
  }
});

test("at the end of a long line the window is still full", () => {
  const [, , own, carets] = frame(`${"x".repeat(500)}END`, "END");
  expect(own).toBe(`1 | …${"x".repeat(97)}END`);
  expect(carets).toBe(`  | ${" ".repeat(98)}^^^`);
});

test("a mark longer than the window ends with it", () => {
  const [, , own, carets] = frame("x".repeat(500), "x".repeat(500));
  expect(own).toBe(`1 | ${"x".repeat(100)}…`);
  expect(carets).toBe(`  | ${"^".repeat(100)}`);
});

test("colour is put on by the functions handed in, and changes nothing else", () => {
  const paint = new Proxy({} as Paint, { get: (_, role) => (text: string) => `<${String(role)}>${text}</>` });
  const painted = problemText(problemAt("a: b", "b"), paint);
  for (const role of ["error", "place", "gutter", "help"]) expect(painted).toContain(`<${role}>`);
  expect(painted.replace(/<[^>]*>/g, "")).toBe(problemText(problemAt("a: b", "b")));
});
