import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { formatSql } from "../../src/format/sql.js";
import { type CompiledTable, loadTable, VERDICTS } from "../../src/index.js";
import { DIALECTS, type DialectName } from "../../src/report/table/export/dialects.js";
import { sqlTable } from "../../src/report/table/export/sql.js";
import { draftLaw, packLaw } from "../../src/table/compile.js";
import { lawOn } from "../../src/table/compiled.js";
import { BEGINNING } from "../../src/table/in-force.js";
import { decide, isContradiction } from "../../src/triage/decide.js";
import { paths } from "../diagram/paths.js";
import { shippedTable } from "../law/shipped.js";
import { casesByEdge, factsOf } from "../law/situations.js";
import { run } from "../program/run.js";
import { everyPart, type Facts, soundTable } from "../table/small-tables.js";
import { type Answer, type Database, openDuckdb, type Row } from "./duckdb.js";

const DAY = "2026-11-22";
const IMPOSSIBLE = "these facts cannot all be true";

let database: Database;
beforeAll(async () => {
  database = await openDuckdb();
});

function tableIn(name: string, change: (text: string) => string = (text) => text): CompiledTable {
  const loaded = loadTable({ name, text: change(readFileSync(`tests/tables/${name}`, "utf8")) });
  if (!loaded.ok) throw new Error(loaded.problems.map(({ message }) => message).join("\n"));
  return loaded.value;
}

const sqlOf = (compiled: CompiledTable, day = DAY, dialect: DialectName = "duckdb"): string =>
  formatSql(sqlTable(compiled, { file: "rules.yaml", asOf: day, tool: "0.1.0", dialect }, 65));

function answers(compiled: CompiledTable, rows: readonly Row[], day = DAY): Promise<Answer[]> {
  return database.assess(sqlOf(compiled, day), Object.keys(compiled.table.facts), rows);
}

/** What the tool says. */
function decided(compiled: CompiledTable, facts: Facts, day = DAY): Answer {
  const decision = decide(compiled, { facts, particulars: {} }, day, false);
  if (isContradiction(decision)) return { verdict: null, rule: null, exit_code: 65, error: IMPOSSIBLE };
  const { verdict, possible } = decision;
  const rule = possible.length === 1 ? (possible[0]?.id ?? null) : null;
  return { verdict, rule, exit_code: VERDICTS[verdict].exitCode, error: null };
}

async function agree(compiled: CompiledTable, cases: readonly Facts[], day = DAY): Promise<void> {
  const given = await answers(compiled, cases, day);
  const wrong = cases.flatMap((facts, index) => {
    const [said, due] = [given[index], decided(compiled, facts, day)];
    return JSON.stringify(said) === JSON.stringify(due) ? [] : [{ facts, said, due }];
  });
  expect(wrong).toEqual([]);
  expect(given.length).toBe(cases.length);
}

/** Facts, and once without each of those that were known. */
function withEachUnknown(facts: Facts): Facts[] {
  const without = (id: string) => Object.fromEntries(Object.entries(facts).filter(([other]) => other !== id));
  return [facts, ...Object.keys(facts).map(without)];
}

test.each(["parking.yaml", "ferry.yaml"])("%s: the database says what the tool says, whatever is known", (name) => {
  const compiled = tableIn(name);
  return agree(compiled, everyPart(compiled.table));
});

test.each(["parking.yaml", "ferry.yaml"])("%s: on every path of the diagram, and just short of its end", (name) => {
  const compiled = tableIn(name);
  const law = lawOn(compiled, DAY);
  const cases = [...paths(law.graph, law.roots.outcome)].map((situation) => factsOf(compiled, law, situation));
  return agree(compiled, cases.flatMap(withEachUnknown));
});

describe("the shipped table", () => {
  const compiled = shippedTable();

  test.each(compiled.laws)("from $from: on every edge of the diagram", ({ from, law }) => {
    const cases = casesByEdge(compiled, law);
    expect(cases.length).toBeGreaterThan(law.factOrder.length);
    return agree(compiled, [{}, ...cases], from);
  });

  test("in thousands of cases, much of which is unknown", async () => {
    const some = fc.record(
      Object.fromEntries(
        Object.entries(compiled.table.facts).map(([id, { values }]) => [id, fc.constantFrom(...Object.keys(values))]),
      ),
      { requiredKeys: [] },
    ) as fc.Arbitrary<Facts>;
    await agree(compiled, fc.sample(some, { numRuns: 3_000, seed: 1 }));
  });
});

test("a random table is told as it is, with unknown facts, things that cannot be and rules that give way", async () => {
  await fc.assert(
    fc.asyncProperty(soundTable, async (table) => {
      const law = packLaw(draftLaw(table, DAY));
      await agree({ table, digest: "", laws: [{ from: BEGINNING, law }] }, everyPart(table));
    }),
    { numRuns: 60 },
  );
});

describe("a row that is refused", () => {
  const compiled = tableIn("parking.yaml");
  const settled = { sheet: "leaflet", issuer: "town", paid: "yes", shown: "yes" };
  const refused = (error: string): Answer => ({ verdict: null, rule: null, exit_code: 65, error });
  test.each([
    [
      "a value that the fact does not have",
      { paid: "perhaps" },
      "`paid`: `perhaps` is not one of `yes`, `no`, `unknown`",
    ],
    [
      "another case of letters",
      { sheet: "Leaflet" },
      "`sheet`: `Leaflet` is not one of `ticket`, `leaflet`, `unknown`",
    ],
    ["an end to the text", { shown: "yes'; --" }, "`shown`: `yes'; --` is not one of `yes`, `no`, `unknown`"],
    ["facts that cannot all be true", { paid: "no" }, IMPOSSIBLE],
  ])("has %s, and says so", async (_, change, error) => {
    expect(await answers(compiled, [settled, { ...settled, ...change }])).toEqual([
      { verdict: "refer", rule: "leaflet", exit_code: 31, error: null },
      refused(error),
    ]);
  });

  test.each(["unknown", "Unknown", " UNKNOWN ", "", "  "])("is not one that says nothing by `%s`", async (written) => {
    const unknown = Object.fromEntries(Object.keys(settled).map((id) => [id, written]));
    const said = { verdict: "cannot-say", rule: null, exit_code: 30, error: null };
    expect(await answers(compiled, [unknown, {}])).toEqual([said, said]);
  });

  test("is not one whose texts have blanks around them", async () => {
    const said = { verdict: "refer", rule: "leaflet", exit_code: 31, error: null };
    expect(await answers(compiled, [{ ...settled, sheet: " leaflet", paid: "yes  " }])).toEqual([said]);
  });

  test("is one whatever a column takes to be the same", async () => {
    await database.run(
      "CREATE OR REPLACE TABLE cases AS SELECT 1 AS case_id, 'Leaflet' COLLATE NOCASE AS sheet, 'town' AS issuer, 'yes' AS paid, 'yes' AS shown",
    );
    const [said] = await database.run(sqlOf(compiled));
    expect(said).toMatchObject({ verdict: null, exit_code: 65, error: expect.stringContaining("`Leaflet`") });
  });

  test("no column may be missing: a fact that is misspelt is not an unknown one", async () => {
    await database.run("CREATE OR REPLACE TABLE cases AS SELECT 1 AS case_id, 'ticket' AS sheet, 'yes' AS payed");
    await expect(database.run(sqlOf(compiled))).rejects.toThrow(/"cases" does not have a column named "issuer"/);
  });
});

test("the law is that of the day", async () => {
  const dated = tableIn("parking.yaml", (text) =>
    text.replace("  - id: leaflet\n", "  - id: leaflet\n    to: 2026-06-30\n").replace(
      "rules:\n",
      `rules:
  - id: leaflet-of-late
    when: { sheet: leaflet }
    overrides: all
    from: 2026-07-01
    verdict: refer
    headline: A leaflet is none of our business
    because: It was decided so.
    cite: []
    steps: [ask]
`,
    ),
  );
  const rules = async (day: string) => (await answers(dated, [{ sheet: "leaflet" }], day)).map(({ rule }) => rule);
  expect([await rules("2026-06-30"), await rules("2026-07-01")]).toEqual([["leaflet"], ["leaflet-of-late"]]);
  expect(sqlOf(dated, "2026-06-30")).toContain("-- Law of 30 June 2026, the same until 30 June 2026.\n");
  expect(sqlOf(dated, "2026-07-02")).toContain("-- Law of 2 July 2026, the same since 1 July 2026.\n");
});

test("the columns that the comment shows are those that the expression reads", async () => {
  const compiled = tableIn("ferry.yaml");
  const [shown] = /^-- CREATE TABLE[^;]*;$/m.exec(sqlOf(compiled)) as unknown as [string];
  await database.run(`DROP TABLE IF EXISTS cases; ${shown.replaceAll(/^-- /gm, "")}`);
  await database.run("INSERT INTO cases BY NAME SELECT 'A-1' AS case_id, 'storm' AS weather");
  expect(await database.run(sqlOf(compiled))).toEqual([
    { case_id: "A-1", verdict: "out-of-scope", rule: "red-flag", exit_code: 50, error: null },
  ]);
});

test("a fact may be called as columns might be", async () => {
  const compiled = tableIn("parking.yaml", (text) =>
    text
      .replaceAll(/\bpaid\b/g, "f0")
      .replaceAll(/\bshown\b/g, "refusal")
      .replaceAll(/\bissuer\b/g, "n1"),
  );
  expect(Object.keys(compiled.table.facts)).toEqual(expect.arrayContaining(["f0", "refusal", "n1"]));
  await agree(compiled, everyPart(compiled.table));
});

test("words of a table end neither the comment nor the expression", async () => {
  const compiled = tableIn("parking.yaml", (text) =>
    text.replace("jurisdiction: A small town", 'jurisdiction: "A town\\r\\n); DROP TABLE cases; --\\u2028\'"'),
  );
  expect(await answers(compiled, [{ sheet: "leaflet" }])).toEqual([decided(compiled, { sheet: "leaflet" })]);
  expect(await database.run("SELECT count(*)::INTEGER AS n FROM cases")).toEqual([{ n: 1 }]);
});

test("texts are read as `batch` reads the cells of a spreadsheet", async () => {
  const written = ["nobody", "nobody ", " nobody", "Unknown", "UNKNOWN", " ", "", "nobodies"];
  const compiled = shippedTable();
  const folder = mkdtempSync(join(tmpdir(), "order-triage-"));
  const register = join(folder, "register.csv");
  writeFileSync(register, `reference,charged,records-held\n${written.map((one) => `R,"${one}",scotland\n`).join("")}`);
  const { stdout } = await run(["batch", register, "--format", "ndjson", "--as-of", DAY, "--no-presumptions"]);
  const due = String(stdout)
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line).verdict ?? null);
  const rows = written.map((charged) => ({ charged, "records-held": "scotland" }));
  expect((await answers(compiled, rows)).map(({ verdict }) => verdict)).toEqual(due);
  expect(due).toEqual([...Array(7).fill("out-of-scope"), null]);
});

describe.each(Object.keys(DIALECTS) as DialectName[])("for %s", (dialect) => {
  test("it is said for which database the text is", () => {
    expect(sqlOf(tableIn("parking.yaml"), DAY, dialect)).toContain(`as one SQL expression for ${DIALECTS[dialect]}.\n`);
  });

  test("a large table has fewer columns than databases take", async () => {
    const { syntheticTable } = await import("../../bench/synthetic-table.mjs" as string);
    const loaded = loadTable({ name: "rules.yaml", text: JSON.stringify(syntheticTable(1_600)) });
    if (!loaded.ok) throw new Error("not a sound table");
    const [, query = ""] = sqlOf(loaded.value, DAY, dialect).split("\n\n");
    const widths = query.split(/^\w+ AS \($/m).map((step) => step.split(",\n  ").length);
    expect(Math.max(...widths)).toBeLessThan(1_664);
  });
});
