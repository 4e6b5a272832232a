import { describe, expect, test } from "vitest";
import { loadTable } from "../../src/index.js";
import { lostText } from "../triage/label-form.js";
import { answers, BOTH_KINDS, interview } from "./scripted.js";

const text = lostText
  .replace("give-back: { do: Give it back. }", "give-back: { do: Give it back., discloses: yes }")
  .replace(
    "kind: date }",
    `kind: date }
  from: { ask: From when?, kind: date, scope: from }
  to: { ask: Up to when?, kind: date, not-before: from, scope: to }
  office: { ask: Which office?, kind: text, scope: recipient }`,
  );
const loaded = loadTable({ name: "lost-property.yaml", text });
if (!loaded.ok) throw new Error(loaded.problems.map(({ message }) => message).join("\n"));
const lost = loaded.value;

const INSIDE = { facts: { place: "hall", thing: "bag" }, particulars: {} };
const OWNER = "Does it say whose it is?";
const CHECK = "Check your answers. Are they right?";

describe.each(BOTH_KINDS)("%s questions", (name, open) => {
  /** What is written stays in the line of a drawn question, to be mended. */
  const instead = (written: string): string => (name === "plain" ? written : `\u0015${written}`);

  test("let somebody say what goes out, once something does, and leave any of it open", async () => {
    const reader = await answers(interview(open, lost, INSIDE), [
      [OWNER, "1"],
      [CHECK, "2"],
      ["From when?", "1/3/1998"],
      ["Up to when?", "1/3/1997"],
      ["That is before the day from which on they are to go out.", instead("1 March")],
      ["Write the year as well.", instead("")],
      ["Which office?", "x".repeat(61)],
      ["A few words will do: at most 60 characters.", instead("Lost property office")],
      ["Change what goes out: from 1 March 1998 on, to Lost property office only.", ""],
    ]);
    expect((await reader.outcome).particulars).toEqual({ from: "1998-03-01", office: "Lost property office" });
  });

  test("do not speak of it where nothing goes out, nor of its days among the answers", async () => {
    const given = { ...INSIDE, particulars: { from: "1998-03-01" } };
    const reader = await answers(interview(open, lost, given), [
      [OWNER, "2"],
      [CHECK, ""],
    ]);
    expect((await reader.outcome).particulars).toEqual({ from: "1998-03-01" });
    expect(reader.seen()).not.toContain("goes out");
    expect(reader.seen()).not.toContain("From when?");
  });
});
