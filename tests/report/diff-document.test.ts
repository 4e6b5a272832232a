import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatSignOff } from "../../src/format/html/sign-off.js";
import { compareLines } from "../../src/report/diff/passages.js";
import type { Chapter, Compared, Entry, Part, Passage, SignOffDocument } from "../../src/report/document.js";
import { edited, parking } from "../audit/edited.js";
import { CHANGED, changesBetween } from "./changed-tables.js";

const changes = await changesBetween(parking, CHANGED);

const linesOf = (parts: readonly Part[], label: string): string[] =>
  parts.find((part) => part.label === label)?.lines.map(({ text, note }) => (note ? `${text} (${note})` : text)) ?? [];

const chapterOf = ({ chapters }: SignOffDocument, anchor: string): Chapter | undefined =>
  chapters.find((chapter) => chapter.anchor === anchor);

function entryOf(document: SignOffDocument, anchor: string): Entry {
  const found = document.chapters.flatMap(({ entries }) => entries).find((entry) => entry.anchor === anchor);
  if (found === undefined) throw new Error(`no entry ${anchor}`);
  return found;
}

/** With what is gone in brackets, and what is new in braces. */
const marked = (passage: Passage): string =>
  passage
    .map((line) => line.map(({ text, change }) => (change ? (change === "gone" ? `[${text}]` : `{${text}}`) : text)))
    .map((runs) => runs.join(" "))
    .join(" / ");

const comparedIn = ({ compared = [] }: Entry): string[] =>
  compared.map(({ label, before, now }: Compared) => `${label}: ${marked(before)} | ${marked(now)}`);

test("the head names both versions by file, edition, day and digest, and says what changes in numbers", () => {
  expect(changes.title).toMatch(
    /^Changes to the rule table parking: edition 1 \(digest [0-9a-f]{12}\) to edition 2 \(digest [0-9a-f]{12}\)$/,
  );
  const { head } = changes;
  for (const [label, name, edition] of [
    ["Before", "before.yaml", 1],
    ["Now", "now.yaml", 2],
  ] as const) {
    expect(linesOf(head, label)).toEqual([
      name,
      `parking, edition ${edition}`,
      "Law as of 22 November 2026",
      expect.stringMatching(/^SHA-256 [0-9a-f]{64}$/),
    ]);
  }
  expect(linesOf(head, "In short")).toEqual(["3 situations decided differently."]);
  expect(linesOf(head, "Verdicts")).toEqual([
    "Appears lawful → Take advice first (1 situation (17%))",
    "Likely unlawful, as before (2 situations (33%))",
  ]);
  expect(linesOf(head, "Written differently")).toContain("Rules: 1 new, 1 gone, 3 changed.");
  expect(linesOf(head, "Cases")).toEqual(["2 of 2 cases are affected."]);
  expect(linesOf(head, "Warnings")).toContainEqual(expect.stringMatching(/^OT335 .*`leaflet`.*\(say it under/));
});

test("a changed rule stands word beside word, with when it applies where that is as before", () => {
  const reworded = entryOf(changes, "rules-ticket");
  expect(comparedIn(reworded)).toEqual([
    "Because: A ticket may have [reasons] that [the] table does not know. | A ticket may have {grounds} that {this} table does not know.",
  ]);
  expect(linesOf(reworded.parts, "When")).toEqual(["sheet: What was behind the wiper? “A ticket”"]);
  expect(linesOf(reworded.parts, "Decides")).toEqual(["As before."]);
  const decided = entryOf(changes, "rules-town-ticket-unpaid");
  expect(comparedIn(decided)).toEqual(["Verdict: [Appears lawful] | {Take advice first}"]);
  expect(decided.verdict?.id).toBe("refer");
  expect(linesOf(decided.parts, "Decides")).toEqual([]);
  expect(linesOf(entryOf(changes, "rules-leaflet").parts, "When")).toEqual([]);
});

test("a rule that is new or gone stands in full, with what it decides and from whom it takes it", () => {
  const made = entryOf(changes, "rules-private-ticket");
  expect([made.title, made.id, comparedIn(made)]).toEqual(["Object to the ticket (new)", "private-ticket", []]);
  expect(linesOf(made.parts, "Steps")).toEqual(["object: Write an objection."]);
  expect(linesOf(made.parts, "Cite")).toEqual(["by-law-1: By-laws, 1"]);
  expect(linesOf(made.parts, "Reach")).toContain("taken from landlord-ticket (Likely unlawful): 2 situations");
  const gone = entryOf(changes, "rules-landlord-ticket");
  expect(gone.title).toBe("Object to the ticket (gone)");
  expect(linesOf(gone.parts, "Reach")).toContain("left to private-ticket (Likely unlawful): 2 situations");
});

test("every region that is decided differently has its place, its number and an example", () => {
  expect(chapterOf(changes, "verdict-1")).toMatchObject({
    under: "Situations decided differently",
    heading: "Appears lawful → Take advice first",
  });
  const { title, parts } = entryOf(changes, "verdict-1-1");
  expect(title).toBe("town-ticket-unpaid");
  expect(linesOf(parts, "Situations")).toEqual(["1 situation (17%)."]);
  expect(linesOf(parts, "Where")).toEqual(["issuer is town; paid is no"]);
  expect(linesOf(parts, "What else changes")).toContain("do not: “Do not let the day pass.” → “Do not pay yet.”");
  expect(linesOf(parts, "Such as")).toEqual(['{ facts: { sheet: ticket, issuer: town, paid: "no" } }']);
});

test("cases, notices, values, other parts and ids that are gone are told", () => {
  expect(chapterOf(changes, "cases")?.entries.map(({ title }) => title)).toEqual([
    "Nobody paid the town (cases.yaml:1)",
    "A leaflet (cases.yaml:6)",
  ]);
  expect(linesOf(entryOf(changes, "cases-1").parts, "In detail")).toContain("no longer as expected: verdict");
  expect(chapterOf(changes, "notices")?.entries.map(({ title }) => title)).toEqual([
    "receipt-hidden disappears in 1 situation (17%)",
  ]);
  expect(chapterOf(changes, "values")?.entries.map(({ title }) => title)).toEqual([
    "Value flyer of sheet is new: it makes a difference in 6 of 6 situations",
    "Value leaflet of sheet is no longer possible: it made a difference in 6 of 6 situations",
  ]);
  const step = entryOf(changes, "steps-pay");
  expect(step.title).toBe("Step pay");
  expect(comparedIn(step)).toEqual(["Do: Pay at the town [hall.] | Pay at the town {hall or by post.}"]);
  expect(linesOf(step.parts, "Concerns rules")).toEqual(["town-ticket-unpaid"]);
  expect(chapterOf(changes, "gone")?.intro).toEqual([
    {
      label: "Values",
      kind: "bulleted",
      lines: [{ text: "leaflet of sheet", caution: expect.stringContaining("nothing") }],
    },
    { label: "Others", kind: "bulleted", lines: [{ text: "Rule landlord-ticket" }] },
  ]);
});

test("of a value that is gone it is told what to write now", async () => {
  const told = edited(CHANGED, [
    "flyer: A flyer or a card }\n",
    "flyer: A flyer or a card }\n    former-values: { leaflet: write `flyer` }\n",
  ]);
  const [values] = chapterOf(await changesBetween(parking, told), "gone")?.intro ?? [];
  expect(values?.lines).toEqual([{ text: "leaflet of sheet", note: "write `flyer`" }]);
});

test("changes are numbered through, and are signed as agreed or not, with notes", () => {
  const numbers = changes.chapters.flatMap(({ entries }) => entries.map(({ number }) => number));
  expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  const { statement, blanks } = changes.signOff;
  expect(statement).toMatch(/^I have read what changes in the rule table parking from edition 1 .* to edition 2 /);
  expect(blanks.map(({ label }) => label)).toEqual([
    "Read by",
    "Role",
    "Date",
    "Decision",
    "Notes, with the numbers of changes",
    "Signature",
  ]);
  expect(blanks.find(({ label }) => label === "Decision")?.choices).toEqual(["Agreed", "Not agreed"]);
});

describe("two versions that say the same", () => {
  test.each([
    ["to the byte", parking, 1],
    ["but for a comment", `${parking}# the end\n`, 2],
  ])("%s have only that to be signed", async (_, now, versions) => {
    const same = await changesBetween(parking, now);
    expect(same.chapters).toEqual([]);
    expect(linesOf(same.head, "In short")).toEqual(["Both say the same."]);
    expect(same.signOff.statement).toMatch(/^The rule table parking says the same in edition 1 /);
    expect(same.signOff.statement.match(/digest/g)).toHaveLength(versions);
    expect(same.signOff.blanks.map(({ label }) => label)).toEqual(["Read by", "Role", "Date", "Signature"]);
    expect(formatSignOff(same)).not.toContain("Not agreed");
  });

  test("are not two of which one is worded otherwise", async () => {
    const worded = await changesBetween(parking, edited(parking, ["On the market place.", "Beside the market."]));
    expect(linesOf(worded.head, "In short")).toEqual(["Everything decided as before."]);
    expect(worded.signOff.blanks.map(({ label }) => label)).toContain("Decision");
    expect(comparedIn(entryOf(worded, "contacts-town-hall"))).toEqual([
      "Find: [On the market place.] | {Beside the market.}",
    ]);
  });
});

test("a field that is called as a verdict or a list of ids is, and is none, is shown as it is written", async () => {
  const named = edited(parking, [
    "values: { town: The town, landlord: A landlord }",
    "values: { town: The town, landlord: A landlord, verdict: A court, steps: Somebody on the steps }",
  ]);
  const fact = entryOf(await changesBetween(parking, named), "facts-issuer");
  expect(comparedIn(fact)).toEqual([
    "Values: town: The town / landlord: A landlord | town: The town / landlord: A landlord / {verdict: A court} / {steps: Somebody on the steps}",
  ]);
});

test("nothing hides or reorders what a reader signs for", async () => {
  const hostile = edited(parking, ["because: A leaflet is not a ticket.", 'because: "A leaflet \\u202e is a ticket."']);
  const document = await changesBetween(parking, hostile);
  expect(JSON.stringify(document)).not.toContain("\u202e");
  expect(JSON.stringify(document)).toContain("\\\\u202e");
});

describe("two texts word by word", () => {
  const words = fc.array(fc.constantFrom("a", "b", "c", "d."), { minLength: 1, maxLength: 8 });
  const lines = fc.array(
    words.map((some) => some.join(" ")),
    { maxLength: 4 },
  );
  const plain = (passage: Passage, leaves: "gone" | "new" | undefined): string =>
    passage
      .map((line) => line.filter(({ change }) => change === undefined || change === leaves).map(({ text }) => text))
      .map((runs) => runs.join(" "))
      .join("\n");
  const common = (passage: Passage): string =>
    passage
      .flat()
      .flatMap(({ text, change }) => (change === undefined ? [text] : []))
      .join(" ");

  test("lose nothing, and mark on each side what the other has not", () => {
    fc.assert(
      fc.property(lines, lines, (before, now) => {
        const compared = compareLines(before, now);
        expect(plain(compared.before, "gone")).toBe(before.join("\n"));
        expect(plain(compared.now, "new")).toBe(now.join("\n"));
        expect(common(compared.before)).toBe(common(compared.now));
      }),
    );
  });

  test("are told as two where hardly a word stays", () => {
    const { before, now } = compareLines(["Nobody has to pay the town twice"], ["Write to the court about it"]);
    expect([marked(before), marked(now)]).toEqual([
      "[Nobody has to pay the town twice]",
      "{Write to the court about it}",
    ]);
  });
});
