import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { SCHEMAS } from "../../src/commands/schema.js";
import { assess, type CompiledTable, loadTable, readCase } from "../../src/index.js";
import type { JsonSchema } from "../../src/report/case-schema.js";
import { readDocument } from "../../src/source/read.js";
import { findShapeFaults } from "../../src/table/shape.js";
import { VERDICTS } from "../../src/table/verdict.js";
import { parsePractice } from "../../src/triage/practice/parse-practice.js";
import { casesIn } from "../law/cases.js";
import { shippedTable } from "../law/shipped.js";
import { run } from "./run.js";

const shipped = shippedTable();
const parking = readFileSync("tests/tables/parking.yaml", "utf8");

const fitsCase = validator(SCHEMAS.case(shipped.table));
const fitsRules = validator(SCHEMAS.rules());

/** Whether data fits a schema. Strict, but for the words that only editors know. */
function validator(schema: JsonSchema, ajv: Ajv = new Ajv({ strict: true, allowUnionTypes: true })) {
  addFormats.default(ajv);
  ajv.addVocabulary(["enumDescriptions", "patternErrorMessage"]);
  return ajv.compile(schema);
}

describe("an empty table of cases", () => {
  test("has a column for each particular and fact, and is read when it is filled in", async () => {
    const template = await run(["schema", "--template", "csv"], { stripFinalNewline: false });
    const stdout = String(template.stdout);
    const { facts, particulars } = shipped.table;
    expect([stdout, template.exitCode]).toEqual([
      `${[...Object.keys(particulars), ...Object.keys(facts)].join(",")}\n`,
      0,
    ]);
    const example = parse(readFileSync("examples/pre-charge-production-order.yaml", "utf8"));
    const stated: Record<string, string> = { ...example.particulars, ...example.facts };
    const row = stdout
      .trimEnd()
      .split(",")
      .map((id) => stated[id] ?? "");
    const options = { stdin: "pipe", input: `${stdout}${row.join(",")}\n` } as const;
    const answer = await run(["batch", "-", "--as-of", "2026-11-22"], options);
    expect(JSON.parse(String(answer.stdout))).toMatchObject({
      reference: stated["reference"],
      rule: example.expect.rule,
      verdict: example.expect.verdict,
    });
  });

  test("is that of the table at hand, and of a case only", async () => {
    const { stdout } = await run(["schema", "case", "--template", "csv", "--rules", "tests/tables/parking.yaml"]);
    expect(stdout).toBe("reference,issued-on,found-on,stated-day,sheet,issuer,paid,shown");
    for (const args of [["rules", "--template", "csv"], ["--template", "xlsx"], []]) {
      expect(await run(["schema", ...args])).toMatchObject({ exitCode: 64, stdout: "" });
    }
  });
});

test("every assessment of a case in parts fits the published JSON Schema, and no other does", () => {
  const validate = validator(SCHEMAS["assessment-in-parts"](), new Ajv2020({ strict: true }));
  const cases = [...casesIn("tests/cases", shipped), ...casesIn("examples", shipped)];
  for (const [index, given] of cases.entries()) {
    const parts = [given, cases.at(index - 1) ?? given].map((one, number) => ({ label: `part ${number}`, given: one }));
    const answer = assess(shipped, { parts }, "2026-11-22");
    if (!answer.ok) throw new Error(given.title);
    expect([validate(JSON.parse(JSON.stringify(answer.value))), validate.errors]).toEqual([true, null]);
    expect(validate(JSON.parse(JSON.stringify(answer.value.parts[0]?.assessment)))).toBe(false);
  }
});

test("every assessment of a case fits the published JSON Schema", () => {
  const validate = validator(SCHEMAS.assessment(), new Ajv2020({ strict: true }));
  const cases = [...casesIn("tests/cases", shipped), ...casesIn("examples", shipped)];
  for (const given of cases) {
    const answer = assess(shipped, given, "2026-11-22");
    if (!answer.ok) throw new Error(given.title);
    expect([given.title, validate(JSON.parse(JSON.stringify(answer.value))), validate.errors]).toEqual([
      given.title,
      true,
      null,
    ]);
  }
  expect(validate({ schema: "order-triage/assessment@1" })).toBe(false);
});

describe("the schema of a case", () => {
  /** Whether the program reads it as a case. */
  // no schema can compare two days: that a period ends before it begins is said by the program alone
  const isCase = (data: unknown): boolean => {
    const read = readCase({ name: "case.json", text: JSON.stringify(data) }, shipped);
    return read.ok || read.problems.every(({ code }) => code === "OT209");
  };

  test("accepts exactly what the program reads", () => {
    fc.assert(
      fc.property(fc.oneof(wholeCase(shipped), mutatedCase(shipped)), (data) => {
        expect(fitsCase(data)).toBe(isCase(data));
      }),
      { numRuns: 3_000 },
    );
  });

  test("accepts every case that is written down", () => {
    for (const folder of ["tests/cases", "examples"]) {
      for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
        if (!name.endsWith(".yaml")) continue;
        const texts = readFileSync(join(folder, name), "utf8").split(/^---$/m);
        for (const text of texts) expect([name, fitsCase(parse(text)), fitsCase.errors]).toEqual([name, true, null]);
      }
    }
  });

  test("is that of the table at hand", () => {
    const table = tableOf(parking);
    const fits = validator(SCHEMAS.case(table.table));
    expect(
      fits({ facts: { sheet: "ticket", paid: true, shown: "NO" }, expect: { verdict: "refer", rule: "ticket" } }),
    ).toBe(true);
    expect(fits({ facts: { instrument: "court-order" } })).toBe(false);
    expect(fits({ facts: { sheet: true } })).toBe(false);
  });
});

test("the schema of a practice accepts exactly what the program reads, but for a name that only a reader knows", () => {
  const fits = validator(SCHEMAS.practice(shipped.table));
  const read = (data: unknown): boolean => {
    const document = readDocument({ name: "practice.json", text: JSON.stringify(data) });
    if (!document.ok) return false;
    const practice = parsePractice(document.value, shipped.table);
    return practice.ok || practice.problems.every(({ code }) => code === "OT206");
  };
  const line = fc.constantFrom(
    "The Surgery",
    "020 7946 0958",
    "a@example.org",
    7,
    "",
    " ",
    "\u0007",
    null,
    [],
    "9".repeat(121),
  );
  const place = fc.constantFrom("england", "wales", "not-ours", "unknown", "Unknown", "nonsense", true, null, "");
  const known = fc.oneof(
    place,
    fc.uniqueArray(fc.constantFrom("england", "wales", "abroad", "patient-uncertain"), { maxLength: 3 }),
    fc.record({ not: fc.constantFrom("england", "not-ours", ["wales", "england"], []) }),
  );
  const practices = fc.record(
    {
      name: line,
      address: line,
      contacts: fc.oneof(
        fc.constantFrom(null, []),
        fc.dictionary(fc.constantFrom("mdo", "out-of-hours", "officer", "mdoo"), line),
      ),
      facts: fc.dictionary(fc.constantFrom("records-held", "records-held", "patient"), known),
      parts: fc.constant([]),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(practices, (data) => {
      expect([data, fits(data)]).toEqual([data, read(data)]);
    }),
    { numRuns: 2_000 },
  );
});

describe("the schema of a rule table", () => {
  const edited = (from: string, to: string): unknown => {
    if (parking.split(from).length !== 2) throw new Error(`not once in the table: ${from}`);
    return parse(parking.replace(from, to));
  };

  test("accepts the tables that the program understands", () => {
    const files = ["rules.yaml", ...readdirSync("tests/tables").map((name) => join("tests/tables", name))];
    for (const file of files.filter((name) => name.endsWith(".yaml"))) {
      const data: unknown = parse(readFileSync(file, "utf8"));
      expect([file, fitsRules(data)]).toEqual([file, findShapeFaults(data).ok]);
    }
  });

  test.each([
    ["a misspelt verdict", "verdict: refer\n    headline: A leaflet", "verdict: reffer\n    headline: A leaflet"],
    [
      "a verdict that only the engine gives",
      "verdict: refer\n    headline: A leaflet",
      "verdict: cannot-say\n    headline: A leaflet",
    ],
    ["words for a verdict that is none", "  refer: { headline", "  referred: { headline"],
    ["a misspelt field", "    because: A leaflet is not a ticket.", "    becuase: A leaflet is not a ticket."],
    ["a field left out", "    because: A leaflet is not a ticket.\n", ""],
    ["a field left blank", "headline: A leaflet asks for nothing", "headline:"],
    ["text without a word", "headline: A leaflet asks for nothing", 'headline: ""'],
    ["a list where text belongs", "headline: A leaflet asks for nothing", "headline: [A leaflet]"],
    ["a condition that is no condition", "when: { sheet: leaflet }", "when: { sheet: { is: leaflet } }"],
    ["an empty list of values", "when: { sheet: leaflet }", "when: { sheet: [] }"],
    ["a date that is no date", "reviewed-on: 2026-01-01", "reviewed-on: 2026-02-30"],
    ["an id that is no id", "id: landlord-ticket", "id: Landlord ticket"],
    ["a fact whose id is no id", "  sheet:\n    ask", "  Sheet:\n    ask"],
    ["part of a day", "after: 7 days", "after: 7.5 days"],
    ["an urgency that is neither yes nor no", "urgent: yes", "urgent: very"],
    ["a fact without answers", "values: { ticket: A ticket, leaflet: A leaflet }", "values: {}"],
    ["an address that is no web page", '{ citation: "By-laws, 1",', '{ citation: One, url: "javascript:x",'],
    ["a section that is none", "\ninvariants:\n", "\npromises:\n"],
  ])("refuses %s, as the program does", (_, from, to) => {
    const data = edited(from, to);
    expect(findShapeFaults(data).ok).toBe(false);
    expect(fitsRules(data)).toBe(false);
  });
});

function tableOf(text: string): CompiledTable {
  const loaded = loadTable({ name: "rules.yaml", text });
  if (!loaded.ok) throw new Error(loaded.problems.map(({ message }) => message).join("\n"));
  return loaded.value;
}

type Fields = Record<string, unknown>;

/** Cases as somebody who knows the table writes them. */
function wholeCase({ table }: CompiledTable): fc.Arbitrary<Fields> {
  const some = (fields: Record<string, fc.Arbitrary<unknown>>) => fc.record(fields, { requiredKeys: [] });
  const facts = Object.entries(table.facts).map(
    ([id, { values }]) => [id, word([...Object.keys(values), "unknown"])] as const,
  );
  const particulars = Object.entries(table.particulars).map(
    ([id, { kind }]) => [id, kind === "date" ? fc.constantFrom(...days) : fc.constantFrom(...texts)] as const,
  );
  const notice = word(Object.keys(table.notices));
  const known = {
    facts: fc.option(some(Object.fromEntries(facts))),
    particulars: fc.option(some(Object.fromEntries(particulars))),
    expect: fc.record(
      {
        verdict: word(Object.keys(VERDICTS)),
        rule: word(table.rules.map(({ id }) => id)),
        notices: fc.oneof(notice, fc.array(notice, { maxLength: 3 })),
        deadline: fc.constantFrom(...days),
      },
      { requiredKeys: ["verdict"] },
    ),
  };
  const parts = fc
    .tuple(fc.subarray(["child A", "B", 3, " d "], { minLength: 2 }), fc.array(some(known), { minLength: 4 }))
    .map(([labels, all]) => labels.map((label, index) => ({ label, ...all[index] })));
  return some({ title: fc.constantFrom(...texts), ...known, parts });
}

const texts = ["GP-2026-041", " a b ", 7, 0.5];
const days = [
  ...["2018-01-01", "2026-11-22", "2028-02-29", "2060-12-31"],
  ...[
    "2026-11-22 00:00",
    "2026-11-22 00:00:00",
    "2026-11-22T00:00:00Z",
    "2026-11-22T00:00:00.000Z",
    "2026-11-22T00:00+00:00",
  ],
];

/** A word of a list as it may be spelt. */
function word(ids: readonly string[]): fc.Arbitrary<unknown> {
  const spelt = (id: string): unknown[] => [
    id,
    id,
    ` ${id}\t`,
    ...(/^(yes|no|unknown)$/.test(id) ? [id.toUpperCase(), id === "yes"] : []),
  ];
  return fc.constantFrom(...ids).chain((id) => fc.constantFrom(...spelt(id)));
}

/** The same with something done to it in one place, at any depth; most of what can be done makes it no case. */
function mutatedCase(table: CompiledTable): fc.Arbitrary<unknown> {
  return fc.tuple(wholeCase(table), fc.nat(), fc.constantFrom(...mutations)).map(([given, at, mutate]) => {
    const whole = { it: structuredClone(given) };
    const places = placesIn(whole);
    mutate(...(places[at % places.length] as Place));
    return JSON.parse(JSON.stringify(whole.it ?? null));
  });
}

type Place = readonly [holder: Fields, key: string];

function placesIn(data: unknown): Place[] {
  if (typeof data !== "object" || data === null) return [];
  return Object.entries(data).flatMap(([key, inner]) => [[data as Fields, key] as const, ...placesIn(inner)]);
}

const wrong = ["nonsense", "", "  ", null, true, false, 7, {}, [], "unknown", "cannot-say", "all"];
const wrongDays = [
  "2017-12-31",
  "2061-01-01",
  "2026-02-29",
  "2026-1-2",
  "22/11/2026",
  " 2026-11-22",
  20261122,
  "2026-11-31",
  "2026-00-10",
];
const wrongTimes = [
  "2026-11-22T09:30:00Z",
  "2026-11-22T00:00:00+01:00",
  "2026-11-22T",
  "2026-02-30 00:00:00",
  "00:00:00",
];

const mutations: readonly ((...place: Place) => void)[] = [
  ...[...wrong, ...wrongDays, ...wrongTimes].map((value) => (holder: Fields, key: string) => {
    holder[key] = value;
  }),
  (holder, key) => {
    holder[key] = [holder[key]];
  },
  (holder, key) => {
    holder[key] = { not: holder[key] };
  },
  (holder, key) => {
    delete holder[key];
  },
  (holder, key) => {
    holder[`${key}s`] = holder[key];
  },
  (holder) => {
    holder["patient-name"] = "J. Doe";
  },
];
