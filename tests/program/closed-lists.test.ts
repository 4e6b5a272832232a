import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { CHECKS } from "../../src/audit/check/checks.js";
import { BATCH_EXIT_CODES } from "../../src/batch/exit-code.js";
import { endingsOf, formatNamed, INPUT_FORMATS, type InputFormat } from "../../src/batch/read/records.js";
import { NO_VERDICT } from "../../src/report/exit-code.js";
import { PROBLEM_CODES } from "../../src/report/problem-codes.js";
import { VERDICTS } from "../../src/table/verdict.js";

const filesIn = (folder: string, ending: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" }).flatMap((name) =>
    name.endsWith(ending) ? [join(folder, name)] : [],
  );
const read = (path: string): string => readFileSync(path, "utf8");
const codesIn = (text: string): string[] => [...new Set(text.match(/"OT\d{3}"/g))].map((one) => one.slice(1, -1));

/** The rows of the table of exit codes, wherever the documentation has it: what stands in its first three columns. */
function documentedCodes(): string[][] {
  const text =
    ["README.md", ...filesIn("docs", ".md")].map(read).find((one) => one.includes("| code | verdict |")) ?? "";
  const rows = text.slice(text.indexOf("| code | verdict |")).split("\n<!--", 1)[0]?.split("\n").slice(2) ?? [];
  return rows.map((row) =>
    row
      .split("|")
      .slice(1, 4)
      .map((cell) => cell.trim()),
  );
}

test("the documentation has every exit code, and every verdict with its own", () => {
  const rows = documentedCodes();
  const verdicts = Object.entries(VERDICTS).map(([id, { exitCode, label }]) => [
    String(exitCode),
    `\`${id}\``,
    `${label.charAt(0).toLowerCase()}${label.slice(1)}`,
  ]);
  expect(rows.filter(([, verdict]) => verdict?.startsWith("`"))).toEqual(verdicts);
  const others = rows.filter(([, verdict]) => !verdict?.startsWith("`")).flatMap(([codes]) => codes?.split(" "));
  expect(others).toEqual(Object.values(NO_VERDICT).map(({ code }) => String(code)));
});

test("no two verdicts are equally serious, and a batch has an order for every exit code it can have", () => {
  const ranks = Object.values(VERDICTS).map(({ rank }) => rank);
  expect(ranks.toSorted()).toEqual(ranks.map((_, index) => index + 1));
  expect([...BATCH_EXIT_CODES]).toEqual([65, 66, 60, 20, 30, 31, 42, 41, 40, 50, 0]);
});

test("every problem code that is written has a meaning, and every meaning a code that is written", () => {
  const written = filesIn("src", ".ts").flatMap((file) => codesIn(read(file)));
  expect([...new Set(written)].sort()).toEqual(Object.keys(PROBLEM_CODES));
});

test("a check tells all of its own codes and no others", () => {
  const files = filesIn("src/audit/check", ".ts").map(read);
  for (const codes of new Set(CHECKS.map((check) => check.codes))) {
    const text = files.find((one) => Object.values(codes).every((meaning) => one.includes(meaning)));
    expect(codesIn(text ?? "").sort()).toEqual(Object.keys(codes));
  }
});

test("the code of a path with nothing to read names every ending that a case file can have", () => {
  const named = [...(PROBLEM_CODES["OT108"] ?? "").matchAll(/\*\.(\w+)/g)].map(([, ending]) => ending);
  const formats = Object.keys(INPUT_FORMATS) as InputFormat[];
  expect(named.toSorted()).toEqual(endingsOf(formats).toSorted());
  for (const format of formats) {
    for (const ending of endingsOf([format])) expect(formatNamed(`A.B.${ending.toUpperCase()}`)).toBe(format);
  }
  expect(["yaml", "a.txt", "a.yaml.bak", ".", ""].map(formatNamed)).toEqual(Array(5).fill(undefined));
});
