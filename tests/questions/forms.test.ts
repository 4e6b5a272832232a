import { describe, expect, test } from "vitest";
import { plainPrompts } from "../../src/cli/terminal/plain-prompts.js";
import { lostWithLabels } from "../triage/label-form.js";
import { answers, BOTH_KINDS, interview } from "./scripted.js";

const INSIDE = { facts: { place: "hall" }, particulars: {} };
const KEYS = [
  ["What was found?", "4"],
  ["When was it found?", ""],
] as const;
const CHECK = "Check your answers. Are they right?";
const NOT_ON_IT = "What is not on the paper?";

describe.each(BOTH_KINDS)("%s questions", (name, open) => {
  test("let somebody tick what is not on the paper when the answers are checked", async () => {
    const reader = await answers(interview(open, lostWithLabels, INSIDE), [
      ...KEYS,
      [CHECK, "2"],
      [NOT_ON_IT, name === "plain" ? "2,1" : "2 1 "],
      [`Change: ${NOT_ON_IT} the day and the finder.`, ""],
    ]);
    expect(await reader.outcome).toEqual({
      facts: { place: "hall", thing: "keys" },
      particulars: {},
      missing: ["day", "finder"],
    });
    expect(reader.seen()).toContain("Say what is not on it (Label)");
    expect(reader.seen()).toContain(name === "plain" ? "If there are several: 1,3." : "Space: tick it.");
  });

  test("let somebody say that everything is on it, go back to the answers, and go on without saying anything", async () => {
    const reader = await answers(interview(open, lostWithLabels, { ...INSIDE, missing: ["day"] }), [
      ...KEYS,
      [CHECK, "2"],
    ]);
    await reader.sees(NOT_ON_IT);
    await reader.sees("Tick what is missing.");
    reader.types(name === "plain" ? "b\r" : "b");
    await answers(reader, [
      [`Change: ${NOT_ON_IT} the day.`, "2"],
      [NOT_ON_IT, "3"],
      ["Say what is not on it (Label)", ""],
    ]);
    expect(await reader.outcome).toEqual({ facts: { place: "hall", thing: "keys" }, particulars: {}, missing: [] });
    const silent = await answers(interview(open, lostWithLabels, INSIDE), [...KEYS, [CHECK, ""]]);
    expect(await silent.outcome).toEqual({ facts: { place: "hall", thing: "keys" }, particulars: {} });
  });

  test("say nothing of a form where the paper is none", async () => {
    const reader = await answers(interview(open, lostWithLabels, INSIDE), [
      ["What was found?", "1"],
      ["Does it say whose it is?", "1"],
      [CHECK, ""],
    ]);
    await reader.outcome;
    expect(reader.seen()).not.toContain("not on it");
  });
});

test("plain questions refuse `not 2`, which would be taken for the opposite of what some mean", async () => {
  const reader = await answers(interview(plainPrompts, lostWithLabels, INSIDE), [
    ...KEYS,
    [CHECK, "2"],
    [NOT_ON_IT, "not 2"],
  ]);
  await reader.sees("“not 2” is not a number from 1 to 3, different ones from 1 to 2 or b.");
  reader.hangsUp();
});

test("with nothing left to ask, what is not on the paper can still be said", async () => {
  const given = { facts: { place: "hall", thing: "keys" }, particulars: { "found-on": "2026-11-20" } };
  const reader = await answers(interview(plainPrompts, lostWithLabels, given), [
    [CHECK, "2"],
    [NOT_ON_IT, "1"],
    [`Change: ${NOT_ON_IT} the day.`, ""],
  ]);
  expect(await reader.outcome).toMatchObject({ missing: ["day"] });
});
