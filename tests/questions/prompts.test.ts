import { describe, expect, test } from "vitest";
import { inquirerPrompts } from "../../src/cli/terminal/inquirer-prompts.js";
import { plainPrompts } from "../../src/cli/terminal/plain-prompts.js";
import { shippedTable } from "../law/shipped.js";
import { answers, BOTH_KINDS, interview, tableOf } from "./scripted.js";
import { FOUND, ISSUED, ISSUER, OWNER, PAID, PAPER, PLACE, RIGHT, SHOWN, STATED, THING } from "./words.js";

const parking = tableOf("parking.yaml");
const lost = tableOf("lost-property.yaml");

const NO_YEAR = "You wrote no year.";
const ENOUGH = "show the result now";

describe.each(BOTH_KINDS)("%s questions", (_, open) => {
  test("lead to the case that was answered, each answer repeated in words", async () => {
    const reader = await answers(interview(open, parking), [
      [`Question 1: ${PAPER}`, "1"],
      [`Question 2: ${ISSUER}`, "1"],
      [`Question 3: ${PAID}`, "2"],
      [`Question 4: ${ISSUED}`, "12 Jan"],
      [`${NO_YEAR} Is it Monday 12 January 2026?`, ""],
      [`Question 5: ${STATED}`, "1/2/2026"],
      [RIGHT, ""],
    ]);
    expect(await reader.outcome).toEqual({
      facts: { sheet: "ticket", issuer: "town", paid: "no" },
      particulars: { "issued-on": "2026-01-12", "stated-day": "2026-02-01" },
    });
    expect(reader.seen()).toContain(`${PAPER}  A ticket`);
    expect(reader.seen()).toContain(`${ISSUED}  Monday 12 January 2026`);
    expect(reader.seen()).not.toContain(SHOWN);
  });

  test("take a mere Enter for not knowing", async () => {
    const reader = await answers(interview(open, parking), [
      [PAPER, ""],
      [ISSUED, ""],
      [FOUND, ""],
      [RIGHT, ""],
    ]);
    expect(await reader.outcome).toEqual({ facts: {}, particulars: {} });
    expect(reader.seen()).toContain(`${PAPER}  Don't know`);
  });

  test.each(["w", "?"])("are explained at %s and then put again", async (key) => {
    const reader = await answers(interview(open, parking), [[PAPER, key]]);
    await reader.sees("Why: Only a ticket asks for money.");
    await answers(reader, [
      [PAPER, "2"],
      [RIGHT, ""],
    ]);
    expect((await reader.outcome).facts).toEqual({ sheet: "leaflet" });
  });

  test("can be gone back from, but for the first", async () => {
    const reader = interview(open, parking);
    await reader.sees(PAPER);
    expect(reader.seen()).not.toContain("back");
    await answers(reader, [
      [PAPER, "1"],
      [ISSUER, "b"],
      [`Question 1: ${PAPER}`, "2"],
      [RIGHT, ""],
    ]);
    expect((await reader.outcome).facts).toEqual({ sheet: "leaflet" });
  });

  test("open again on the answers that were given, which a mere Enter keeps", async () => {
    const reader = await answers(interview(open, parking), [
      [PAPER, "1"],
      [ISSUER, "1"],
      [PAID, "2"],
      [ISSUED, "12/1/2026"],
      [STATED, "b"],
      [ISSUED, "b"],
      [PAID, "b"],
      [ISSUER, ""],
      [PAID, ""],
    ]);
    await reader.sees("Enter alone: Monday 12 January 2026.");
    await answers(reader, [
      [ISSUED, ""],
      [STATED, ""],
      [RIGHT, ""],
    ]);
    expect(await reader.outcome).toEqual({
      facts: { sheet: "ticket", issuer: "town", paid: "no" },
      particulars: { "issued-on": "2026-01-12" },
    });
  });

  test("forget what was taken back once another answer is given", async () => {
    const reader = await answers(interview(open, parking), [
      [PAPER, "1"],
      [ISSUER, "1"],
      [PAID, "1"],
      [SHOWN, "b"],
      [PAID, "b"],
      [ISSUER, "2"],
      [PAID, ""],
    ]);
    await reader.sees(FOUND);
    expect(reader.seen()).toContain(`${PAID}  Don't know`);
  });

  test("about a date refuse what is none, say why it is asked, and go back", async () => {
    const given = {
      facts: { sheet: "ticket", issuer: "town", paid: "no" },
      particulars: {},
    };
    const reader = await answers(interview(open, parking, given), [[ISSUED, "13/31/2026"]]);
    await reader.sees("There is no month 31. The day comes first: 22/11/2026.");
    // what was refused stays, where it can be mended
    reader.types(open === plainPrompts ? "13/1/2026\r" : `${"\u007f".repeat(7)}1/2026\r`);
    await answers(reader, [[STATED, "?"]]);
    await reader.sees("Why: A deadline depends on this date. The money is due …");
    expect(reader.seen()).not.toContain("An objection is due");
    await answers(reader, [
      [STATED, "B"],
      [ISSUED, "d"],
      [RIGHT, ""],
    ]);
    expect(reader.seen()).toContain(`${ISSUED}  Tuesday 13 January 2026`);
    expect((await reader.outcome).particulars).toEqual({});
  });

  test("about a date take no year that is only guessed; a mere Enter takes one that is close by", async () => {
    const given = { facts: { sheet: "ticket", issuer: "town", paid: "no" }, particulars: {} };
    const reader = await answers(interview(open, parking, given), [
      [ISSUED, "22/8"],
      [`${NO_YEAR} Is it Friday 22 August 2025?`, ""],
      [ISSUED, open === plainPrompts ? "22 August 2025" : "/2025"],
      [STATED, "1 Feb"],
      [`${NO_YEAR} Is it Sunday 1 February 2026?`, ""],
      [RIGHT, ""],
    ]);
    expect((await reader.outcome).particulars).toEqual({ "issued-on": "2025-08-22", "stated-day": "2026-02-01" });
  });

  test("say the verdict as soon as it is certain, once", async () => {
    const reader = await answers(interview(open, parking), [
      [PAPER, "1"],
      [ISSUER, "2"],
      ["The verdict is certain now: Object to the ticket.", "2"],
      [FOUND, ""],
    ]);
    await reader.sees(RIGHT);
    expect(reader.seen().match(/The verdict is certain/g)).toHaveLength(1);
  });

  test("say a verdict that takes something for granted, which it is, and that it can be had", async () => {
    const reader = await answers(interview(open, lost), [
      [THING, "3"],
      ["The verdict now: Lock it up. Taken for granted: It was found in the hall.", "r"],
      [RIGHT, ""],
    ]);
    expect((await reader.outcome).facts).toEqual({ thing: "phone" });
    expect(reader.seen()).not.toContain("The verdict is certain");
  });

  test("do not say a verdict that would bind on what is taken for granted, and ask for that", async () => {
    const reader = await answers(interview(open, lost), [
      [THING, "1"],
      [OWNER, "1"],
      [PLACE, "r"],
    ]);
    if (open === plainPrompts) await reader.sees("“r” is not a number");
    reader.types(open === plainPrompts ? "1\r" : "\u001b[A\u001b[A\u001b[A\r");
    await reader.sees(RIGHT);
    expect(reader.seen()).not.toMatch(/The verdict (now|is)/);
    reader.hangsUp();
  });

  test("say that the verdict is certain once nothing is taken for granted for it, and that it is open again", async () => {
    const reader = await answers(interview(open, lost), [
      [THING, "4"],
      [PLACE, "1"],
      ["The verdict is certain now: Lock it up. More answers add dates and advice,", ""],
      [RIGHT, "2"],
      [THING, "1"],
      ["The verdict is open again.", ""],
    ]);
    reader.hangsUp();
  });

  test("can be answered anew before the result; what is then needed is asked, what is not is dropped", async () => {
    const reader = await answers(interview(open, parking), [
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
      facts: { sheet: "ticket", issuer: "town", paid: "yes", shown: "yes" },
      particulars: { "found-on": "2026-01-20" },
    });
  });

  test("need not all be answered once the verdict is certain, and not before", async () => {
    const reader = await answers(interview(open, parking), [
      [PAPER, "1"],
      [ISSUER, "2"],
      [PAID, "r"],
      [RIGHT, ""],
    ]);
    expect(reader.seen().split(ENOUGH)[0]).toContain(`${ISSUER}  A landlord`);
    expect(await reader.outcome).toEqual({ facts: { sheet: "ticket", issuer: "landlord" }, particulars: {} });
  });

  test("that were skipped are put after a change on which the verdict comes to depend on them, with what is new", async () => {
    const reader = await answers(interview(open, parking), [
      [PAPER, "1"],
      [ISSUER, "2"],
      [PAID, "r"],
      [RIGHT, "3"],
      [ISSUER, "1"],
      [PAID, "2"],
      [ISSUED, "today"],
      [RIGHT, ""],
    ]);
    expect(await reader.outcome).toEqual({
      facts: { sheet: "ticket", issuer: "town", paid: "no" },
      particulars: { "issued-on": "2026-01-20" },
    });
  });

  test("are not put again after a change if they were skipped", async () => {
    const reader = await answers(interview(open, parking), [
      [PAPER, "1"],
      [ISSUER, "2"],
      [PAID, "2"],
      [FOUND, "r"],
      [RIGHT, "4"],
      [PAID, ""],
      [RIGHT, "4"],
      [PAID, "b"],
      [RIGHT, "4"],
      [PAID, "1"],
      [SHOWN, "2"],
      [RIGHT, "3"],
      [ISSUER, "1"],
      [RIGHT, ""],
    ]);
    expect(await reader.outcome).toEqual({
      facts: { sheet: "ticket", issuer: "town", paid: "yes", shown: "no" },
      particulars: {},
    });
    expect(reader.seen().slice(reader.seen().indexOf(RIGHT))).not.toContain(FOUND);
  });

  test("that came of a change lead back to the check page as it was", async () => {
    const reader = await answers(interview(open, parking), [
      [PAPER, "1"],
      [ISSUER, "1"],
      [PAID, "2"],
      [ISSUED, ""],
      [RIGHT, "4"],
      [PAID, "1"],
      [SHOWN, "b"],
      [RIGHT, "b"],
      [ISSUED, ""],
      [RIGHT, ""],
    ]);
    expect((await reader.outcome).facts).toEqual({ sheet: "ticket", issuer: "town", paid: "no" });
  });

  test("leave alone what a case says, and let it be changed", async () => {
    const given = { facts: { sheet: "ticket", issuer: "landlord", paid: "yes" }, particulars: { reference: "P-7" } };
    const reader = await answers(interview(open, parking, given), [
      [`Question 1: ${SHOWN}`, "2"],
      [FOUND, ""],
      [RIGHT, "3"],
      [ISSUER, "1"],
      [RIGHT, ""],
    ]);
    expect(await reader.outcome).toEqual({
      facts: { sheet: "ticket", issuer: "town", paid: "yes", shown: "no" },
      particulars: { reference: "P-7" },
    });
  });

  test("are not put where nothing is left to ask", async () => {
    const reader = interview(open, parking, { facts: { sheet: "leaflet" }, particulars: {} });
    expect(await reader.outcome).toEqual({ facts: { sheet: "leaflet" }, particulars: {} });
    expect(reader.seen()).toBe("");
  });

  test("come to nothing when the input ends", async () => {
    const reader = await answers(interview(open, parking), [[PAPER, "1"]]);
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
    const given = {
      facts: { sheet: "ticket", paid: "no" },
      particulars: {},
    };
    const reader = await answers(interview(inquirerPrompts, parking, given), [[ISSUER, "1"]]);
    await reader.sees(ISSUED);
    reader.types("\u001b");
    await answers(reader, [
      [ISSUER, "2"],
      [FOUND, ""],
      [RIGHT, ""],
    ]);
    expect((await reader.outcome).facts).toEqual({ sheet: "ticket", paid: "no", issuer: "landlord" });
  });

  test("follow the arrow keys and the first letters", async () => {
    const reader = interview(inquirerPrompts, parking);
    await reader.sees(PAPER);
    reader.types("\u001b[A\u001b[A\r");
    await reader.sees(`${PAPER}  A ticket`);
    await answers(reader, [
      [ISSUER, "\u001b[B\u001b[Aa"],
      [PAID, ""],
      [FOUND, ""],
      [RIGHT, ""],
    ]);
    expect((await reader.outcome).facts).toEqual({ sheet: "ticket", issuer: "landlord" });
  });
});

test("a letter that is a key elsewhere moves no cursor, nor does Esc where there is no way back", async () => {
  const reader = interview(inquirerPrompts, shippedTable());
  await reader.sees("What do you have?");
  reader.types("\u001b");
  await new Promise((resolve) => setTimeout(resolve, 700));
  reader.types("r\r");
  await reader.sees("What do you have?  Don't know");
  reader.hangsUp();
});

test("a plain question draws nothing: no control characters but line ends", async () => {
  const reader = await answers(interview(plainPrompts, parking), [
    [PAPER, "9"],
    ["“9” is not a number from 1 to 3 or w.", "\u001b[A"],
    ["“\\u001b[A” is not a number from 1 to 3 or w.", "1"],
    [ISSUER, "1"],
  ]);
  await reader.sees(PAID);
  expect(reader.seen()).not.toMatch(/[^\P{Cc}\n]/u);
  reader.hangsUp();
});

test("a plain question takes one line: what is pasted behind it answers no question that was not there to be read", async () => {
  const reader = interview(plainPrompts, parking);
  await reader.sees(PAPER);
  reader.types("1\n2\n\n");
  await reader.sees("“2” came before this could be read, and answers nothing.");
  expect(reader.seen()).not.toContain(PAID);
  reader.types("1\n");
  await reader.sees(PAID);
  reader.hangsUp();
});
