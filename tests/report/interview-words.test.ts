import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { saved, withoutQuotes } from "../../src/report/interview-words.js";
import { sentence } from "../../src/report/words.js";

test.each([
  "case.yaml",
  "my case.yaml",
  "C:\\Users\\Dr Smith\\case.yaml",
  'a\'b "c" $HOME `id`!.yaml',
  "päper.yaml",
])("the way on from %s is one that a shell understands", (path) => {
  const [, word] = /`order-triage assess (.*) --ask`/.exec(saved(path)) ?? [];
  expect(execFileSync("sh", ["-c", `printf %s ${word}`], { encoding: "utf8" })).toBe(path);
});

test("a path that needs no quotation marks has none", () => {
  expect(saved("../cases/case-1.yaml")).toContain("`order-triage assess ../cases/case-1.yaml --ask`");
});

test.each([
  ['"C:\\Users\\Dr Smith\\case.yaml"', "C:\\Users\\Dr Smith\\case.yaml"],
  ["'my case.yaml'", "my case.yaml"],
  ["case.yaml", "case.yaml"],
  [`"case.yaml'`, `"case.yaml'`],
  ['"', '"'],
])("%s was pasted for %s", (pasted, path) => {
  expect(withoutQuotes(pasted)).toBe(path);
});

test("a headline ends in one mark when it is a sentence", () => {
  expect(sentence("Cannot say yet - find out: What do you have?")).toBe("Cannot say yet - find out: What do you have?");
  expect(sentence("Pay it")).toBe("Pay it.");
});
