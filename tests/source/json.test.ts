import { expect, test } from "vitest";
import { dataOf, told } from "./told.js";

const NOT_CLOSED = "the text that begins here is not closed on its line";

const ODD: Record<string, string> = {
  "": "1:1 the file ends before there is a value",
  '{"a": [1\n': "1:9 the file ends before `[` on line 1 is closed",
  "[1,]": "1:3 there is a comma too many before `]`",
  '{"a": 1,\n}': "1:8 there is a comma too many before `}`",
  '{"a" 1}': "1:6 a colon is missing before `1`",
  "{a: 1}": "1:2 the name of a field is expected, in double quotes, not `a`",
  "{'a': 1}": "1:2 the name of a field is expected, in double quotes, not `'a'`",
  '{"a": yes}': "1:7 `yes` is not in quotes",
  '{"a": True}': "1:7 `True` is not in quotes",
  "[01]": "1:2 `01` is not how JSON writes a number",
  '["a': `1:2 ${NOT_CLOSED}`,
  '["a\nb"]': `1:2 ${NOT_CLOSED}`,
  '["c:\\"]': `1:2 ${NOT_CLOSED}`,
  '"': `1:1 ${NOT_CLOSED}`,
  '["a\tb"]': "1:4 the text has the character `\\u0009`",
  '["\\\\\\q"]': "1:5 `\\q` has no meaning inside text",
  '["\\u12"]': "1:3 `\\u` has no meaning inside text",
  "// x\n{}": "1:1 JSON has no comments",
  '{"a": 1 # x\n}': "1:9 JSON has no comments",
  "[1 2]": "1:4 a comma is missing before `2`",
  '{"a": "b"c"}': "1:10 a comma is missing before `c`",
  "[1}": "1:3 `[` is closed by `}`",
  '{"a": 1]': "1:8 `{` is closed by `]`",
  "{} {}": "1:4 `{` stands after the end of the JSON value",
  '{"a":}': "1:6 a value is missing before `}`",
  '{"a":\u00a01}': "1:6 a no-break space stands between the values",
  "[“a”]": "1:2 text is put in straight double quotes in JSON",
};

for (const [text, problem] of Object.entries(ODD)) {
  test(`odd JSON: ${JSON.stringify(text)}`, () => expect(told(text, "case.json")).toEqual([`OT130 ${problem}`]));
}

test("fields that stand twice are all told, also where they are written differently", () => {
  const text = '{"a": 1, "b": {"c": 1, "\\u0063": 2}, "a": 3}';
  const twice = [
    "OT114 1:24 the field `c` stands twice, first on line 1",
    "OT114 1:38 the field `a` stands twice, first on line 1",
  ];
  for (const name of ["case.json", "case.yaml", "standard input"]) expect(told(text, name)).toEqual(twice);
});

// each of these is refused or read otherwise by a YAML parser
const JSON_NOT_YAML: Record<string, string> = {
  "tabs for indentation": '{\n\t"a": [\n\t\t1\n\t]\n}',
  "no indentation": '{"a": [\n1,\n2\n]\n}',
  "a long name": JSON.stringify({ ["k".repeat(2000)]: 1 }),
  "an escaped slash": '{"a": "\\/"}',
  "half a character": '{"a": "\\ud800"}',
  "a control character": '{"a": "\u007f\u0085\u2028"}',
  "a colon on the next line": '[{"a"\n:1}]',
  "no space after the colon": '{"a":1,"b":true}',
  "a merge": '{"<<": {"a": 1}}',
  "a byte order mark": '\uFEFF{"a": 1}',
  numbers: "[-0, 1e400, 1E-2, 12345678901234567890]",
};

for (const [what, text] of Object.entries(JSON_NOT_YAML)) {
  test(`JSON is read as JSON: ${what}`, () =>
    expect(dataOf(text, "case.JSON")).toEqual(JSON.parse(text.replace("\uFEFF", ""))));
}

test("a text in braces is JSON if it can be, and YAML if not", () => {
  expect(dataOf('\uFEFF \n{"a":1}', "standard input")).toEqual({ a: 1 });
  expect(dataOf("{a: yes, b: [c]}", "standard input")).toEqual({ a: "yes", b: ["c"] });
  expect(told("{a: yes}", "case.json")).toEqual([
    "OT130 1:2 the name of a field is expected, in double quotes, not `a`",
  ]);
});

test("200 levels are not too deep, 201 are, and 100,000 do no harm", () => {
  const lists = (levels: number): string => "[".repeat(levels) + "]".repeat(levels);
  const groups = (levels: number): string => `${'{"a":'.repeat(levels)}1${"}".repeat(levels)}`;
  for (const nest of [lists, groups]) {
    expect(dataOf(nest(200), "case.json")).toEqual(JSON.parse(nest(200)));
    for (const levels of [201, 100_000])
      expect(told(nest(levels), "case.json")).toEqual([expect.stringMatching(/^OT105 1:(201|1001) /)]);
  }
  expect(told("[".repeat(100_000), "case.json")).toEqual([expect.stringMatching(/^OT105 1:201 /)]);
  expect(told(groups(100_000), "standard input")).toEqual([expect.stringMatching(/^OT105 1:1001 /)]);
});

test("brackets inside text are not levels", () => {
  expect(dataOf(JSON.stringify(["[{".repeat(300)]), "case.json")).toEqual(["[{".repeat(300)]);
});
