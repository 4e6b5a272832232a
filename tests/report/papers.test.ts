import fc from "fast-check";
import { expect, test } from "vitest";
import { assessGiven } from "../../src/commands/assess.js";
import { formatText } from "../../src/format/text.js";
import { type AnyCase, assess, type Case, type CompiledTable, readCase } from "../../src/index.js";
import type { Page } from "../../src/report/page.js";
import { noPaint } from "../../src/report/paint.js";
import { type Paper, standingPapers } from "../../src/report/paper/paper.js";
import { dayInWords } from "../../src/report/words.js";
import { sayingsOf } from "../../src/table/behind.js";
import { filledIn } from "../../src/table/paper/paper.js";
import { casesIn } from "../law/cases.js";
import { shippedTable } from "../law/shipped.js";
import { compiled, withPapers } from "../table/paper-table.js";

const TODAY = "2026-11-22";
const parking = compiled(withPapers);
const shipped = shippedTable();
const cases = casesIn("tests/cases", shipped);

function papersOf(table: CompiledTable, given: AnyCase): readonly Paper[] {
  const outcome = assessGiven(table, { case: given, remarks: [] }, { asOf: TODAY, presume: true });
  return outcome.kind === "failed" ? [] : (outcome.report.papers?.() ?? []);
}

function read(text: string): AnyCase {
  const given = readCase({ name: "a.yaml", text }, parking);
  if (!given.ok) throw new Error(given.problems.map(({ message }) => message).join("; "));
  return given.value;
}

const textOf = (page: Page): string => formatText(page, 80, noPaint);
const parked = (text: string): Record<string, string> =>
  Object.fromEntries(papersOf(parking, read(text)).map(({ id, page }) => [id, textOf(page)]));

const BLANK = "____________________________";

test("a paper is offered where its condition is certain, and its lines and sections likewise", () => {
  const all = parked("facts: { sheet: ticket, issuer: town, paid: yes }");
  expect(Object.keys(all)).toEqual(["objection", "notes"]);
  expect(all["objection"]).toContain("  1. The place was paid for.\n  2. Please look again.");
  expect(all["objection"]).toContain("If it was paid\nHere is the receipt.");
  const unpaid = parked("facts: { sheet: ticket, issuer: town }");
  expect(unpaid["objection"]).toContain("  1. Please look again.");
  expect(unpaid["objection"]).not.toContain("If it was paid");
  expect(Object.keys(parked("facts: { sheet: ticket }"))).toEqual(["notes"]);
  expect(Object.keys(parked("facts: { issuer: town }"))).toEqual(["notes"]);
});

test("what is stated is filled in, and all else is left to be written", () => {
  const facts = "facts: { sheet: ticket, issuer: town, paid: yes }";
  expect(parked(facts)["objection"]).toContain(
    [`Our reference: ${BLANK}`, `Of the ticket: ${BLANK}`, `Signed: ${BLANK}`].join("\n\n"),
  );
  expect(parked(`${facts}\nparticulars: { reference: P7, issued-on: 2026-11-18 }`)["objection"]).toContain(
    ["Our reference: P7", "Of the ticket: Wednesday 18 November 2026", `Signed: ${BLANK}`].join("\n\n"),
  );
});

test("what goes with a disclosure needs a step by which something goes out, and a verdict", () => {
  expect(Object.keys(parked("facts: { sheet: ticket, issuer: town, paid: no }"))).toContain("receipt-letter");
  expect(Object.keys(parked("facts: { sheet: ticket, issuer: town }"))).not.toContain("receipt-letter");
  expect(Object.keys(parked("facts: { sheet: leaflet }"))).not.toContain("receipt-letter");
});

test("everything that can be told of a case is told in the words of the answer", () => {
  const { notes } = parked(
    "facts: { sheet: ticket, issuer: landlord, paid: yes, shown: no }\nparticulars: { reference: P7, found-on: 2026-11-20 }",
  );
  expect(notes?.replaceAll(/digest \w+/g, "digest …").replaceAll(/order-triage \S+\./g, "order-triage ….")).toBe(`Notes

Stated
  - What was behind the wiper? A ticket
  - Who issued it? A landlord
  - Had you paid for the place? Yes
  - Could the receipt be seen from outside? No
  - When did you find it? Friday 20 November 2026

Dates
  - An objection is due: Friday 4 December 2026 (12 days left).

Steps
  1. Write an objection. (By Friday 4 December 2026.)

Verdict
  - Likely unlawful. Object to the ticket.

Why
  - Only the town can fine anybody. (By-laws, 1.)

Ground
  - By-laws, 1.

Rule landlord-ticket. It goes before the more general ticket.

Rules parking 1 (A small town), reviewed 1 January 2026, digest ….
Law of 22 November 2026. order-triage …. Reference P7.
`);
});

const PARTS = `particulars: { reference: P7 }
facts: { sheet: ticket }
parts:
  - label: front
    facts: { issuer: town, paid: no }
  - label: back
    facts: { issuer: town, paid: yes, shown: yes }
`;

test("of a case in parts there is one paper, which says once what all have and else of which it is said", () => {
  const papers = parked(PARTS);
  expect(papers["objection"]).toContain("Our reference: P7\n");
  expect(papers["objection"]).toContain("  1. For back: The place was paid for.\n  2. Please look again.");
  expect(papers["objection"]).toContain("For back: Here is the receipt.");
  // only one of the parts is paid
  expect(papers["receipt-letter"]).toMatch(/^Letter with the money\n/);
  expect(Object.keys(parked(PARTS.replace("issuer: town, paid: no", "issuer: landlord, paid: no")))).toEqual(["notes"]);
});

test("a paper that needs no case is not among those of a case, and has its lines to write on", () => {
  const [windscreen, ...others] = standingPapers(parking.table);
  expect(others).toEqual([]);
  expect(textOf(windscreen?.page as Page)).toBe(
    `For the windscreen\n\nNever\n  [ ] Pay a leaflet.\n  [ ] My number: ${BLANK}\n`,
  );
});

/** A case of the tests with some of its facts otherwise. */
const anyCase: fc.Arbitrary<Case> = fc.constantFrom(...cases).chain(({ facts, particulars }) =>
  fc
    .record(
      Object.fromEntries(
        Object.entries(shipped.table.facts).map(([id, { values }]) => [
          id,
          fc.option(fc.constantFrom(...Object.keys(values)), { freq: 8, nil: undefined }),
        ]),
      ),
    )
    .chain((others) => fc.subarray(Object.keys(others)).map((ids) => ({ ids, others })))
    .map(({ ids, others }) => {
      const changed = ids.slice(0, 4).filter((id) => others[id] !== undefined);
      const own = Object.fromEntries(changed.map((id) => [id, others[id] as string]));
      return { facts: { ...facts, ...own }, particulars };
    }),
);

/** What is known of a patient, and of the case against anybody: nothing of it is for whoever asks. */
const NOT_FOR_OTHERS = [
  "material",
  "patient",
  "consent",
  "charged",
  "crime-gravity",
  "child-agreement",
  "overall-benefit",
];

/** All that the holding reply can say, with what alone of a case may be filled in. */
function sayable({ particulars }: Case): Set<string> {
  const stated: Record<string, string | undefined> = {
    reference: particulars["reference"],
    "served-on": particulars["served-on"] && dayInWords(particulars["served-on"]),
  };
  const { sections } = shipped.table.papers["holding-reply"] as NonNullable<(typeof shipped.table.papers)[string]>;
  const lines = sections.flatMap(({ says }) =>
    says.map((line) => filledIn(line.says, (name) => stated[name] ?? BLANK)),
  );
  const missing = Object.values(sayingsOf(shipped.table)).map(
    ({ "ask-for": what }) => `${what[0]?.toUpperCase()}${what.slice(1)}.`,
  );
  return new Set([...lines, ...missing]);
}

function linesOf({ sections }: Page): string[] {
  return sections.flatMap(({ lines }) => lines.map((line) => (typeof line === "string" ? line : line.text)));
}

function replyTo(given: Case): Paper | undefined {
  return papersOf(shipped, given).find(({ id }) => id === "holding-reply");
}

test("whatever the case, no placeholder is left on a paper", { timeout: 120_000 }, () => {
  const property = fc.property(anyCase, (given) => {
    for (const { page } of papersOf(shipped, given)) expect(textOf(page)).not.toMatch(/[{}]/);
  });
  fc.assert(property, { numRuns: 100 });
});

test("whatever the case, a holding reply says what the table says and nothing of the patient, and goes to nobody whom it must not", {
  timeout: 120_000,
}, () => {
  let replies = 0;
  const property = fc.property(anyCase, anyCase, (any, other) => {
    // left open, it follows from a refusal: an authority that the patient does not stand by is none
    const given: Case = { ...any, facts: { "authority-shown": "no", ...any.facts } };
    const reply = replyTo(given);
    if (reply === undefined) return;
    replies++;
    const { facts } = given;
    const isAsked = ["notice", "request", "spoken-request"].includes(String(facts["instrument"]));
    expect(["warrant", "no-demand"]).not.toContain(facts["instrument"]);
    expect(["serious", "patient-only", "none"]).toContain(facts["risk"]);
    if (isAsked) expect(["treating", "court"]).not.toContain(facts["asker"]);
    if (isAsked && facts["asker"] === "police")
      expect(["driver", "driver-and-more", "terrorism", "wound", "genital-mutilation"]).not.toContain(
        facts["police-question"],
      );
    if (isAsked && facts["asker"] === "safeguarding")
      expect(["section-47", "mappa", "marac"]).not.toContain(facts["safeguarding-request"]);
    const allowed = sayable(given);
    expect(linesOf(reply.page).filter((line) => !allowed.has(line))).toEqual([]);
    const others = NOT_FOR_OTHERS.flatMap((id) => (other.facts[id] === undefined ? [] : [[id, other.facts[id]]]));
    const changed = replyTo({ ...given, facts: { ...facts, ...Object.fromEntries(others) } });
    if (changed !== undefined) expect(changed.page).toEqual(reply.page);
  });
  fc.assert(property, { numRuns: 250 });
  expect(replies).toBeGreaterThan(50);
});

test("a covering letter is offered for the cases that disclose something, and for no other", {
  timeout: 120_000,
}, () => {
  const seen = new Set<boolean>();
  for (const given of cases.filter((_, index) => index % 12 === 0)) {
    const { expect: _, ...unexpecting } = given;
    const answer = assess(shipped, unexpecting, TODAY);
    if (!answer.ok) throw new Error(given.title);
    const { verdict, steps } = answer.value;
    const discloses = verdict !== "cannot-say" && steps.some((step) => step.discloses);
    expect(
      papersOf(shipped, unexpecting).some(({ id }) => id === "covering-letter"),
      given.title,
    ).toBe(discloses);
    seen.add(discloses);
  }
  expect(seen.size).toBe(2);
});

test("a call sheet and a note come with every answer, and the sheet for the wall needs none", () => {
  for (const given of cases.slice(0, 30)) {
    const { expect: _, ...unexpecting } = given;
    expect(papersOf(shipped, unexpecting).map(({ id }) => id)).toEqual(
      expect.arrayContaining(["call-sheet", "record-note"]),
    );
  }
  expect(standingPapers(shipped.table).map(({ id }) => id)).toEqual(["wall-sheet"]);
});
