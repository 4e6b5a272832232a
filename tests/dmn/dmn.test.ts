import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { validateXML } from "xmllint-wasm";
import { formatDmn } from "../../src/format/dmn/dmn.js";
import { type CompiledTable, loadTable } from "../../src/index.js";
import { dmnModel } from "../../src/report/table/export/dmn.js";
import { draftLaw, IMPOSSIBLE, packLaw } from "../../src/table/compile.js";
import { lawOn } from "../../src/table/compiled.js";
import { BEGINNING } from "../../src/table/in-force.js";
import type { Table } from "../../src/table/table.js";
import { decide, isContradiction } from "../../src/triage/decide.js";
import { startChromium } from "../browser/chromium.js";
import { pathsByWay } from "../diagram/paths.js";
import { shippedTable } from "../law/shipped.js";
import { factsOf } from "../law/situations.js";
import { everyPart, type Facts, soundTable } from "../table/small-tables.js";
import { type Model, newEngine, readModel, writeModel } from "./engine.mjs";
import { newTablesEngine } from "./tables-engine.mjs";

const DAY = "2026-11-28";

/** An interpreter takes its time for so many cases. */
const MANY_MS = 900_000;

/** Where a file of a package is that is installed for these tests. */
const fileIn = createRequire(import.meta.url).resolve;

const dmnOf = (compiled: CompiledTable): string =>
  formatDmn(dmnModel(compiled, { file: "rules.yaml", asOf: DAY, tool: "0.1.0" }));

interface Answer {
  readonly verdict: string | null;
  readonly rule: string | null;
  readonly error: string | null;
}

/** What the tool says. */
function decided(compiled: CompiledTable, facts: Facts): Answer {
  const decision = decide(compiled, { facts, particulars: {} }, DAY, false);
  if (isContradiction(decision)) return { verdict: null, rule: null, error: "these facts cannot all be true" };
  const { verdict, possible } = decision;
  return { verdict, rule: possible.length === 1 ? (possible[0]?.id ?? null) : null, error: null };
}

/** A case as a model takes it: what is not known is said to be. */
function asCase({ facts }: Table, stated: Facts): Record<string, unknown> {
  return Object.fromEntries(Object.keys(facts).map((id) => [id.replaceAll("-", "_"), stated[id] ?? "unknown"]));
}

/** Whether a model says what the tool says. */
function agree(compiled: CompiledTable, model: Model, cases: readonly Facts[]): void {
  expect(model.warnings).toEqual([]);
  const evaluate = newEngine(model);
  const wrong = cases.flatMap((facts) => {
    const said = evaluate("answer", { case: asCase(compiled.table, facts) });
    const due = decided(compiled, facts);
    return JSON.stringify(said) === JSON.stringify(due) ? [] : [{ facts, said, due }];
  });
  expect(wrong).toEqual([]);
}

function tableIn(name: string, change: (text: string) => string = (text) => text): CompiledTable {
  const loaded = loadTable({ name, text: change(readFileSync(`tests/tables/${name}`, "utf8")) });
  if (!loaded.ok) throw new Error(loaded.problems.map(({ message }) => message).join("\n"));
  return loaded.value;
}

test.each(["parking.yaml", "ferry.yaml"])("%s: the engine says what the tool says, whatever is known", async (name) => {
  const compiled = tableIn(name);
  agree(compiled, await readModel(dmnOf(compiled)), everyPart(compiled.table));
});

test("a random table is told as it is, with unknown facts, things that cannot be and rules that give way", async () => {
  await fc.assert(
    fc.asyncProperty(soundTable, async (table) => {
      const law = packLaw(draftLaw(table, DAY));
      const compiled = { table, digest: "", laws: [{ from: BEGINNING, law }] };
      agree(compiled, await readModel(dmnOf(compiled)), everyPart(table));
    }),
    { numRuns: 30 },
  );
});

describe("the shipped table", () => {
  const compiled = shippedTable();
  const { table } = compiled;
  const xml = dmnOf(compiled);
  let model: Model;
  beforeAll(async () => {
    model = await readModel(xml);
  });

  const some = fc.record(
    Object.fromEntries(
      Object.entries(table.facts).map(([id, { values }]) => [id, fc.constantFrom(...Object.keys(values))]),
    ),
    { requiredKeys: [] },
  ) as fc.Arbitrary<Facts>;

  test("on every path of the diagram", { timeout: MANY_MS }, () => {
    const law = lawOn(compiled, DAY);
    const cases = [...pathsByWay(law.graph, law.roots.outcome, IMPOSSIBLE)].map((situation) =>
      factsOf(compiled, law, situation),
    );
    expect(cases.length).toBeGreaterThan(5_000);
    agree(compiled, model, cases);
  });

  test("in thousands of cases, much of which is unknown", { timeout: MANY_MS }, () =>
    agree(compiled, model, [{}, ...fc.sample(some, { numRuns: 2_000, seed: 1 })]),
  );

  test("its tables let the same rules through in another engine", async () => {
    const [evaluate, possible] = [newEngine(model), await newTablesEngine(xml)];
    const distinct = (outcomes: unknown): string[] =>
      [...new Set((outcomes as { rule: string; verdict: string }[]).map((one) => `${one.rule} ${one.verdict}`))].sort();
    for (const facts of fc.sample(some, { numRuns: 20, seed: 2 })) {
      const given = { case: asCase(table, facts) };
      expect(distinct(possible(given))).toEqual(distinct(evaluate("possible", given)));
    }
  });

  test("it is DMN 1.3 by its schema", async () => {
    const folder = join(dirname(fileIn("dmn-moddle/package.json")), "resources/dmn/xsd");
    const files = ["DMN13.xsd", "DMNDI13.xsd", "DC.xsd", "DI.xsd"].map((fileName) => ({
      fileName,
      contents: readFileSync(`${folder}/${fileName}`, "utf8"),
    }));
    const { errors } = await validateXML({
      xml: { fileName: "rules.dmn", contents: xml },
      schema: files.slice(0, 1),
      preload: files.slice(1),
      maxMemoryPages: 8192,
    });
    expect(errors).toEqual([]);
  });

  test("a modeller loses nothing of it", async () => {
    const again = await readModel(await writeModel(model));
    expect(again.warnings).toEqual([]);
    expect(await writeModel(again)).toBe(await writeModel(model));
    expect(again.decisions.map(({ id }) => id)).toEqual([...xml.matchAll(/<decision id="(\w+)"/g)].map(([, id]) => id));
    const { verdict, rule } = newEngine(again)("answer", { case: asCase(table, {}) }) as Answer;
    expect([verdict, rule]).toEqual(["cannot-say", null]);
  });

  test("the reasons and the sources of a rule come with it", () => {
    const evaluate = newEngine(model);
    const facts = fc.sample(some, { numRuns: 500, seed: 3 }).find((one) => decided(compiled, one).rule !== null) ?? {};
    const { rule } = decided(compiled, facts);
    const { headline, cite } = table.rules.find(({ id }) => id === rule) ?? {};
    const said = evaluate("reasons", { case: asCase(table, facts) }) as Record<string, string>;
    expect(headline).toBeDefined();
    expect(said["headline"]).toBe(headline);
    for (const id of cite ?? []) expect(said["sources"]).toContain(table.sources[id]?.citation);
  });

  test("a modeller draws each decision, and a table with the questions over it", async () => {
    const script = readFileSync(fileIn("dmn-js/dist/dmn-viewer.production.min.js"), "utf8");
    const browser = startChromium();
    try {
      const page = await browser.open(
        `<!DOCTYPE html><div id="here" style="height:900px"></div><script>${script}</script>`,
      );
      await page.evaluate(`(async () => {
        window.viewer = new DmnJS({ container: "#here" });
        const { warnings } = await viewer.importXML(${JSON.stringify(xml)});
        if (warnings.length > 0) throw new Error(warnings.map(({ message }) => message).join());
      })()`);
      const shapes: string[] = await page.evaluate(
        `viewer.getActiveViewer().get("elementRegistry").getAll().map(({ id }) => id)`,
      );
      for (const { id } of model.decisions) expect(shapes).toContain(id);
      const needs = [...xml.matchAll(/<informationRequirement id="([^"]*)"/g)].map(([, id]) => id);
      expect(shapes).toEqual(expect.arrayContaining(needs));
      await page.evaluate(`viewer.open(viewer.getViews().find(({ element }) => element.id === "answer"))`);
      expect(await page.evaluate(`document.querySelector("#here").textContent`)).toContain(
        "How many verdicts are possible?",
      );
      // what it is drawn with says of itself how it was built
      expect(page.complaints.filter((one) => !one.includes("Inferno"))).toEqual([]);
    } finally {
      await browser.close();
    }
  });
});

describe("a case that is refused", () => {
  const compiled = tableIn("parking.yaml");
  const settled = { sheet: "leaflet", issuer: "town", paid: "yes", shown: "yes" };
  const [incomplete, impossible] = [
    "a fact has none of its answers and is not said to be `unknown`",
    "these facts cannot all be true",
  ];
  const answer = async (given: object) => newEngine(await readModel(dmnOf(compiled)))("answer", { case: given });

  test.each([
    ["has an answer that the fact does not have", { ...settled, paid: "perhaps" }, incomplete],
    ["has another case of letters", { ...settled, sheet: "Leaflet" }, incomplete],
    ["has a blank", { ...settled, issuer: "" }, incomplete],
    ["has null", { ...settled, issuer: null }, incomplete],
    ["lacks a fact, though it would not matter", { sheet: "leaflet", issuer: "town", paid: "yes" }, incomplete],
    ["lacks every fact", {}, incomplete],
    ["cannot be", { ...settled, paid: "no" }, impossible],
  ])("%s", async (_, given, error) => {
    expect(await answer(given)).toEqual({ verdict: null, rule: null, error });
  });

  test("is not one whose facts are said to be unknown", async () => {
    const unknown = Object.fromEntries(Object.keys(settled).map((id) => [id, "unknown"]));
    expect(await answer(unknown)).toEqual({ verdict: "cannot-say", rule: null, error: null });
    expect(await answer({ ...unknown, sheet: "leaflet" })).toEqual({ verdict: "refer", rule: "leaflet", error: null });
  });
});

test("words of a table become neither markup nor expressions", async () => {
  const compiled = tableIn("parking.yaml", (text) =>
    text
      .replace("A ticket may have reasons", 'A </text> "ticket" & \\ may have reasons')
      .replace("Ask somebody about this ticket", "Ask </description> somebody"),
  );
  const model = await readModel(dmnOf(compiled));
  expect(model.warnings).toEqual([]);
  const given = { case: { sheet: "ticket", issuer: "town", paid: "yes", shown: "no" } };
  const { rule } = newEngine(model)("answer", given) as Answer;
  const { headline, because } = compiled.table.rules.find(({ id }) => id === rule) ?? {};
  expect(rule).toBe(decided(compiled, given.case).rule);
  expect([headline, because]).toEqual([expect.stringContaining("</description>"), expect.stringContaining("\\")]);
  expect(newEngine(model)("reasons", given)).toMatchObject({ headline, because });
});
