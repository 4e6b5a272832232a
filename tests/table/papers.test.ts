import { describe, expect, test } from "vitest";
import { edited, flawsOf, lineIn, parking, told } from "../audit/edited.js";
import { withPapers } from "./paper-table.js";

test("papers bring no fault and no doubt", () => {
  const messages = (text: string): string[] => flawsOf(text).map(({ problem }) => problem.message);
  expect(messages(withPapers)).toEqual(messages(parking));
});

describe("what is wrong with a paper is told at its place", () => {
  test.each<[string, string, string, string, string]>([
    [
      "a placeholder that nothing fills in",
      "Of the ticket: {issued-on}",
      "Of the ticket: {isued-on}",
      "Of the ticket: {isued-on}",
      'OT315 # ""Of the ticket: {isued-on}"" `{isued-on}` is neither `{blank}` nor a particular of this table',
    ],
    [
      "a brace that is never closed",
      "Signed: {blank}",
      "Signed: {blank",
      'Signed: {blank"',
      'OT315 # ""Signed: {blank"" a brace is open, or closes nothing',
    ],
    [
      "a placeholder in a title",
      "title: Objection",
      'title: "Objection {reference}"',
      "Objection {reference}",
      'OT315 # ""Objection {reference}"" a placeholder stands in `says` only',
    ],
    [
      "what the engine cannot tell",
      "tells: not-known",
      "tells: unknown",
      "tells: unknown",
      'OT203 # "unknown" `unknown` is not one of `answers`, `not-known`, `granted`, `dates`, `steps`, `missing`, `verdict`, `why`, `ground`, `contacts`, `own-numbers`, `stamp`',
    ],
    [
      "a section that neither says nor tells",
      "      - { heading: Open, tells: not-known }",
      "      - { heading: Open }",
      "{ heading: Open }",
      'OT205 # "{ heading: Open }" `{"heading":"Open"}` is to have either `says` or `tells`',
    ],
    ["a paper without a title", "    title: Notes\n", "", "  notes:", 'OT201 # "notes" `title` is missing'],
    [
      "a condition on what is no fact",
      "        when: { paid: yes }\n        says: Here",
      "        when: { payed: yes }\n        says: Here",
      "payed: yes",
      'OT301 # "payed" `payed` is not a fact or a finding of this table',
    ],
    [
      "something of a case on what needs none",
      "      - heading: Never\n        as: checklist\n",
      "      - { tells: verdict }\n      - heading: Never\n        as: checklist\n",
      "- { tells: verdict }",
      'OT315 # "tells" `windscreen` needs no case, so `tells` has nothing to go by',
    ],
    [
      "a condition of what needs no case",
      "    standing: yes",
      "    standing: yes\n    when: { sheet: leaflet }",
      "when: { sheet: leaflet }\n    sections",
      'OT315 # "when" `windscreen` needs no case, so `when` has nothing to go by',
    ],
    [
      "a promise about a paper that is not there",
      "    never: appears-lawful",
      "    never: appears-lawful\n    never-paper: notess",
      "never-paper: notess",
      'OT301 # "never-paper" `notess` does not stand under `papers:`',
    ],
    [
      "a promise that a paper is never offered, which it is",
      "    never: appears-lawful",
      "    never: appears-lawful\n    never-paper: objection",
      "id: paid-is-paid",
      'OT309 # "paid-is-paid" some situations break the promise `paid-is-paid`',
    ],
    [
      "a paper that is never offered",
      "when: { sheet: ticket, issuer: town }\n    sections",
      "when: { paid: no, shown: yes }\n    sections",
      "when: { paid: no, shown: yes }\n    sections",
      'OT325 # "when" the condition of the paper `objection` never holds: nothing that can exist meets it',
    ],
    [
      "a line that never shows, since the paper is not offered there",
      "            when: { paid: yes }",
      "            when: { issuer: landlord }",
      "            when: { issuer: landlord }",
      'OT325 # "when" the condition of a part of the paper `objection` never holds: nothing that can exist meets it',
    ],
    [
      "a letter for what goes out, where nothing does",
      "do: Pay at the town hall., discloses: yes,",
      "do: Pay at the town hall.,",
      "    discloses: yes",
      'OT325 # "discloses" the condition of the paper `receipt-letter` never holds: nothing that can exist meets it',
    ],
    [
      "words that nobody is to be given",
      "Please look again.",
      "Please ignore it.",
      "Please ignore it.",
      'OT342 # "ignore" `ignore` reads as advice to defy a court or to be at ease',
    ],
  ])("%s", (_, from, to, line, expected) => {
    const text = edited(withPapers, [from, to]);
    expect(flawsOf(text).map(told)).toContain(expected.replace("#", String(lineIn(text, line))));
  });
});

test("what a paper turns on is asked wherever it is offered", () => {
  const text = edited(withPapers, [
    "when: { sheet: ticket, issuer: town }\n    sections",
    "when: { issuer: town }\n    sections",
  ]);
  expect(flawsOf(text).map(told)).toContainEqual(
    expect.stringMatching(/^OT322 \d+ "issuer" the paper `objection` turns on `issuer` where nobody is asked for it$/),
  );
});
