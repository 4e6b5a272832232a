import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { saved, stopped, withoutQuotes } from "../../src/report/interview-words.js";
import { knownWords, sentence } from "../../src/report/words.js";
import { soFar, startInterview } from "../../src/triage/interview.js";
import { onPosix } from "../program/posix.js";
import { tableOf } from "../questions/scripted.js";

test
  .runIf(onPosix)
  .each(["case.yaml", "my case.yaml", "C:\\Users\\Dr Smith\\case.yaml", 'a\'b "c" $HOME `id`!.yaml', "päper.yaml"])(
  "the way on from %s is one that a shell understands",
  (path) => {
    const [, word] = /`order-triage assess (.*) --ask`/.exec(saved(path)) ?? [];
    expect(execFileSync("sh", ["-c", `printf %s ${word}`], { encoding: "utf8" })).toBe(path);
  },
);

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

const lost = tableOf("lost-property.yaml");

test.each([
  [{}, "Stopped. No result was given."],
  [
    { place: "hall", owner: "nameless" },
    "Stopped. No result was given. This much is certain: Lock it up for now - find out. Do not give it to anybody yet.",
  ],
  [{ owner: "nameless" }, "Stopped. No result was given."],
  [
    { thing: "phone" },
    "Stopped before the result, but there was a verdict: Lock it up. Taken for granted: It was found in the hall.",
  ],
  [{ place: "hall", thing: "phone" }, "Stopped before the result, but the verdict was certain: Lock it up."],
])("whoever stops who has said %j is told what is known by then", (facts, told) => {
  const begun = startInterview(lost, { facts, particulars: {} }, { asOf: "2026-01-01", presume: true });
  expect(stopped(lost.table, soFar(begun), undefined)).toBe(told);
  expect(stopped(lost.table, soFar(begun), "a.yaml")).toBe(
    `${told} Your answers so far are in a.yaml. \`order-triage assess a.yaml --ask\` goes on from there.`,
  );
});

test("a headline ends in one mark when it is a sentence", () => {
  expect(sentence("Cannot say yet - find out: What do you have?")).toBe("Cannot say yet - find out: What do you have?");
  expect(sentence("Pay it")).toBe("Pay it.");
});

test.each([
  ["a", "A"],
  [["a", "b"], "A or B"],
  [["a", "c", "d", "e"], "Any but B"],
  [["a", "b", "c"], "Any but D or E"],
])("what is known in short: %j", (known, words) => {
  expect(knownWords({ a: "A - the first", b: "B", c: "C", d: "D", e: "E" }, known)).toBe(words);
});
