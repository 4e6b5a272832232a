import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { inquirerPrompts } from "../../src/cli/inquirer-prompts.js";
import { plainPrompts } from "../../src/cli/plain-prompts.js";
import type { CompiledTable } from "../../src/table/compiled.js";
import { loadTable } from "../../src/table/load.js";
import { interview, type Reader } from "./scripted.js";

const parking = load("tests/tables/parking.yaml");

function load(name: string): CompiledTable {
  const loaded = loadTable({ name, text: readFileSync(name, "utf8") });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return loaded.value;
}

/** Waits for each question, then gives what stands beside it. */
async function answers(reader: Reader, steps: readonly (readonly [question: string, keys: string])[]): Promise<void> {
  for (const [question, keys] of steps) {
    await reader.sees(question);
    reader.types(`${keys}\r`);
  }
}

const PAPER = "What was behind the wiper?";
const ISSUER = "Who issued it?";
const PAID = "Had you paid for the place?";
const SHOWN = "Could the receipt be seen from outside?";
const ISSUED = "What date is on the ticket?";
const FOUND = "When did you find it?";
const STATED = "By which day does it want the money?";
const RIGHT = "Are they right?";

describe.each([
  ["drawn", inquirerPrompts],
  ["plain", plainPrompts],
] as const)("%s questions", (_, open) => {
  test("lead to the case that was answered, each answer repeated in words", async () => {
    const reader = interview(open, parking);
    await answers(reader, [
      [`Question 1: ${PAPER}`, "1"],
      [`Question 2: ${ISSUER}`, "1"],
      [`Question 3: ${PAID}`, "2"],
      [`Question 4: ${ISSUED}`, "12 Jan"],
      [`Question 5: ${STATED}`, "1/2/2026"],
      [RIGHT, ""],
    ]);
    expect(await reader.outcome).toEqual({
      facts: { paper: "ticket", issuer: "town", paid: "no" },
      particulars: { "issued-on": "2026-01-12", "stated-day": "2026-02-01" },
    });
    expect(reader.seen()).toContain(`${PAPER}  A ticket`);
    expect(reader.seen()).toContain(`${ISSUED}  Monday 12 January 2026`);
    expect(reader.seen()).not.toContain(SHOWN);
  });

  test("take a mere Enter for not knowing", async () => {
    const reader = interview(open, parking);
    await answers(reader, [
      [PAPER, ""],
      [ISSUED, ""],
      [FOUND, ""],
      [RIGHT, ""],
    ]);
    expect(await reader.outcome).toEqual({ facts: {}, particulars: {} });
    expect(reader.seen()).toContain(`${PAPER}  Don't know`);
  });

  test("are explained and then put again", async () => {
    const reader = interview(open, parking);
    await answers(reader, [[PAPER, "4"]]);
    await reader.sees("Why: Only a ticket asks for money.");
    await answers(reader, [
      [PAPER, "2"],
      [RIGHT, ""],
    ]);
    expect((await reader.outcome).facts).toEqual({ paper: "leaflet" });
  });

  test("can be gone back from, the first of them to itself", async () => {
    const reader = interview(open, parking);
    await answers(reader, [[PAPER, "5"]]);
    await reader.sees("This is the first question.");
    await answers(reader, [
      [PAPER, "1"],
      [ISSUER, "5"],
    ]);
    await reader.sees(`< back to: ${PAPER}`);
    await answers(reader, [
      [`Question 1: ${PAPER}`, "2"],
      [RIGHT, ""],
    ]);
    expect((await reader.outcome).facts).toEqual({ paper: "leaflet" });
  });

  test("about a date refuse what is none, say why it is asked, and go back", async () => {
    const reader = interview(open, parking, {
      facts: { paper: "ticket", issuer: "town", paid: "no" },
      particulars: {},
    });
    await answers(reader, [[ISSUED, "13/31/2026"]]);
    await reader.sees("There is no month 31. The day comes first: 22/11/2026.");
    await answers(reader, [[ISSUED, "why"]]);
    await reader.sees("Why: A deadline depends on this date. The money is due");
    await answers(reader, [
      [ISSUED, "yesterday"],
      [STATED, "back"],
    ]);
    await reader.sees(`< back to: ${ISSUED}`);
    await answers(reader, [
      [ISSUED, ""],
      [RIGHT, ""],
    ]);
    expect((await reader.outcome).particulars).toEqual({});
  });

  test("can be answered anew before the result; what is then needed is asked, what is not is dropped", async () => {
    const reader = interview(open, parking);
    await answers(reader, [
      [PAPER, "1"],
      [ISSUER, "1"],
      [PAID, "2"],
      [ISSUED, "12/1/2026"],
      [STATED, ""],
      [RIGHT, "4"],
      [PAID, "1"],
      [SHOWN, "1"],
      [FOUND, "today"],
    ]);
    await reader.sees(RIGHT);
    expect(reader.seen().slice(reader.seen().lastIndexOf(RIGHT))).not.toContain(ISSUED);
    reader.types("\r");
    expect(await reader.outcome).toEqual({
      facts: { paper: "ticket", issuer: "town", paid: "yes", shown: "yes" },
      particulars: { "found-on": "2026-01-20" },
    });
  });

  test("need not all be answered once the verdict is certain, and not before", async () => {
    const ENOUGH = "Show the result now";
    const reader = interview(open, parking);
    await answers(reader, [
      [PAPER, "1"],
      [ISSUER, "2"],
    ]);
    await reader.sees(PAID);
    expect(reader.seen().split(ENOUGH)[0]).toContain(`${ISSUER}  A landlord`);
    await answers(reader, [
      [ENOUGH, "4"],
      [RIGHT, "2"],
      [PAPER, "1"],
      [PAID, "2"],
      [FOUND, "result"],
      [RIGHT, ""],
    ]);
    expect(await reader.outcome).toEqual({
      facts: { paper: "ticket", issuer: "landlord", paid: "no" },
      particulars: {},
    });
  });

  test("leave alone what a case says, and let it be changed", async () => {
    const given = { facts: { paper: "ticket", issuer: "landlord", paid: "yes" }, particulars: { reference: "P-7" } };
    const reader = interview(open, parking, given);
    await answers(reader, [
      [`Question 1: ${SHOWN}`, "2"],
      [FOUND, ""],
      [RIGHT, "3"],
      [ISSUER, "1"],
      [RIGHT, ""],
    ]);
    expect(await reader.outcome).toEqual({
      facts: { paper: "ticket", issuer: "town", paid: "yes", shown: "no" },
      particulars: { reference: "P-7" },
    });
  });

  test("are not put where nothing is left to ask", async () => {
    const reader = interview(open, parking, { facts: { paper: "leaflet" }, particulars: {} });
    expect(await reader.outcome).toEqual({ facts: { paper: "leaflet" }, particulars: {} });
    expect(reader.seen()).toBe("");
  });

  test("come to nothing when the input ends", async () => {
    const reader = interview(open, parking);
    await answers(reader, [[PAPER, "1"]]);
    await reader.sees(ISSUER);
    reader.hangsUp();
    await expect(reader.outcome).rejects.toThrow(expect.objectContaining({ name: "Stopped" }));
  });
});

describe("drawn questions", () => {
  test.each([
    ["Ctrl+C", "\u0003"],
    ["Ctrl+D", "\u0004"],
  ])("come to nothing at %s", async (_, key) => {
    const reader = interview(inquirerPrompts, parking);
    await reader.sees(PAPER);
    reader.types(key);
    await expect(reader.outcome).rejects.toThrow(expect.objectContaining({ name: "Stopped" }));
  });

  test("are gone back from with Esc, from a choice and from a date", async () => {
    const reader = interview(inquirerPrompts, parking, {
      facts: { paper: "ticket", paid: "no" },
      particulars: {},
    });
    await answers(reader, [[ISSUER, "1"]]);
    await reader.sees(ISSUED);
    reader.types("\u001b");
    await reader.sees(`< back to: ${ISSUER}`);
    await answers(reader, [
      [ISSUER, "2"],
      [FOUND, ""],
      [RIGHT, ""],
    ]);
    expect((await reader.outcome).facts).toEqual({ paper: "ticket", paid: "no", issuer: "landlord" });
  });

  test("follow the arrow keys and the first letters", async () => {
    const reader = interview(inquirerPrompts, parking);
    await reader.sees(PAPER);
    reader.types("\u001b[A\u001b[A\r");
    await reader.sees(`${PAPER}  A ticket`);
    await answers(reader, [
      [ISSUER, "A l"],
      [PAID, ""],
      [FOUND, ""],
      [RIGHT, ""],
    ]);
    expect((await reader.outcome).facts).toEqual({ paper: "ticket", issuer: "landlord" });
  });
});

test("a plain question draws nothing: no control characters but line ends", async () => {
  const reader = interview(plainPrompts, parking);
  await answers(reader, [
    [PAPER, "9"],
    ["“9” is not a number from 1 to 5.", "1"],
    [ISSUER, "1"],
  ]);
  await reader.sees(PAID);
  expect(reader.seen()).not.toMatch(/[^\P{Cc}\n]/u);
  reader.hangsUp();
});
