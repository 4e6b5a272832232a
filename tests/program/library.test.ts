import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { execa } from "execa";
import { describe, expect, test } from "vitest";
import { run } from "./run.js";

const library: typeof import("../../src/index.js") = createRequire(import.meta.url)("order-triage");

test("the built library does what the README shows, and answers as the program does", async () => {
  const [, example] = /^```ts\n(.*?)^```$/ms.exec(readFileSync("README.md", "utf8")) as unknown as [string, string];
  const shown = await execa(process.execPath, ["--input-type=module", "--eval", example], { reject: false });
  const same = ["assess", "--instrument", "court-order", "--as-of", "2026-11-22", "--format", "json"];
  const { verdict, headline } = JSON.parse((await run(same)).stdout as string);
  expect(verdict).toBe("cannot-say");
  expect([shown.stdout, shown.stderr]).toEqual([`${verdict} ${headline}`, ""]);
});

describe("the shipped table, compiled ahead", () => {
  const { assess, loadTable, readCase, shippedTable } = library;
  const shipped = shippedTable();
  const read = loadTable({ name: "rules.yaml", text: readFileSync("rules.yaml", "utf8") });
  if (!read.ok) throw new Error("rules.yaml has problems");
  const loaded = read.value;

  test("is what is made of its text, on every day", () => {
    expect(shipped.digest).toBe(loaded.digest);
    expect(shipped.table).toEqual(loaded.table);
    expect(shipped.laws.map(({ from, law }) => ({ from, law }))).toEqual(loaded.laws);
  });

  test.each(readdirSync("examples"))("gives the same answer to %s, on the first day of every law", (file) => {
    const given = readCase({ name: file, text: readFileSync(`examples/${file}`, "utf8") }, shipped);
    if (!given.ok) throw new Error(`${file} cannot be read`);
    for (const { from } of loaded.laws) {
      const answer = assess(shipped, given.value, from);
      expect(answer.ok).toBe(true);
      expect(answer).toEqual(assess(loaded, given.value, from));
    }
  });
});

test("the reader of YAML and the compiler of tables are loaded when somebody calls them", async () => {
  const script = `
    const { assess, loadTable, readCase, shippedTable } = require("order-triage");
    const loaded = () => Object.keys(require.cache).map((path) => require("node:path").basename(path));
    const table = shippedTable();
    const read = (text) => readCase({ name: "case", text }, table);
    console.log(assess(table, read('{"facts":{"instrument":"warrant"}}').value, "2026-11-22").ok, loaded());
    console.log(read("facts: { instrument: warrant }").ok, loaded());
    console.log(loadTable({ name: "rules.yaml", text: "rules: []" }).ok, loaded());`;
  const { stdout } = await execa(process.execPath, ["--eval", script]);
  expect(stdout.replaceAll("'", '"').split("\n")).toEqual([
    'true [ "index.cjs" ]',
    'true [ "index.cjs", "source-read.cjs" ]',
    'false [ "index.cjs", "source-read.cjs", "table-load.cjs" ]',
  ]);
});

describe("a case that a program has put together itself", () => {
  const { assess, readCase, shippedTable } = library;
  const shipped = shippedTable();
  const facts = { instrument: "court-order", power: "pace-schedule-1", "access-conditions": "first" };
  const order = { facts: { ...facts, "records-held": "england", material: "not-about-health" }, particulars: {} };

  test.each([
    ["a value that the fact does not have", { maker: "circuit-jugde" }, "OT203"],
    ["a word for not known among several", { maker: ["circuit-judge", "unknown"] }, "OT203"],
    ["no value at all", { maker: [] }, "OT204"],
    ["a fact that the table does not have", { makr: "circuit-judge" }, "OT202"],
  ])("gets no verdict on %s", (_, wrong, code) => {
    const given = { ...order, facts: { ...order.facts, ...wrong } };
    const inParts = {
      parts: [
        { label: "A", given: order },
        { label: "B", given },
      ],
    };
    for (const one of [given, inParts]) {
      const answer = library.assess(shipped, one as typeof order, "2026-11-22");
      expect(answer.ok ? answer.value.headline : answer.problems.map((problem) => problem.code)).toEqual([code]);
    }
  });

  test("gets none on a day that is no date, nor on a single part", () => {
    const codes = (answer: ReturnType<typeof assess>) =>
      answer.ok ? answer.value.headline : answer.problems.map(({ code }) => code);
    expect(codes(assess(shipped, order, "22/11/2026"))).toEqual(["OT207"]);
    expect(codes(assess(shipped, { parts: [] } as never, "2026-11-22"))).toEqual(["OT205"]);
  });

  test("is understood in any order, and as it would be in a file", () => {
    const given = { ...order, facts: { ...order.facts, maker: ["other-court", "circuit-judge"] } };
    const read = readCase({ name: "case", text: JSON.stringify(given) }, shipped);
    if (!read.ok) throw new Error("it can be read");
    expect(assess(shipped, given, "2026-11-22")).toEqual(assess(shipped, read.value, "2026-11-22"));
    const unknown = { ...order, facts: { ...order.facts, maker: "unknown" } };
    expect(assess(shipped, unknown, "2026-11-22")).toEqual(assess(shipped, order, "2026-11-22"));
  });
});
