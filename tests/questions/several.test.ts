import { describe, expect, test } from "vitest";
import { inquirerPrompts } from "../../src/cli/terminal/inquirer-prompts.js";
import { placesWritten } from "../../src/cli/terminal/places-written.js";
import { plainPrompts } from "../../src/cli/terminal/plain-prompts.js";
import { answers, atTerminal, BOTH_KINDS, interview, tableOf } from "./scripted.js";
import { OWNER, PLACE, RIGHT, THING } from "./words.js";

const lost = tableOf("lost-property.yaml");
const FOUND = "When was it found?";

const INSIDE = { facts: { place: "hall" }, particulars: {} };

describe.each(BOTH_KINDS)("%s questions", (name, open) => {
  /** The keys that say that it is one of these, or not this one. */
  const oneOf = (...numbers: readonly string[]): string =>
    name === "plain" ? numbers.join(",") : numbers.map((number) => `${number} `).join("");
  const not = (number: string): string => (name === "plain" ? `not ${number}` : `${number}x`);

  test("let somebody say that it is one of several, which stands among the answers that are checked", async () => {
    const reader = await answers(interview(open, lost, INSIDE), [
      [THING, oneOf("3", "4")],
      [FOUND, ""],
      [RIGHT, ""],
    ]);
    expect(await reader.outcome).toEqual({ facts: { place: "hall", thing: ["phone", "keys"] }, particulars: {} });
    expect(reader.seen()).toContain(`${THING}  A telephone or Keys`);
    expect(reader.seen()).toContain(`Change: ${THING} A telephone or Keys`);
  });

  test("let somebody say that it is not one, and keep the table's order", async () => {
    const reader = await answers(interview(open, lost, INSIDE), [
      [THING, not("2")],
      [FOUND, ""],
      [RIGHT, "3"],
      // on a list three are ticked now, and one of them is ticked off
      [THING, name === "plain" ? "4 or 1" : "3 "],
      [RIGHT, ""],
    ]);
    expect((await reader.outcome).facts).toEqual({ place: "hall", thing: ["bag", "keys"] });
    expect(reader.seen()).toContain(`${THING}  Any but A coat`);
  });

  test("ask what is certain to be asked of each of several", async () => {
    const reader = await answers(interview(open, lost, INSIDE), [
      [THING, oneOf("1", "2")],
      [OWNER, "2"],
      [RIGHT, ""],
    ]);
    expect((await reader.outcome).facts).toEqual({ place: "hall", thing: ["bag", "coat"], owner: "nameless" });
  });

  test("take one of one for that, and all for not knowing", async () => {
    const reader = await answers(interview(open, lost), [
      [THING, name === "plain" ? "3" : "3 "],
      [PLACE, oneOf("1", "2", "3")],
      [FOUND, ""],
      [RIGHT, ""],
    ]);
    expect((await reader.outcome).facts).toEqual({ thing: "phone" });
    expect(reader.seen()).toContain(`${PLACE}  Don't know`);
  });

  test("open again on what was ticked, which a mere Enter keeps", async () => {
    const reader = await answers(interview(open, lost, INSIDE), [
      [THING, oneOf("1", "2")],
      [OWNER, "b"],
    ]);
    await reader.sees(name === "plain" ? "Enter alone: A bag or A coat" : "[x] A coat");
    await answers(reader, [
      [THING, ""],
      [OWNER, "1"],
      [RIGHT, "3"],
    ]);
    await reader.sees(name === "plain" ? "Enter alone: A bag or A coat" : "[x] A coat");
    await answers(reader, [
      [THING, ""],
      [RIGHT, ""],
    ]);
    expect((await reader.outcome).facts).toEqual({ place: "hall", thing: ["bag", "coat"], owner: "named" });
  });

  test("offer it where it says something, and say how, below a hint", async () => {
    const how =
      name === "plain" ? "If you cannot tell which of some: 1,3 or not 2." : "Space: one of several. x: not this one.";
    const reader = interview(open, lost, INSIDE);
    await reader.sees(how);
    expect(reader.seen()).toMatch(/^(\? )?Question 1: What was found\?\n *Open nothing to find out\.$/m);
    await answers(reader, [[THING, "1"]]);
    await reader.sees(OWNER);
    expect(reader.seen().slice(reader.seen().lastIndexOf(OWNER))).not.toContain("several");
    reader.hangsUp();
  });
});

test("a list takes Don't know for an answer of its own whatever is ticked, and ticks can be taken back", async () => {
  const reader = interview(inquirerPrompts, lost, INSIDE);
  reader.types("");
  await reader.sees(THING);
  reader.types("1 2 ");
  await reader.sees("[x] A coat");
  reader.types("1 ");
  await reader.sees("[ ] A bag");
  reader.types("\u001b[A \r");
  await reader.sees(`${THING}  Don't know`);
  reader.hangsUp();
});

test("figures with another key between them are two numbers", async () => {
  const none = { says: "none", value: [] as readonly number[] };
  const choices = [...Array(12).keys()].map((index) => ({ says: `answer ${index + 1}`, value: [index] }));
  const { prompts, types, sees } = atTerminal(inquirerPrompts);
  const several = { means: "one" as const, of: 12, ticked: [], take: (ticked: readonly number[]) => ticked };
  const question = { message: "Which?", choices: [...choices, none], usual: none, keepsLast: true, keys: [], several };
  const chosen = prompts.choose(question);
  await sees("answer 12");
  types("1 2 \r");
  expect(await chosen).toEqual([0, 1]);
});

test("a plain question refuses numbers that are not there or stand twice, and says what it takes", async () => {
  const reader = await answers(interview(plainPrompts, lost, INSIDE), [[THING, "2,99"]]);
  await reader.sees("“2,99” is not a number from 1 to 5, different ones from 1 to 4 or w.");
  reader.types("1,2\r");
  await reader.sees(OWNER);
  reader.hangsUp();
});

test.each([
  ["2,4", [1, 3]],
  ["4 2", [1, 3]],
  ["2, 3 or 4", [1, 2, 3]],
  ["2 OR 4", [1, 3]],
  ["not 3", [0, 1, 3]],
  ["Not 1,2", [2, 3]],
  ["not 1,2,3,4", undefined],
  ["2,2", undefined],
  ["2,5", undefined],
  ["0,1", undefined],
  ["2,", undefined],
  ["2-4", undefined],
  ["not", undefined],
  ["", undefined],
  ["two or 3", undefined],
])("of four choices %j means those at %j", (written, places) => {
  expect(placesWritten(written, { of: 4, means: "one" })).toEqual(places);
});

test("where all that are named are meant, no others are taken for them", () => {
  const places = (written: string) => placesWritten(written, { of: 4, means: "all" });
  expect(places("2,4")).toEqual([1, 3]);
  expect([places("not 2"), places("NOT 1,2")]).toEqual([undefined, undefined]);
});
