import { describe, expect, test } from "vitest";
import { plainPrompts } from "../../src/cli/terminal/plain-prompts.js";
import { terminalPrompts } from "../../src/cli/terminal/terminal-prompts.js";
import { askCase } from "../../src/commands/interview/ask-case.js";
import { Stopped } from "../../src/commands/interview/prompts.js";
import type { AnyCase } from "../../src/index.js";
import type { SoFar } from "../../src/triage/interview.js";
import { answers, BOTH_KINDS, interview, tableOf } from "./scripted.js";
import { FOUND, ISSUED, ISSUER, PAID, PAPER, STATED } from "./words.js";

const parking = tableOf("parking.yaml");

const CHECK = "Check your answers. Are they right?";
const CHECK_PART = "Check the answers, and change what is different here. Are they right?";

/** Lines of the check. */
const [CHANGES_ISSUER, SAYS_PARTS] = ["3", "6"];
/** A landlord's ticket for a place that nobody has paid for, and the check, where it is said to be in parts. */
const IN_PARTS = [
  [PAPER, "1"],
  [ISSUER, "2"],
  [PAID, "2"],
  [FOUND, ""],
  [CHECK, SAYS_PARTS],
] as const;

describe.each(BOTH_KINDS)("%s questions", (_, open) => {
  test("take a paper in parts when the answers are checked, and ask of each what is different", async () => {
    const reader = await answers(interview(open, parking), [
      ...IN_PARTS,
      ["What do you call part 1?", " car "],
      ["What do you call part 2?", "Car"],
    ]);
    await reader.sees("Another part is called that.");
    // what is drawn leaves the line there to be mended
    reader.types(`${open === plainPrompts ? "" : "\u0015"}${"c".repeat(61)}\r`);
    await reader.sees("A word or two will do: at most 60 characters.");
    await answers(reader, [
      ["", open === plainPrompts ? "van" : "\u0015van"],
      ["What do you call part 3?", ""],
      [`car: ${CHECK_PART}`, ""],
      [`van: ${CHECK_PART}`, CHANGES_ISSUER],
      [`van: ${ISSUER}`, "1"],
      [`van: Question 4: ${ISSUED}`, "12/1/2026"],
      [`van: Question 5: ${STATED}`, ""],
      [`van: ${CHECK_PART}`, ""],
    ]);
    expect(await reader.outcome).toEqual({
      parts: [
        { label: "car", given: { facts: { sheet: "ticket", issuer: "landlord", paid: "no" }, particulars: {} } },
        {
          label: "van",
          given: {
            facts: { sheet: "ticket", issuer: "town", paid: "no" },
            particulars: { "issued-on": "2026-01-12" },
          },
        },
      ],
    });
    expect(reader.seen()).toContain("What do you call part 2?  van");
  });

  test("lead back from the parts to the whole, and from one part to the one before", async () => {
    const reader = await answers(interview(open, parking), [
      ...IN_PARTS,
      ["What do you call part 1?", ""],
      ["What do you call part 2?", "<"],
      ["What do you call part 1?", "<"],
      [CHECK, SAYS_PARTS],
      ["What do you call part 1?", ""],
      ["What do you call part 2?", "B"],
      ["What do you call part 3?", ""],
      [`part 1: ${CHECK_PART}`, ""],
      [`B: ${CHECK_PART}`, "b"],
      [`part 1: ${CHECK_PART}`, "b"],
      [CHECK, ""],
    ]);
    expect(await reader.outcome).toEqual({
      facts: { sheet: "ticket", issuer: "landlord", paid: "no" },
      particulars: {},
    });
  });

  test("go on with a case in parts, and ask only for what each of them leaves open", async () => {
    const given: AnyCase = {
      reference: "P-7",
      parts: [
        { label: "car", given: { facts: { sheet: "leaflet" }, particulars: {} } },
        { label: "van", given: { facts: {}, particulars: {}, expect: { verdict: "refer" } } },
      ],
    };
    const reader = await answers(interview(open, parking, given), [
      [`van: Question 1: ${PAPER}`, "2"],
      [`van: ${CHECK_PART}`, ""],
    ]);
    expect(await reader.outcome).toMatchObject({
      reference: "P-7",
      parts: [
        { label: "car", given: { facts: { sheet: "leaflet" } } },
        { label: "van", given: { facts: { sheet: "leaflet" }, expect: { verdict: "refer" } } },
      ],
    });
  });
});

test("the parts so far are told with every answer, and no verdict of the whole is kept for them", async () => {
  const told: [AnyCase, number][] = [];
  const replies: unknown[] = ["right"];
  const heard = async (known: AnyCase, now: SoFar | undefined): Promise<void> =>
    void told.push([known, now?.rules.length ?? 0]);
  const prompts = terminalPrompts({
    say: () => {},
    close: () => {},
    choose: async ({ choices, message }) => {
      const reply = replies.shift();
      if (message.startsWith("part 1")) throw new Stopped();
      // the second question has the verdict settled; the check has the parts as its last line
      return (message === CHECK ? choices.at(-1) : reply === "right" ? choices[1] : choices[0])?.value as never;
    },
    write: async ({ read }) => {
      const found = read("");
      if (!found.ok) throw new Error(found.why);
      return found.value;
    },
  });
  const talk = { prompts, today: () => "2026-01-20", heard };
  await expect(
    askCase(talk, parking, { facts: {}, particulars: {} }, { asOf: "2026-01-20", presume: true }),
  ).rejects.toThrow(Stopped);
  const given = { facts: { sheet: "leaflet" }, particulars: {} };
  expect(told).toEqual([
    [given, 1],
    [given, 0],
    [{ parts: [1, 2].map((number) => ({ label: `part ${number}`, given })) }, 0],
  ]);
});
