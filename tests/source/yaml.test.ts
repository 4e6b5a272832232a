import { expect, test } from "vitest";
import { readDocument } from "../../src/source/read.js";
import { dataOf, told } from "./told.js";

const COLON = "a colon and a space inside unquoted text start a new field";
const TAB = "a tab is used to indent";
const UNDER = "this line is indented under a field that already has a value";
const ITEM = "a list item stands where none can stand";
const EMPTY = "OT104 1:1 the file is empty, apart from blank lines and comments";

const ODD: Record<string, readonly string[]> = {
  "": [EMPTY],
  "\n \n# only a comment\n": [EMPTY],
  "---\n": [EMPTY],
  "---\n# x\n...\n": [EMPTY],

  "reason: Police said: hand it over": [`OT120 1:9 ${COLON}`],
  "a: b: c: d\ne: f": [`OT120 1:4 ${COLON}`],
  "a: “said: yes”\nb: c: d": [`OT120 1:4 ${COLON}`, `OT120 2:4 ${COLON}`],
  "- a: b: c": [`OT120 1:6 ${COLON}`],

  "facts:\n\tcharged: no\n\tact: x": [`OT121 2:1 ${TAB}`],
  "facts:\n\tcharged: no\n  act: x\n\tpower: y": [`OT121 2:1 ${TAB}`, `OT121 4:1 ${TAB}`],
  "facts:\n  a: b\n\tc: d": [`OT121 3:1 ${TAB}`],
  "a:\n  - b\n\t- c": [`OT121 3:1 ${TAB}`],
  "a: |\n\tb": [`OT121 2:1 ${TAB}`],

  "a: 1\n  b: 2\nc: 3": [`OT122 2:3 ${UNDER}`],
  "a:\n  b: 1\n   c: 2": [`OT122 3:4 ${UNDER}`],
  "a:\n    b: 1\n  c: 2": ["OT122 3:3 this line is not in line with those around it"],
  "--- a: b": ["OT122 1:5 fields stand on the line of `---`"],

  "charged:no\nact: x": ["OT123 1:1 a space is missing after the colon of `charged`"],
  "act: x\ncharged:no": ["OT123 2:1 a space is missing after the colon of `charged`"],
  '"a": 1\n"b":2': ['OT123 2:1 a space is missing after the colon of `"b"`'],
  "{a:1}": ["OT123 1:2 a space is missing after the colon in `a:1`"],
  "a: 1\ncharged\nb: 2": ["OT123 2:1 `charged` is no field: a colon and a value are missing"],
  "a: 1\ncharged": ["OT123 2:1 `charged` is no field: a colon and a value are missing"],
  "a: >-\nb": ["OT123 2:1 `b` is no field: a colon and a value are missing"],
  ": a": ["OT123 1:1 the name of a field is missing before the colon"],

  "charged:\u00a0no": ["OT124 1:9 a no-break space stands after the colon"],
  "facts:\n  charged:\u00a0no": ["OT124 2:11 a no-break space stands after the colon"],
  "facts:\n  charged:\u00a0no\n  act: x": ["OT124 2:11 a no-break space stands after the colon"],
  "facts:\n- charged:\u00a0no": ["OT124 2:11 a no-break space stands after the colon"],
  "facts:\n  a: b\n\u00a0\u00a0c: d": ["OT124 3:1 a no-break space stands next to the name `c`"],
  "charged\u202f: no": ["OT124 1:1 a no-break space stands next to the name `charged`"],

  "a: [1, 2\nb: 3": ["OT125 1:4 `[` is not closed"],
  "a: [\n1,\n2\n]": ["OT125 1:4 `[` is not closed"],
  "a: {x: [1\nb: 3": ["OT125 1:4 `{` is not closed", "OT125 1:8 `[` is not closed"],
  "a: [1}\nb: 2": ["OT125 1:6 `[` is closed by `}`"],
  "a: 1\n}\nb: 2": ["OT125 2:1 `}` closes nothing"],
  "[": ["OT125 1:1 `[` is not closed"],

  "a: [1, , 3]": ["OT126 1:8 there is a comma too many"],
  "a: {x: 1 y: 2}": ["OT126 1:8 a comma is missing here"],

  'a: "b\nc: d': ['OT127 1:4 the text that begins here with `"` has no end'],
  "a: 'b\nc: d": ["OT127 1:4 the text that begins here with `'` has no end"],
  'a: "b\\"': ['OT127 1:4 the text that begins here with `"` has no end'],
  'a: "b\\"\nc: d': ['OT127 1:4 the text that begins here with `"` has no end'],

  "a: 'it's here'\nb: 1": ["OT128 1:8 `s here'` is left over after `'`"],
  'a: "He said" and left\nb: 1': ['OT128 1:14 `and left` is left over after `"`'],
  "a: [b]\u00a0\nc: 1": ["OT128 1:7 `\u00a0` is left over after `]`"],
  "a: [b]\uFEFF": ["OT128 1:7 `\\ufeff` is left over after `]`"],
  "a: [b] c": ["OT128 1:8 `c` is left over after `]`"],

  "a: @x\nb: `x`": [
    "OT129 1:4 unquoted text cannot begin with `@`",
    "OT129 2:4 unquoted text cannot begin with a backtick",
  ],
  "a: %5": ["OT129 1:4 unquoted text cannot begin with `%`"],
  'a: "C:\\path"': ["OT131 1:7 `\\p` has no meaning inside double quotes"],

  "a: - b\nc: d": [`OT132 1:4 ${ITEM}`],
  "a: 1\n- b": [`OT132 2:1 ${ITEM}`],
  "- a: 1\n  - b": [`OT132 2:3 ${ITEM}`],
  "- a\nb\n- c": ["OT132 2:1 `b` stands in a list without a hyphen"],
  "- a\n-b": ["OT132 2:1 a space is missing after the hyphen"],
  "[- a]": [`OT132 1:2 ${ITEM}`],

  'a: "b"#c': ["OT133 1:7 a space is missing before `#`"],
  "a: | text\n  more": ["OT134 1:6 text stands on the line of `|` or `>`"],
  [`${"k".repeat(1100)}: 1`]: ["OT135 1:1 the name of this field is longer than 1,024 characters"],

  "a: &x 1\nb: *x": [
    "OT110 1:4 `&x` marks a place to refer to; references are not used here",
    "OT110 2:4 `*x` refers to another place; references are not used here",
  ],
  "reason: *see note*": ["OT110 1:9 `*see` refers to another place; references are not used here"],
  "a: *nowhere": ["OT110 1:4 `*nowhere` refers to another place; references are not used here"],
  "a: !!bool no\nb: !foo x": [
    "OT111 1:4 `!!bool` is a tag; tags are not used here",
    "OT111 2:4 `!foo` is a tag; tags are not used here",
  ],
  "a: !!js/function 'x'": ["OT111 1:4 `!!js/function` is a tag; tags are not used here"],
  "a: !!omap [b: c]\nd: !!binary eA==": [
    "OT111 1:4 `!!omap` is a tag; tags are not used here",
    "OT111 2:4 `!!binary` is a tag; tags are not used here",
  ],
  "%YAML 1.1\n---\na: no": ["OT112 1:1 `%YAML 1.1` is a directive; directives are not used here"],
  "%YAML 1.1\na: no": ["OT112 1:1 `%YAML 1.1` is a directive; directives are not used here"],
  "<<: {a: 1}\nb: 2": ["OT113 1:1 `<<` merges other fields in; merging is not used here"],
  "a: 1\nb: 2\na: 3": ["OT114 3:1 the field `a` stands twice, first on line 1"],
  'a: 1\n"a": 2': ["OT114 2:1 the field `a` stands twice, first on line 1"],
  "x: {a: 1, a: 2, a: 3}": [
    "OT114 1:11 the field `a` stands twice, first on line 1",
    "OT114 1:17 the field `a` stands twice, first on line 1",
  ],
  "__proto__: 1\n__proto__: 2": ["OT114 2:1 the field `__proto__` stands twice, first on line 1"],
  "? [x]\n: b": ["OT115 1:3 the name of a field is a list or a group of fields here"],
  "{a: 1}: b": ["OT115 1:1 the name of a field is a list or a group of fields here"],
  "a: 1\n---\nb: 2": ["OT106 2:1 a second YAML document begins here"],
  "a: 1\n...\nb: 2": ["OT106 3:1 a second YAML document begins here"],

  "a: x\u001by": ["OT107 1:5 the text has the control character `\\u001b`"],
  "é́日: 1\né́日: 2: 3": [`OT120 2:5 ${COLON}`],
};

for (const [text, problems] of Object.entries(ODD)) {
  test(`odd YAML: ${JSON.stringify(text.slice(0, 60))}`, () => expect(told(text)).toEqual(problems));
}

test("everything wrong is told at once, in the order of the file", () => {
  const text = "a: *x\nb: c: d\na: 2\ne: !t f\nh: 'i'j\ng: [1\nk: l\n---\nm: n";
  expect(told(text).map((line) => line.slice(0, 9))).toEqual([
    "OT110 1:4",
    "OT120 2:4",
    "OT111 4:4",
    "OT128 5:7",
    "OT125 6:4",
    "OT106 8:1",
  ]);
});

const HELP: Record<string, string> = {
  "reason: Police said: hand it over": 'put the whole text in double quotes: "Police said: hand it over"',
  'reason: he said: "yes"': "put the whole text in single quotes: 'he said: \"yes\"'",
  "title: “He said: yes”": 'put the whole text in double quotes: "He said: yes"',
  'a: it\'s "b: c"': "put the whole text in double quotes",
  "a: b: c # d": 'put the whole text in double quotes: "b: c"',
  "act: x\ncharged:no": "write `charged: no`",
  "a:\u00a0b": "write a normal space after the colon",
  "a: 'it's'": "put the whole text in double quotes, or write an apostrophe inside single quotes twice",
};

for (const [text, help] of Object.entries(HELP)) {
  test(`the remedy for ${JSON.stringify(text)}`, () => {
    const read = readDocument({ name: "case.yaml", text });
    expect(read.ok || read.problems.map((problem) => problem.help)).toEqual([help]);
  });
}

const PLAIN: readonly (readonly [text: string, value: unknown])[] = [
  ["a: no\nb: Yes\nc: true\nd:\ne: ~\nf: 017\n", { a: "no", b: "Yes", c: true, d: null, e: null, f: 17 }],
  ["on: 2026-11-22\nat: 12:30:45", { on: "2026-11-22", at: "12:30:45" }],
  ["1: a\ntrue: b\nnull: c\n", { 1: "a", true: "b", null: "c" }],
  ["\uFEFFa: 1\r\nb:\r\n- 2\r\n", { a: 1, b: [2] }],
  ["a: |\n  one: two\n  three\nb: >\n  four\n  five", { a: "one: two\nthree\n", b: "four five\n" }],
  ["a: 1\rb:\r  - 2\r", { a: 1, b: [2] }],
  ["{a: 1, b: [c, 'd']}", { a: 1, b: ["c", "d"] }],
  ["reason: note:\u00a0text\nurl: http://a.b/c\n", { reason: "note:\u00a0text", url: "http://a.b/c" }],
  ['"<<": 1\n"": 2', { "<<": 1, "": 2 }],
  ["---\na: 1\n...\n# end\n", { a: 1 }],
  ["text alone", "text alone"],
  ["a: x\u0085y", { a: "x\u0085y" }],
];

for (const [text, value] of PLAIN) {
  test(`plain YAML: ${JSON.stringify(text)}`, () => expect(dataOf(text)).toEqual(value));
}

test("`__proto__` and `constructor` are fields like any other", () => {
  const value = dataOf("__proto__: {polluted: yes}\nconstructor: 1") as object;
  expect(Object.keys(value)).toEqual(["__proto__", "constructor"]);
  expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  expect("polluted" in value || "polluted" in {}).toBe(false);
});

test("20,000 fields are read", () => {
  const text = Array.from({ length: 20_000 }, (_, index) => `key${index}: ${index}\n`).join("");
  expect(Object.keys(dataOf(text) as object)).toHaveLength(20_000);
});

test("a bomb of references is refused and not blown up", () => {
  const text = [
    "a: &a [x]",
    ..."bcdefghi"
      .split("")
      .map((name, index) => `${name}: &${name} [${Array(9).fill(`*${"abcdefgh"[index]}`).join()}]`),
  ].join("\n");
  expect(told(text)).toHaveLength(9 + 8 * 9);
});

const DEEP = "lists and fields stand inside one another more than 200 levels deep";
const NESTED: Record<string, (levels: number) => string> = {
  lists: (levels) => `${"[".repeat(levels)}x${"]".repeat(levels)}`,
  groups: (levels) => `${"{a: ".repeat(levels)}x${"}".repeat(levels)}`,
  hyphens: (levels) => `${"- ".repeat(levels)}x`,
  colons: (levels) => `${"a: ".repeat(levels)}x`,
  questions: (levels) => `${"? ".repeat(levels)}x`,
};
const lines = (item: string) => (levels: number) =>
  Array.from({ length: levels }, (_, level) => " ".repeat(level) + item).join("\n");

for (const [name, nest] of Object.entries({
  ...NESTED,
  "indented fields": lines("a:"),
  "indented items": lines("-"),
})) {
  test(`200 levels of ${name} are not too deep, 201 are, and more do no harm`, () => {
    const tooDeep = (levels: number): boolean => told(nest(levels)).some((line) => line.endsWith(DEEP));
    expect([tooDeep(200), tooDeep(201), tooDeep(600)]).toEqual([false, true, true]);
  });
}

for (const nest of Object.values(NESTED)) {
  const text = nest(100_000);
  test(`100,000 levels: ${text.slice(0, 8)}`, () => expect(told(text)).toEqual([expect.stringContaining(DEEP)]));
}

test("100,000 brackets that are not closed", () => {
  for (const text of ["[".repeat(100_000), "{a: ".repeat(100_000)])
    expect(told(text)).toEqual([expect.stringMatching(/^OT105 1:\d+ /)]);
});
