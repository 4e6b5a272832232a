import fc from "fast-check";
import { expect, test } from "vitest";
import { parseAllDocuments, stringify } from "yaml";
import { problemText } from "../../src/report/code-frame.js";
import { decode } from "../../src/source/decode.js";
import type { Path } from "../../src/source/document.js";
import { nearest } from "../../src/source/nearest.js";
import { printable } from "../../src/source/printable.js";
import type { Problem } from "../../src/source/problem.js";
import { readDocument } from "../../src/source/read.js";
import { dataOf } from "./told.js";

const anyText = fc.string({ unit: "binary", maxLength: 30 });
const key = fc.oneof(anyText, fc.constantFrom("__proto__", "constructor", "<<", "a", ""));
const { json } = fc.letrec((tie) => ({
  json: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.jsonValue({ maxDepth: 0, stringUnit: "binary" }),
    fc.array(tie("json"), { maxLength: 4 }),
    tie("object"),
  ),
  object: fc.array(fc.tuple(key, tie("json")), { maxLength: 4 }).map((entries) => Object.fromEntries(entries)),
}));
const indent = fc.constantFrom(undefined, 1, 4, "\t");

test("whatever JSON.stringify writes reads back the same", () => {
  fc.assert(
    fc.property(json, indent, (value, indent) => {
      const text = JSON.stringify(value, null, indent);
      const read = dataOf(text, "case.json");
      expect(JSON.stringify(read)).toBe(JSON.stringify(JSON.parse(text)));
      expect(read).toEqual(JSON.parse(text));
    }),
  );
});

test("the place of every part of a JSON file holds that part", () => {
  fc.assert(
    fc.property(json, indent, (value, indent) => {
      const text = JSON.stringify(value, null, indent);
      const read = readDocument({ name: "case.json", text });
      if (!read.ok) throw new Error("not read");
      for (const [path, part] of partsOf(JSON.parse(text))) {
        const at = (which: "key" | "value"): unknown =>
          JSON.parse(text.slice(read.value.spanOf(path, which).start, read.value.spanOf(path, which).end));
        expect(at("value")).toEqual(part);
        expect(at("key")).toEqual(typeof path.at(-1) === "string" ? path.at(-1) : part);
      }
    }),
  );
});

function partsOf(value: unknown, path: Path = []): [Path, unknown][] {
  const inside = Array.isArray(value)
    ? [...value.entries()]
    : typeof value === "object" && value !== null
      ? Object.entries(value)
      : [];
  return [[path, value], ...inside.flatMap(([step, part]) => partsOf(part, [...path, step]))];
}

/** Each character, and what stands for one thing although it is longer. */
const JSON_PARTS = [
  ...`{}[],:\n\t "1\\x'\u00a0\uFEFF\u0007\u2028`,
  '"a"',
  '"b"',
  "-0.5e1",
  "true",
  "null",
  "\\u00",
  "//",
];
const almostJson = fc.oneof(
  joined(JSON_PARTS, 12),
  fc
    .tuple(json, indent, fc.nat(), fc.constantFrom("", ...JSON_PARTS))
    .map(([value, indent, at, part]) => broken(JSON.stringify(value, null, indent), at, part)),
);

function joined(parts: readonly string[], maxLength: number): fc.Arbitrary<string> {
  return fc.array(fc.constantFrom(...parts), { maxLength }).map((some) => some.join(""));
}

/** A text with one of its characters replaced. */
function broken(text: string, at: number, part: string): string {
  return text.slice(0, at % text.length) + part + text.slice((at % text.length) + 1);
}

test("a .json file is read just when JSON.parse takes it, unless a field stands twice", () => {
  fc.assert(
    fc.property(almostJson, (text) => {
      const read = readDocument({ name: "case.json", text });
      const parsed = parse(text.replace(/^\uFEFF/, ""));
      if (read.ok) expect(JSON.stringify(read.value.value)).toBe(JSON.stringify(parsed));
      if (read.ok) return;
      const codes = read.problems.map(({ code }) => code);
      expect(codes).toEqual(parsed === undefined ? ["OT130"] : codes.map(() => "OT114"));
      // the fault is found before the end, unless the end is the fault
      if (text.replace(/[\s\uFEFF]/g, "") !== "") expect(read.problems[0]?.message).not.toContain("there is a value");
    }),
    { numRuns: 2000 },
  );
});

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const YAML_PARTS = [
  ...`ab:-\n []{},"'#|%@\\\u00a0\r\uFEFF\u0002\u0018\u001f1~`,
  ...[": ", "- ", "\n  ", "\n    ", "\n\t", ", ", " # c", "&x", "*x", "!t ", "!!set ", "!!omap "],
  ...[">-", "? ", "%YAML 1.1\n", "---\n", "...\n", "<<", "\r\n"],
];
const almostYaml = fc.oneof(
  joined(YAML_PARTS, 16),
  fc
    .tuple(json, fc.nat(), fc.constantFrom("", ...YAML_PARTS))
    .map(([value, at, part]) => broken(stringify(value, { aliasDuplicateObjects: false }), at, part)),
  anyText,
);

test("any text is read, or told what is wrong with it: in plain words, inside the text, in order", () => {
  fc.assert(
    fc.property(almostYaml, fc.constantFrom("case.yaml", "case.json", "standard input"), (text, name) => {
      const read = readDocument({ name, text });
      if (!read.ok) expectWellTold(read.problems, text);
    }),
    { numRuns: 5000 },
  );
});

function expectWellTold(problems: readonly Problem[], text: string): void {
  expect(problems.length).toBeGreaterThan(0);
  const starts = problems.map(({ at }) => at?.span.start ?? -1);
  expect(starts).toEqual(starts.toSorted((a, b) => a - b));
  for (const problem of problems) {
    const { start, end } = problem.at?.span ?? { start: -1, end: -1 };
    expect([start >= 0, start <= end, end <= text.length]).toEqual([true, true, true]);
    for (const said of [problem.message, problem.help ?? ""]) {
      expect(said).toBe(printable(said));
      expect(said.replace(/[`"'(].*/s, "")).not.toMatch(
        /^(?!JSON|YAML)[A-Z]|\.$|[Ii]nvalid|[Ii]llegal|[Pp]lease|[Ff]orbidden|[Ss]orry/,
      );
    }
    expect(
      problemText(problem)
        .split("\n")
        .every((line) => line === printable(line)),
    ).toBe(true);
  }
}

// told by us, and taken by the library
const OUR_OWN = new Set([
  "OT104",
  "OT106",
  "OT107",
  "OT110",
  "OT111",
  "OT112",
  "OT113",
  "OT114",
  "OT122",
  "OT123",
  "OT124",
  "OT125",
  "OT127",
  "OT132",
]);

test("YAML is taken as the library takes it, and never where the library has an error or a warning", () => {
  fc.assert(
    fc.property(almostYaml, (text) => {
      const read = readDocument({ name: "case.yaml", text });
      const documents = parseAllDocuments(text.replace(/\r(?!\n)/g, "\n"), {
        strict: true,
        stringKeys: true,
        prettyErrors: false,
        logLevel: "error",
      });
      const document = "empty" in documents ? undefined : documents[0];
      const complaints = document === undefined ? 0 : document.errors.length + document.warnings.length;
      if (parse(text.replace(/^\uFEFF/, "")) !== undefined) return;
      if (read.ok) {
        expect(complaints).toBe(0);
        expect(read.value.value).toEqual(document?.toJS());
      } else if (complaints === 0) {
        expect(read.problems.filter(({ code }) => !OUR_OWN.has(code))).toEqual([]);
      }
    }),
    { numRuns: 5000 },
  );
});

// without line ends: the library's own writer and reader disagree about some texts of white space
test("what a YAML writer writes of plain data reads back the same", () => {
  const plain = fc.jsonValue({ maxDepth: 3, stringUnit: fc.constantFrom(..."ab-:#'\"é {}[],&*!|>%@ ") });
  fc.assert(
    fc.property(plain, (value) => {
      fc.pre(value !== null && JSON.stringify(value).match(/"(<<|)":/) === null);
      const written = stringify(value, { aliasDuplicateObjects: false, compat: "yaml-1.1" });
      expect(dataOf(written)).toEqual(value);
    }),
  );
});

test("any bytes are decoded or refused, and decoded text is read or refused", () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 40 }),
    anyText.map((text) => new TextEncoder().encode(text)),
  );
  fc.assert(
    fc.property(bytes, (bytes) => {
      const decoded = decode("case.yaml", bytes, 1000);
      const read = decoded.ok ? readDocument(decoded.value) : decoded;
      if (!read.ok) expect(read.problems.length).toBeGreaterThan(0);
      if (decoded.ok)
        expect(decoded.value.text).toBe(
          Buffer.from(bytes)
            .toString("utf8")
            .replace(/^\uFEFF/, ""),
        );
    }),
    { numRuns: 2000 },
  );
});

test("printable text has nothing a terminal obeys or hides, and stays as it is", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const shown = printable(text);
      expect(shown.replace(/\u200D/g, "")).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
      expect(printable(shown)).toBe(shown);
    }),
  );
});

test("a known word is nearest to itself, however it is dressed up", () => {
  const word = fc.stringMatching(/^[a-z]{1,6}(-[a-z]{1,6}){0,2}$/);
  fc.assert(
    fc.property(fc.uniqueArray(word, { minLength: 1 }), fc.nat(), (known, pick) => {
      const word = known[pick % known.length] as string;
      for (const written of [
        word,
        ` “${word.toUpperCase()}” `,
        word.replaceAll("-", "_"),
        `'${word.replaceAll("-", " ")}'`,
      ])
        expect(nearest(written, known)).toBe(word);
    }),
  );
});
