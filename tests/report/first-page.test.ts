import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatFirstPage } from "../../src/format/first-page.js";
import { formatMarkdown } from "../../src/format/markdown.js";
import { formatText } from "../../src/format/text.js";
import { readCase } from "../../src/index.js";
import type { Assessment, AssessmentInParts } from "../../src/report/assessment/assessment.js";
import { firstPage } from "../../src/report/assessment/first-page.js";
import { reportInParts } from "../../src/report/assessment/in-parts.js";
import { assessmentPage } from "../../src/report/assessment/page.js";
import { reportAssessment } from "../../src/report/assessment/report.js";
import { noPaint } from "../../src/report/paint.js";
import { dayInWords } from "../../src/report/words.js";
import { VERDICTS } from "../../src/table/verdict.js";
import { type Case, isInParts } from "../../src/triage/case.js";
import { decide, isContradiction } from "../../src/triage/decide.js";
import { decideParts } from "../../src/triage/parts.js";
import { casesIn } from "../law/cases.js";
import { shippedTable } from "../law/shipped.js";
import { commonPapers } from "../questions/common-cases.js";

const shipped = shippedTable();
const { table } = shipped;

function answer(given: Case, presume = true): Assessment | undefined {
  const decision = decide(shipped, given, "2026-11-22", presume);
  return isContradiction(decision) ? undefined : reportAssessment(shipped, given, decision, "0");
}

function lines(assessment: Assessment, width = 80): string[] {
  return formatFirstPage(firstPage(assessment), width, noPaint).trimEnd().split("\n");
}

/** As one line, however it was wrapped. */
function flat(text: string): string {
  return text.replaceAll(/\s+/g, " ");
}

const cases = [...casesIn("tests/cases", shipped), ...casesIn("examples", shipped)];
const answers = cases.flatMap((given) => answer(given) ?? []);

describe("the first page of every case", () => {
  test("has forty lines at most, whole words within eighty columns, the verdict first and last", () => {
    expect(answers.length).toBeGreaterThan(500);
    for (const one of answers) {
      const page = lines(one);
      expect(page.length, page.join("\n")).toBeLessThanOrEqual(40);
      expect(Math.max(...page.map(({ length }) => length))).toBeLessThanOrEqual(80);
      expect(flat(page.join(" ")).startsWith(flat(one.headline))).toBe(true);
      expect(page.at(-1)).toMatch(new RegExp(`^${VERDICTS[one.verdict].label}( - (by|date)|\\.$)`));
    }
  });

  test("keeps every urgent notice, what not to do, and every step that holds back, calls somebody or has its day", () => {
    for (const one of answers) {
      const page = flat(lines(one).join(" "));
      const urgent = one.notices.filter(({ urgent: is }) => is).map(({ says }) => says);
      const protecting = one.steps.filter(({ holdsBack, contact, by }) => holdsBack || contact !== null || by !== null);
      for (const text of [...urgent, one.doNot, ...protecting.map((step) => step.do)]) expect(page).toContain(text);
    }
  });

  test("loses no day that is known, and tells of each that is not", () => {
    for (const one of answers) {
      const page = flat(lines(one).join(" "));
      for (const { by } of one.steps) if (by !== null) expect(page).toContain(dayInWords(by));
      for (const { day, paperSays, says, embargo, chance } of one.deadlines) {
        expect(page).toContain(day === null ? `${says}: not known.` : dayInWords(day));
        if (day === null && !embargo && !chance)
          expect(page).toMatch(/ - (by .* or sooner|date not known: act as if it were today)\.$/);
        if (paperSays !== null) expect(page).toContain(dayInWords(paperSays));
      }
    }
  });

  test("leaves nothing out in silence", () => {
    for (const one of answers) {
      const page = flat(lines(one).join(" "));
      const left = one.steps.filter((step) => !page.includes(step.do)).length;
      expect(page.includes(`${left} more step`)).toBe(left > 0);
    }
  });
});

test("the first page of the twenty commonest papers fits a terminal of 24 lines, prompt and all, with every step", () => {
  for (const paper of commonPapers(shipped)) {
    const one = answer(paper) as Assessment;
    const page = lines(one);

    expect(page.length, page.join("\n")).toBeLessThanOrEqual(23);
    for (const step of one.steps) expect(flat(page.join(" "))).toContain(step.do);
  }
});

const ORDER = {
  facts: { instrument: "court-order", power: "pace-schedule-1", "records-held": "england", maker: "circuit-judge" },
};
const SETTLED = { ...ORDER.facts, charged: "nobody", material: "clinical", "access-conditions": "first" };

test("says of a day that has passed that it has, whoever gave it, and never to act by it", () => {
  const particulars = { "order-date": "2026-11-18", "stated-deadline": "2026-11-20" };
  const passed = flat(lines(answer({ facts: SETTLED, particulars }) as Assessment).join(" "));
  expect(passed).toContain("Friday 20 November 2026 (PASSED 2 days ago). The paper itself says so;");
  expect(passed).toContain("Wednesday 25 November 2026. Do not let that stop you: take advice today.");
  expect(passed).not.toContain("act by");
  expect(passed).toMatch(/by Friday 20 November 2026 \(PASSED 2 days ago\)\.$/);
  const ahead = { ...particulars, "stated-deadline": "2026-11-23" };
  const page = flat(lines(answer({ facts: SETTLED, particulars: ahead }) as Assessment).join(" "));
  expect(page).toContain("Monday 23 November 2026 (tomorrow). The paper itself says so;");
  expect(page).toContain("Wednesday 25 November 2026. Until it is changed, act by the earlier day.");
  expect(page).toMatch(/by Monday 23 November 2026 \(tomorrow\)\.$/);
});

test("a step whose day has passed says so on every page, as its date and the last line do", () => {
  const by = (particulars: Readonly<Record<string, string>>): string[] => {
    const one = answer({ facts: SETTLED, particulars }) as Assessment;
    const text = formatText(assessmentPage(one), 80, noPaint);
    const pages = [lines(one).join(" "), text, formatMarkdown(assessmentPage(one))];
    return pages.map((page) => /\((By [^)]*)\)/.exec(flat(page))?.[1] ?? page);
  };
  const everywhere = (told: string): string[] => [told, told, told];
  expect(by({ "order-date": "2026-11-02" })).toEqual(everywhere("By Monday 9 November 2026, PASSED 13 days ago."));
  expect(by({ "order-date": "2026-11-15" })).toEqual(everywhere("By Sunday 22 November 2026."));
  const ahead = { "order-date": "2026-11-18", "stated-deadline": "2026-11-20" };
  expect(by(ahead)).toEqual(everywhere("By Friday 20 November 2026, PASSED 2 days ago."));
  const both = { "order-date": "2026-11-02", "stated-deadline": "2026-11-06" };
  expect(by(both)).toEqual(everywhere("By Friday 6 November 2026, PASSED 16 days ago."));
});

test("of days that may have to be kept gives the next, and one that has passed as such", () => {
  const perhaps = (orderDate: string): string => {
    const { "records-held": _, ...facts } = { ...ORDER.facts, material: "not-about-health" };
    const one = answer({ facts, particulars: { "order-date": orderDate } }, false) as Assessment;
    return /There may .*?\./.exec(flat(lines(one).join(" ")))?.[0] ?? "";
  };
  expect(perhaps("2026-11-18")).toBe("There may be something to do by Wednesday 25 November 2026.");
  expect(perhaps("2026-11-02")).toBe(
    "There may have been something to do by Monday 9 November 2026: take advice today.",
  );
});

test("to find out comes first what settles most, and then what the table has first", () => {
  const notice = { instrument: "notice", asker: "regulator", regulator: "gmc", "records-held": "england" };
  const one = answer({ facts: notice, particulars: {} }) as Assessment;
  expect(one.notKnown.map(({ fact }) => fact)).toEqual(["risk", "right-section"]);
  const { ask } = table.facts["right-section"] as { ask: string };
  const [first] = firstPage(one).blocks.flatMap((block) => block.lines.filter(({ is }) => is === "question"));
  expect(first?.text).toBe(ask);
  const [, told] = assessmentPage(one).sections.find(({ heading }) => heading === "Not known")?.lines ?? [];
  expect(told).toMatchObject({ text: expect.stringMatching(/^If nothing is disclosed, is somebody at risk/) });
});

test("a day that is told stands there once, be it one that is due only if something is so", () => {
  const driver = { instrument: "notice", asker: "police", "police-question": "driver", "demand-form": "written" };
  const given = { facts: { ...driver, risk: "none" }, particulars: { "served-on": "2026-11-20" } };
  const one = answer(given) as Assessment;
  expect(one.deadlines).toContainEqual(expect.objectContaining({ day: "2026-12-17", ifSo: true }));
  const { blocks } = firstPage(one);
  const told = blocks.flatMap((block) => block.lines.filter(({ text }) => text.includes("17 December 2026")));
  expect(told.map(({ text }) => text)).toEqual([expect.stringMatching(/^If that is so: /)]);
});

function inParts(name: string, text: string): AssessmentInParts {
  const given = readCase({ name, text }, shipped);
  if (!given.ok || !isInParts(given.value)) throw new Error("it is a case in parts");
  const decided = decideParts(shipped, given.value, { asOf: "2026-11-22", presume: true });
  if (!decided.ok) throw new Error("its facts can be true");
  return reportInParts(shipped, given.value, decided.value, "0");
}

function linesInParts(whole: AssessmentInParts, width = 80): string[] {
  return formatFirstPage(firstPage(whole), width, noPaint).trimEnd().split("\n");
}

test("the first page of a paper in parts has each part's verdict, and each step once, with whom it is for", () => {
  const path = "examples/two-children.yaml";
  const whole = inParts(path, readFileSync(path, "utf8"));
  const page = linesInParts(whole);
  expect(page.length).toBeLessThanOrEqual(40);
  expect(page.at(-1)).toMatch(new RegExp(`^${VERDICTS[whole.verdict].label}`));
  const text = flat(page.join(" "));
  for (const { label, assessment } of whole.parts) expect(text).toContain(`${label}: ${assessment.headline}`);
  for (const { do: step, parts } of whole.steps) {
    expect(text.split(step).length).toBe(2);
    expect(text).toContain(parts.length === 2 ? `. ${step}` : `For ${parts.join(" and ")}: ${step}`);
  }
});

/** An order for things of many kinds, of which nobody has read the small print, each with a day of its own. */
function manyParts(count: number, labelOf: (index: number) => string): AssessmentInParts {
  const parts = Array.from({ length: count }, (_, index) => ({
    label: labelOf(index),
    facts: { material: ["clinical", "not-about-health", "mixed"][index % 3] },
    particulars: { "order-date": `2026-11-${1 + (index % 20)}`.replace(/-(\d)$/, "-0$1") },
  }));
  const facts = { instrument: "court-order", power: "pace-schedule-1", maker: "circuit-judge" };
  return inParts("case", JSON.stringify({ facts, parts }));
}

test.each([3, 12, 50])("the first page of %i parts keeps what holds back, whom to call and what not to do", (count) => {
  const whole = manyParts(count, (index) => `${index} ${"part ".repeat(11)}`.trim());
  for (const width of [40, 80]) {
    const page = linesInParts(whole, width);
    expect(page.length, page.join("\n")).toBeLessThanOrEqual(40);
    const text = flat(page.join(" "));
    const urgent = whole.notices.filter((notice) => notice.urgent).map(({ says }) => says);
    const protecting = whole.steps.filter(({ holdsBack, contact }) => holdsBack || contact !== null);
    expect(protecting.length).toBeGreaterThan(1);
    for (const says of [...urgent, ...protecting.map((one) => one.do), ...whole.doNot.map((one) => one.says)])
      expect(text).toContain(says);
    expect(text).toContain(flat(whole.headline));
  }
});

test("parts with the same verdict are told together, and a label is not read as two", () => {
  const labels = ["notes", "scans", "notes and scans", "scans, notes", "A: lawful"];
  const parts = labels.map((label) => ({ label, facts: { material: "not-about-health" } }));
  parts.push({ label: "rota", facts: { material: "clinical" } });
  const facts = { instrument: "court-order", power: "pace-schedule-1", maker: "circuit-judge", charged: "nobody" };
  const text = flat(linesInParts(inParts("case", JSON.stringify({ facts, parts }))).join(" "));
  expect(text).toContain("notes, scans, “notes and scans”, “scans, notes” and 1 more: Cannot say yet");
  const few = inParts("case", JSON.stringify({ facts, parts: parts.slice(2) }));
  expect(flat(linesInParts(few).join(" "))).toContain(
    "“notes and scans”, “scans, notes” and “A: lawful”: Cannot say yet",
  );
});

const someFacts = fc.record(
  Object.fromEntries(
    Object.entries(table.facts).map(([id, { values }]) => [id, fc.constantFrom(...Object.keys(values))]),
  ),
  { requiredKeys: [] },
);
const dates = Object.keys(table.particulars).filter((id) => table.particulars[id]?.kind === "date");
const someDates = fc.record(
  Object.fromEntries(dates.map((id) => [id, fc.constantFrom("2026-10-01", "2026-11-20", "2026-12-04")])),
  { requiredKeys: [] },
);

test("no situation has a first page of more than forty lines, however narrow the terminal", () => {
  fc.assert(
    fc.property(someFacts, someDates, fc.integer({ min: 40, max: 80 }), (facts, particulars, width) => {
      const one = answer({ facts, particulars } as Case);
      if (one === undefined) return;
      const page = lines(one, width);
      expect(page.length).toBeLessThanOrEqual(40);
      expect(page.at(-1)).not.toBe("");
      expect(flat(page.join(" ")).startsWith(flat(one.headline))).toBe(true);
    }),
    { numRuns: 500 },
  );
});
