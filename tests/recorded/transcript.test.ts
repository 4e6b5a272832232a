import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { matches, recorded, recordedAnew } from "./transcript.js";

const words = fc.array(fc.constantFrom("a", "b", "…", ".", " "), { minLength: 1, maxLength: 6 });
const lines = (line: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.array(line, { minLength: 1, maxLength: 6 }).map((all) => all.join("\n"));
const shown = lines(words.map((all) => all.join("")));
const printed = lines(words.map((all) => all.join("").replaceAll("…", "c")));

describe("an output that is recorded anew", () => {
  test("is shown as it is now, whatever was shown", () => {
    fc.assert(fc.property(shown, printed, (expected, actual) => matches(recorded(expected, actual), actual)));
  });

  test("leaves a transcript that matches as it stands", () => {
    const filled = shown.chain((expected) =>
      fc.tuple(fc.constant(expected), fc.constant(expected.replaceAll("…", "c").replaceAll(/^c$/gm, "a\nb"))),
    );
    fc.assert(fc.property(filled, ([expected, actual]) => recorded(expected, actual) === expected));
  });

  test.each([
    ["lines left out stay left out", "one\n…\nlast", "first\nx\ny\nlast", "first\n…\nlast"],
    ["also where both sides of them are others now", "one\n…\ntwo", "1\nx\ny\n2", "1\n…\n2"],
    ["also at the end", "one\n…", "1\nx\ny", "1\n…"],
    [
      "and parts of a line",
      "rules 1, digest …. Law of May.",
      "rules 2, digest 7e57. Law of May.",
      "rules 2, digest …. Law of May.",
    ],
    ["a gap does not grow over what is new", "(digest …)", "(digest 7e57): no problems", "(digest …): no problems"],
    ["lines come and go", "one\ntwo\nthree", "one\nthree\nfour", "one\nthree\nfour"],
    ["nothing is printed any more", "one\n…", "", ""],
  ])("%s", (_, expected, actual, anew) => {
    expect(recorded(expected, actual)).toBe(anew);
  });
});

describe("a document that is recorded anew", () => {
  const document =
    "Text.\n```console\n$ one \\\n    more\nsaid\n$ npm test\n$ two\n…\n[exit 3]\n```\n```sh\n$ three\n```\n";
  const anew = (all: string, exitCode: number) =>
    recordedAnew(document, (command) => (command === "npm test" ? undefined : Promise.resolve({ all, exitCode })));

  test("has what its commands print, and their exit codes where they are not 0", async () => {
    const said = "```console\n$ one \\\n    more\nmore\n[exit 4]\n$ npm test\n$ two\n…\n[exit 4]\n```";
    expect(await anew("more\n", 4)).toBe(document.replace(/```console.*?```/s, said));
    expect(await anew("", 0)).toBe(
      document.replace(/```console.*?```/s, "```console\n$ one \\\n    more\n$ npm test\n$ two\n```"),
    );
  });
});
