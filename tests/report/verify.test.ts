import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { systemIo } from "../../src/cli/system/io.js";
import { assessGiven } from "../../src/commands/assess.js";
import { recordFile } from "../../src/commands/record-file.js";
import { verifyRecords } from "../../src/commands/verify.js";
import { formatText } from "../../src/format/text.js";
import { type AnyCase, type Case, type CompiledTable, loadTable, readCase } from "../../src/index.js";
import { noPaint } from "../../src/report/paint.js";
import { casesIn } from "../law/cases.js";
import { shippedTable } from "../law/shipped.js";

const PARKING = readFileSync("tests/tables/parking.yaml", "utf8");
const parking = tableOf(PARKING);
const shipped = shippedTable();

function tableOf(text: string): CompiledTable {
  const loaded = loadTable({ name: "rules.yaml", text });
  if (!loaded.ok) throw new Error(loaded.problems.map(({ message }) => message).join("\n"));
  return loaded.value;
}

/** The small table with some of its words replaced, each of which stands there once. */
function edited(...edits: readonly (readonly [from: string, to: string])[]): CompiledTable {
  return tableOf(
    edits.reduce((text, [from, to]) => {
      if (text.split(from).length !== 2) throw new Error(`not once in the table: ${from}`);
      return text.replace(from, to);
    }, PARKING),
  );
}

function caseOf(table: CompiledTable, text: string): AnyCase {
  const read = readCase({ name: "case.yaml", text }, table);
  if (!read.ok) throw new Error(read.problems.map(({ message }) => message).join("\n"));
  return read.value;
}

const TERMS = { asOf: "2026-11-22", presume: true };

/** The record of an answer as its file has it; nothing where the facts cannot all be true. */
function recorded(table: CompiledTable, given: AnyCase, terms = TERMS): string | undefined {
  const outcome = assessGiven(table, { case: given, remarks: [] }, terms);
  if (outcome.kind === "failed") return undefined;
  const file = recordFile(outcome.record);
  if ("unfit" in file) throw new Error(file.unfit);
  return file.text;
}

interface Told {
  readonly exitCode: number;
  readonly result: string;
  readonly text: string;
  readonly data: Record<string, unknown>;
}

async function verified(table: CompiledTable, text: string): Promise<Told> {
  const read = async () => ({ ok: true as const, name: "r.json", bytes: new TextEncoder().encode(text) });
  const outcome = await verifyRecords({ ...systemIo(readFileSync), read }, { file: "rules.yaml", compiled: table }, [
    "r.json",
  ]);
  if (outcome.kind === "failed") throw new Error(outcome.closing);
  const { records } = outcome.report.data as { readonly records: readonly Record<string, unknown>[] };
  const data = records[0] as Record<string, unknown>;
  const text80 = formatText(outcome.report.page, 1_000, noPaint);
  return { exitCode: outcome.exitCode, result: String(data["result"]), text: text80, data };
}

/** Cases of any facts, half known or not at all, with any dates. */
function anyFacts({ table }: CompiledTable): fc.Arbitrary<Case> {
  const facts = Object.entries(table.facts).map(([id, { values }]) => {
    const ids = Object.keys(values);
    const several = fc.subarray(ids, { minLength: 1, maxLength: Math.max(1, ids.length - 1) });
    return [id, several.map((some) => (some.length === 1 ? (some[0] as string) : some))] as const;
  });
  const particulars = Object.entries(table.particulars).flatMap(([id, { kind, scope }]) =>
    scope !== undefined
      ? []
      : [[id, kind === "date" ? fc.constantFrom("2026-11-02", "2026-11-20") : fc.constant("GP-1")] as const],
  );
  const missing = Object.values(table.forms)
    .flatMap(({ "has-to-say": says }) => Object.keys(says))
    .filter((id, index, all) => all.indexOf(id) === index);
  return fc.record(
    {
      facts: fc.record(Object.fromEntries(facts), { requiredKeys: [] }),
      particulars: fc.record(Object.fromEntries(particulars), { requiredKeys: [] }),
      ...(missing.length === 0 ? {} : { missing: fc.subarray(missing, { minLength: 1, maxLength: 3 }) }),
    },
    { requiredKeys: ["facts", "particulars"] },
  ) as fc.Arbitrary<Case>;
}

/** A case by itself, or two of them as the parts of one, as their file would be read. */
function anyCase(table: CompiledTable, one: fc.Arbitrary<Case>): fc.Arbitrary<AnyCase> {
  const written = ({ facts, particulars, missing }: Case): object => ({
    facts,
    particulars,
    ...(missing && { missing }),
  });
  const whole = one.map(written);
  const parts = fc.tuple(one, one, one).map(([common, a, b]) => ({
    ...written(common),
    parts: [a, b].map((part, index) => ({ label: `part ${index}`, ...written(part) })),
  }));
  return fc.oneof(whole, parts).map((fields) => caseOf(table, JSON.stringify(fields)));
}

const anyTerms = fc.record({ asOf: fc.constantFrom("2015-03-02", "2026-11-22", "2031-01-05"), presume: fc.boolean() });
const shippedCases = fc.constantFrom(...casesIn("tests/cases", shipped).map(({ file: _, ...given }): Case => given));

describe("the record of an answer", () => {
  test.each([
    ["the small table", parking, anyCase(parking, anyFacts(parking)), 150],
    ["the shipped table", shipped, anyCase(shipped, anyFacts(shipped)), 25],
    ["cases of the shipped table", shipped, anyCase(shipped, shippedCases), 60],
  ] as const)("is the same answer while the table is the same: %s", async (_, table, cases, numRuns) => {
    const property = fc.asyncProperty(cases, anyTerms, async (given, terms) => {
      const text = recorded(table, given, terms);
      if (text === undefined) return;
      const { result, exitCode, data } = await verified(table, text);
      expect([result, exitCode, data["differences"]]).toEqual(["same-answer", 0, undefined]);
    });
    await fc.assert(property, { numRuns });
  });

  test("never passes for the same, nor for one under another table, once a letter of it is another", async () => {
    const other = edited(["Only an example.", "Just an example."]);
    const property = fc.asyncProperty(
      anyCase(parking, anyFacts(parking)),
      fc.nat(),
      fc.nat(),
      async (given, at, letter) => {
        const text = recorded(parking, given);
        if (text === undefined) return;
        const changed = withOtherLetter(text, at, letter);
        for (const table of [parking, other]) {
          const { result, exitCode } = await verified(table, changed.text);
          // what only the table of then can tell is not asked of another
          if (table === other && changed.isWording) continue;
          expect([changed.text, result]).not.toEqual([changed.text, "same-answer"]);
          expect([60, 65]).toContain(exitCode);
        }
      },
    );
    await fc.assert(property, { numRuns: 200 });
  });

  test("keeps nothing that its answer does not answer for", () => {
    const text = "title: Mr Smith\nfacts: { sheet: leaflet }\nexpect: { verdict: refer, rule: leaflet }";
    const record = JSON.parse(recorded(parking, caseOf(parking, text)) ?? "");
    expect(Object.keys(record)).toEqual(["schema", "asOf", "presumptions", "table", "tool", "case", "answer"]);
    expect(record.case).toEqual({ facts: { sheet: "leaflet" } });
  });

  test("of parts that all have one reference does not give it to the whole paper", async () => {
    const part = (label: string): string => `{ label: ${label}, particulars: { reference: A } }`;
    const given = caseOf(parking, `facts: { sheet: leaflet }\nparts: [${part("a")}, ${part("b")}]`);
    expect(await verified(parking, recorded(parking, given) ?? "")).toMatchObject({ result: "same-answer" });
  });
});

/** A record with one letter or figure of one text in it changed, be it a name of a field. */
function withOtherLetter(text: string, at: number, letter: number): { text: string; isWording: boolean } {
  const texts = [...text.matchAll(/"(?:[^"\\]|\\.)*"/g)].flatMap(({ 0: quoted, index }) =>
    [...quoted.matchAll(/(?<!\\)[a-z0-9]/gi)].map((found) => index + found.index),
  );
  const index = texts[at % texts.length] as number;
  const others = [..."abcxyz0189"].filter((one) => one !== text[index]);
  const changed = text.slice(0, index) + others[letter % others.length] + text.slice(index + 1);
  return { text: changed, isWording: index > text.indexOf('"answer"') };
}

describe("another edition", () => {
  const OTHER_NOTICE = ["Put the receipt where", "Put your receipt where"] as const;
  const TICKET = "facts: { sheet: ticket, issuer: town, paid: no }\nparticulars: { issued-on: 2026-11-18 }";
  const changes = async (table: CompiledTable, text = TICKET, asOf = TERMS.asOf): Promise<Told> =>
    verified(table, recorded(parking, caseOf(parking, text), { ...TERMS, asOf }) ?? "");

  test("that changes nothing for the case is told as such", async () => {
    const table = edited(OTHER_NOTICE, ['edition: "1"', 'edition: "2"']);
    const told = await changes(table);
    expect(told).toMatchObject({ result: "nothing-changed", exitCode: 0 });
    expect(told.text).toContain("The table has another edition now: 2 (digest");
    expect(told.text).toContain("Nothing has changed for this case.");
  });

  test("that was never named is told apart from one that was", async () => {
    const { text } = await changes(edited(OTHER_NOTICE));
    expect(text).toContain("The table has been edited since, within the same edition");
  });

  test.each<[string, readonly (readonly [string, string])[], readonly string[]]>([
    [
      "a headline",
      [["Pay the town by its day", "Pay the town in time"]],
      [
        "changed since, with the same verdict",
        "The headline was “Pay the town by its day” and is “Pay the town in time”.",
        "The rule town-ticket-unpaid, which decided then, decides now as well, in other words.",
      ],
    ],
    [
      "a verdict",
      [["verdict: appears-lawful\n    headline: Pay", "verdict: refer\n    headline: Pay"]],
      [
        "changed since, with another verdict",
        "The verdict was “Appears lawful” and is “Take advice first”.",
        "decides now as well, with another verdict.",
      ],
    ],
    [
      "a rule that is gone",
      [["id: town-ticket-unpaid", "id: town-ticket"]],
      [
        "The rule town-ticket-unpaid, which decided then, is gone from the table.",
        "The rule town-ticket decides now, and did not apply then or is new.",
        "Appears lawful: The town may ask for money where none was paid.",
      ],
    ],
    [
      "a rule that no longer applies",
      [
        [
          "when: { sheet: ticket, issuer: town, paid: no }",
          "when: { sheet: ticket, issuer: town, paid: yes, shown: no }",
        ],
      ],
      [
        "The rule town-ticket-unpaid, which decided then, is still in the table, and its condition does not hold for this case.",
        "it asks for paid: Had you paid for the place? “Yes”",
        "The rule ticket decides now, and gave way then.",
        "To do no longer: Pay at the town hall. (by 25 November 2026).",
        "To do now: Ask the town hall.",
        "Due no longer: The money is due: 25 November 2026.",
      ],
    ],
    [
      "a rule that gives way",
      [
        [
          "rules:\n",
          "rules:\n  - { id: amnesty, when: { sheet: ticket, paid: no }, overrides: [town-ticket-unpaid, ticket, landlord-ticket], verdict: refer, headline: Wait, because: Nobody collects., cite: [by-law-1], steps: [ask] }\n",
        ],
      ],
      [
        "The rule town-ticket-unpaid, which decided then, is still in the table, and gives way to amnesty.",
        "The rule amnesty decides now, and did not apply then or is new.",
      ],
    ],
    [
      "a rule that is no law on that day",
      [
        [
          "    verdict: appears-lawful\n    headline: Pay",
          "    from: 2027-01-01\n    verdict: appears-lawful\n    headline: Pay",
        ],
      ],
      ["The rule town-ticket-unpaid, which decided then, is still in the table, and is no law on that day"],
    ],
    [
      "a day and a step in other words",
      [
        ["after: 7 days", "after: 9 days"],
        ["do: Pay at the town hall.", "do: Pay it at the town hall."],
      ],
      [
        "was: The money is due: 25 November 2026",
        "is: The money is due: 27 November 2026",
        "was: Pay at the town hall. (by 25 November 2026)",
        "is: Pay it at the town hall. (by 27 November 2026)",
      ],
    ],
    [
      "a notice",
      [["when: { issuer: landlord }", "when: { issuer: town }"]],
      ["To know now: A landlord has to prove the claim."],
    ],
  ])("tells %s", async (_, edits, lines) => {
    const { result, exitCode, text } = await changes(edited(...edits));
    expect([result, exitCode]).toEqual(["changed", 0]);
    for (const line of lines) expect(text).toContain(line);
  });

  test("tells what is taken for granted now and was not", async () => {
    const presume =
      "presume: { values: landlord, says: It is a private place., because: Most are., check: Look at its sign., cite: [by-law-1] }";
    const table = edited([
      "values: { town: The town, landlord: A landlord }",
      `values: { town: The town, landlord: A landlord }\n    ${presume}`,
    ]);
    const { text } = await changes(table, "facts: { sheet: ticket, paid: no }");
    expect(text).toContain("Taken for granted now: It is a private place.");
    expect(text).toContain("To find out no longer: Who issued it?");
  });

  test("tells of several rules that could decide which can no longer, and which can now", async () => {
    const half = "facts: { sheet: ticket, paid: no }";
    const table = edited([
      "issuer: landlord, sheet: ticket, paid-and-shown: no",
      "issuer: landlord, sheet: ticket, paid: yes, shown: no",
    ]);
    const { text } = await changes(table, half);
    expect(text).toContain(
      "The rule landlord-ticket, which could decide then, is still in the table, and its condition does not hold",
    );
    expect(text).not.toContain("The rule town-ticket-unpaid, which could decide then");
    expect(text).toContain("Among those that can decide now and could not then: ticket (Take advice first).");
  });

  test("tells of the part that has changed and of no other", async () => {
    const parts = `${TICKET}\nparts: [{ label: car }, { label: van, facts: { issuer: landlord } }]`;
    const table = edited(["when: { issuer: landlord }", "when: { issuer: town }"]);
    const { text, data } = await changes(table, parts);
    expect((data["changes"] as { part: string }[]).map(({ part }) => part)).toEqual(["car", "van"]);
    expect(text).toMatch(/For car: To know now: A landlord[\s\S]*For van: To know no longer: A landlord/);
  });

  test.each([
    ["a value", ["values: { town: The town, landlord", "values: { city: The town, landlord"]],
    ["a fact", ["  paid:\n    ask", "  payment:\n    ask"]],
  ] as const)("that no longer has %s says so at its place, and what to write", async (what, [from, to]) => {
    const renamed =
      what === "a value"
        ? PARKING.replaceAll("issuer: town", "issuer: city")
        : PARKING.replaceAll(/\bpaid: (?=yes|no)/g, "payment: ");
    const former =
      what === "a value" ? [from, to.replace("values", "former-values: { town: write city }\n    values")] : [from, to];
    const table = tableOf(
      renamed
        .replace(former[0] as string, former[1] as string)
        .replace(
          "\nparticulars:",
          what === "a fact" ? "\nformer-facts: { paid: { instead: write payment } }\n\nparticulars:" : "\nparticulars:",
        ),
    );
    const { result, exitCode, text } = await changes(table);
    expect([result, exitCode]).toEqual(["not-understood", 65]);
    expect(text).toMatch(/OT208 \(line \d+, column \d+\): `(issuer|paid)`/);
    expect(text).toMatch(/help: write (city|payment)$/m);
    expect(text).toContain("Assess it anew as told here, or name the table of then with --rules.");
  });

  test("in which the facts cannot all be true gives no answer", async () => {
    const table = edited(["when: { paid: no, shown: yes }", "when: { paid: no, issuer: town }"]);
    expect(await changes(table)).toMatchObject({ result: "not-understood", exitCode: 65 });
  });
});

describe("an altered record", () => {
  const text =
    recorded(
      parking,
      caseOf(parking, "facts: { sheet: ticket, issuer: town, paid: no }\nparticulars: { reference: A }"),
    ) ?? "";

  test("says what stands in it and what it is", async () => {
    const told = await verified(parking, text.replace("Pay the town by its day", "Throw it away"));
    expect(told).toMatchObject({ result: "another-answer", exitCode: 60 });
    expect(told.text).toContain("NOT the same answer");
    expect(told.text).toContain("Somebody has altered it since it was written.");
    expect(told.text).toContain(
      "answer.headline\n    - in the record: “Throw it away”\n    - it is: “Pay the town by its day”",
    );
  });

  test("does not pass where the case was altered with it, under whatever table", async () => {
    const both = text.replace('"issuer": "town"', '"issuer": "landlord"');
    expect((await verified(parking, both)).text).toContain("answer.facts.issuer");
    const later = edited(["Only an example.", "Just an example."]);
    const told = await verified(later, both);
    expect(told).toMatchObject({ result: "contradicts-itself", exitCode: 60 });
    expect(told.text).toContain("somebody has altered the record since it was written");
  });

  test("may come of another version of the program, which is said", async () => {
    const older = text.replaceAll(/order-triage \d[\d.]*/g, "order-triage 0.0.1");
    expect(await verified(parking, older)).toMatchObject({ result: "same-answer" });
    const told = await verified(parking, older.replace("Pay the town by its day", "Pay them"));
    expect(told.text).toContain("or order-triage 0.0.1 worded answers otherwise than order-triage");
  });
});
