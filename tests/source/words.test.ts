import { expect, test } from "vitest";
import { nearest } from "../../src/source/nearest.js";
import { printable, printableLine } from "../../src/source/printable.js";
import { quote } from "../../src/source/quote.js";
import { lineSpan, positionOf } from "../../src/source/text.js";
import { wordOf } from "../../src/source/word.js";

const KNOWN = ["charged", "excluded-material", "yes", "no", "unknown", "act"];
const MEANT: readonly (readonly [string, string | undefined])[] = [
  ["chraged", "charged"],
  ["Charged ", "charged"],
  ["“charged”", "charged"],
  ["'yes'", "yes"],
  ["Excluded Material", "excluded-material"],
  ["excluded_materials", "excluded-material"],
  ["unkown", "unknown"],
  ["yess", "yes"],
  ["ye", undefined],
  ["n", undefined],
  ["NO", "no"],
  ["acts", "act"],
  ["asked-material", undefined],
  ["verdict", undefined],
  ["", undefined],
  ["“”", undefined],
  ["constructor", undefined],
];

for (const [word, meant] of MEANT)
  test(`nearest to ${JSON.stringify(word)}`, () => expect(nearest(word, KNOWN)).toBe(meant));

test("between equals the first is meant, and an exact word before all", () => {
  expect(nearest("cat", ["bat", "hat"])).toBe("bat");
  expect(nearest("Hat", ["bat", "hat"])).toBe("hat");
  expect(nearest("x", [])).toBeUndefined();
});

test("a word as long as its file is near to nothing", () =>
  expect(nearest("x".repeat(250_000), ["x", "y".repeat(100)])).toBeUndefined());

const WORDS: readonly (readonly [unknown, string | undefined])[] = [
  [true, "yes"],
  [false, "no"],
  ["Yes", "yes"],
  [" NO\n", "no"],
  ["Unknown", "unknown"],
  ["pace-schedule-1", "pace-schedule-1"],
  ["Not-known", "Not-known"],
  ["y", "y"],
  ["", ""],
  ["__proto__", "__proto__"],
  [0, undefined],
  [1, undefined],
  [null, undefined],
  [["yes"], undefined],
];

for (const [value, word] of WORDS)
  test(`${JSON.stringify(value)} is read as ${word}`, () => expect(wordOf(value)).toBe(word));

test("what a terminal obeys or hides is written out, what a reader sees is not", () => {
  expect(printable("\u001b[31m\u0000\u007f\u0085\t\n")).toBe("\\u001b[31m\\u0000\\u007f\\u0085\\u0009\\u000a");
  expect(printable("\u202ea\u2066b\u200bc\uFEFF\u00ad\u{e0041}\ud800")).toBe(
    "\\u202ea\\u2066b\\u200bc\\ufeff\\u00ad\\u{e0041}\\ud800",
  );
  const seen = "Müller “naïve” – 日本 👍🏽 ❤️ 👩‍⚕️";
  expect(printable(seen)).toBe(seen);
  expect(printable("a\u200db 👩\u200dx")).toBe("a\\u200db 👩\\u200dx");
  expect(printableLine("\ta\u0007")).toBe("  a\\u0007");
});

test("the author's words are quoted on one line and not at length", () => {
  expect(quote("a\u001bb")).toBe("`a\\u001bb`");
  expect(quote("one\r\ntwo")).toBe("`one…`");
  expect(quote("x".repeat(40))).toBe(`\`${"x".repeat(40)}\``);
  expect(quote("👍".repeat(41))).toBe(`\`${"👍".repeat(40)}…\``);
});

test("lines and columns are counted as a reader counts them", () => {
  const source = { name: "f", text: "\uFEFFa\r\n👍e\u0301x\n\ny\rz" };
  const at = (part: string): string => Object.values(positionOf(source, source.text.indexOf(part))).join(":");
  expect(["a", "👍", "x", "y", "z"].map(at)).toEqual(["1:1", "2:1", "2:3", "4:1", "5:1"]);
  expect(positionOf(source, 0)).toEqual({ line: 1, column: 1 });
  expect(positionOf(source, source.text.length)).toEqual({ line: 5, column: 2 });
  expect(positionOf({ name: "f", text: "ab\ncd" }, 4)).toEqual({ line: 2, column: 2 });
  expect([1, 2, 3, 6].map((line) => lineSpan(source, line))).toEqual([
    { start: 1, end: 2 },
    { start: 4, end: 9 },
    { start: 10, end: 10 },
    undefined,
  ]);
});
