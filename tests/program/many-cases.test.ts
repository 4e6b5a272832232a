import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { execa } from "execa";
import { beforeEach, describe, expect, test } from "vitest";
import { assess, VERDICTS } from "../../src/index.js";
import { lawOn } from "../../src/table/compiled.js";
import { shippedTable } from "../law/shipped.js";
import { casesByEdge } from "../law/situations.js";
import { onPosix } from "./posix.js";
import { program, run } from "./run.js";

const recipes = readFileSync("docs/many-cases.md", "utf8");
const today = new Date().toISOString().slice(0, 10);
const compiled = shippedTable();
const cases = casesByEdge(compiled, lawOn(compiled, today));
const ids = Object.keys(compiled.table.facts);

/** The block of the document in which these words stand. */
function block(words: string): string {
  const blocks = [...recipes.matchAll(/^```\w+\n(.*?)^```$/gms)].map(([, text]) => text as string);
  const found = blocks.filter((text) => text.includes(words));
  if (found.length !== 1) throw new Error(`not in one block: ${words}`);
  return found[0] as string;
}

/** As DuckDB's own program: runs the SQL that comes in, on a database in a file, and prints the last result as JSON. */
const DUCKDB = `#!${process.execPath}
const { DuckDBInstance } = require(${JSON.stringify(createRequire(import.meta.url).resolve("@duckdb/node-api"))});
const sql = require("node:fs").readFileSync(0, "utf8");
DuckDBInstance.create(process.argv[2])
  .then((database) => database.connect())
  .then((connection) => connection.runAndReadAll(sql))
  .then((result) => console.log(JSON.stringify(result.getRowObjectsJson())));
`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "order-triage-"));
  mkdirSync(join(folder, "bin"));
  if (onPosix) symlinkSync(program, join(folder, "bin/order-triage"));
  writeFileSync(join(folder, "bin/duckdb"), DUCKDB, { mode: 0o755 });
});

function shell(script: string) {
  const env = { PATH: [join(folder, "bin"), process.env["PATH"]].join(delimiter), NO_COLOR: "1", HOME: folder };
  return execa("bash", ["-euo", "pipefail", "-c", script], { cwd: folder, env, stdin: "ignore", reject: false });
}

/** The verdict of each case, or none where the facts cannot all be true. */
const verdicts = cases.map((facts) => {
  const assessed = assess(compiled, { facts, particulars: {} }, today);
  return assessed.ok ? assessed.value.verdict : null;
});

test.runIf(onPosix)(
  "the recipe for a spreadsheet: what is filled in is answered, whatever columns there are besides",
  async () => {
    expect(await shell(block("--template csv"))).toMatchObject({ exitCode: 0, stderr: "" });
    const path = join(folder, "register.csv");
    const [header = "", ...none] = readFileSync(path, "utf8").split("\n");
    const cell = (name: string): string =>
      ({ reference: "007", "served-on": "18/11/2026", instrument: "Court order", "records-held": "Scotland" })[name] ??
      "";
    const row = header.split(",").map(cell);
    writeFileSync(path, `${[header, ...none].join("").replaceAll(",", ";")};Handler;Notes;\n${row.join(";")};x;y;\n`);
    const { exitCode, stderr } = await shell(block("--ignore-columns"));
    expect([exitCode, stderr]).toEqual([50, "1 record: 1 out-of-scope."]);
    expect(readFileSync(join(folder, "answers.csv"), "utf8")).toContain("register.csv:2,007,out-of-scope,50,");
  },
);

describe.runIf(onPosix)("the recipe for DuckDB", () => {
  const sql = (text: string) => shell(`duckdb register.duckdb << 'END'\n${text}\nEND\n`);
  const csvOf = (rows: readonly (readonly string[])[]): string => rows.map((row) => `${row.join()}\n`).join("");

  beforeEach(async () => {
    expect(await shell(block("| duckdb register"))).toMatchObject({ exitCode: 0 });
  });

  test("gives each row of a register the verdict of `assess`", async () => {
    const stated = ids.filter((id) => cases.some((facts) => id in facts));
    const rows = cases.map((facts, index) => [`R-${index}`, ...stated.map((id) => facts[id] ?? "")]);
    writeFileSync(join(folder, "register.csv"), csvOf([["reference", ...stated], ...rows]));
    expect(await sql(block("INSERT INTO cases"))).toMatchObject({ exitCode: 0, stderr: "" });
    const { stdout } = await sql("FROM 'assessed.parquet' ORDER BY substr(case_id, 3)::INTEGER");
    const due = verdicts.map((verdict, index) => ({
      case_id: `R-${index}`,
      verdict,
      exit_code: verdict === null ? 65 : VERDICTS[verdict].exitCode,
    }));
    const said = JSON.parse(stdout) as Record<string, unknown>[];
    expect(said.map(({ case_id, verdict, exit_code }) => ({ case_id, verdict, exit_code }))).toEqual(due);
  });

  test("takes no column that is not a fact", async () => {
    writeFileSync(
      join(folder, "register.csv"),
      csvOf([
        ["reference", `${ids[0]}s`],
        ["R-1", "unknown"],
      ]),
    );
    const { exitCode, stderr } = await sql(block("INSERT INTO cases"));
    expect([exitCode, stderr]).toEqual([1, expect.stringContaining(`${ids[0]}s`)]);
  });
});

test.runIf(hasSqlite())("the recipe for SQLite: the case that is asked for is answered", async () => {
  const rows = cases.map((facts, index) => [
    `R-${index}`,
    ...lawOn(compiled, today).factOrder.map((id) => facts[id] ?? ""),
  ]);
  const header = ["reference", ...lawOn(compiled, today).factOrder];
  writeFileSync(join(folder, "register.csv"), [header, ...rows].map((row) => `${row.join()}\n`).join(""));
  const { stdout, exitCode } = await shell(block("--dialect sqlite"));
  expect([exitCode, stdout]).toEqual([0, expect.stringMatching(new RegExp(`^R-1\\|${verdicts[1]}\\|`, "m"))]);
});

describe("the expression", () => {
  test("is the same to the letter each time, for the day that is named", async () => {
    const args = ["rules", "table", "--format", "sql", "--as-of", "2026-11-22"];
    const [first, second] = [await run(args), await run(args)];
    expect(first.exitCode).toBe(0);
    expect(first.stdout).toBe(second.stdout);
    expect(first.stdout).toContain("\n-- Law of 22 November 2026");
  });

  test("is not asked for in vain of a table that cannot be read", async () => {
    const { exitCode, all } = await run(["rules", "table", "--format", "sql", "--rules", "no-such.yaml"]);
    expect([exitCode, all]).toEqual([78, expect.stringContaining("no-such.yaml")]);
  });

  test.each(["text", "html"])("alone has a dialect, and not %s", async (format) => {
    const { exitCode, all } = await run(["rules", "table", "--dialect", "sqlite", "--format", format]);
    expect([exitCode, all]).toEqual([64, expect.stringContaining("option '--dialect' goes with --format sql")]);
  });

  test("has one by the name of its file, too", async () => {
    const path = join(folder, "triage.sql");
    const { exitCode } = await run(["rules", "table", "--dialect", "sqlite", "--output", path]);
    expect([exitCode, readFileSync(path, "utf8")]).toEqual([0, expect.stringContaining("expression for SQLite.")]);
  });

  test("is a format of this command only", async () => {
    const { exitCode, all } = await run(["rules", "check", "--format", "sql"]);
    expect([exitCode, all]).toEqual([64, expect.stringContaining("This command has no format `sql`.")]);
  });
});

describe.runIf(hasGnuParallel())("the recipe for GNU parallel", () => {
  const pieces = block("--pipepart").replace("--block 50M", "--block 20k");

  test("answers as one process does, in the order of the cases", async () => {
    const lines = cases.map((facts, index) => JSON.stringify({ facts, particulars: { reference: `R-${index}` } }));
    const text = `${lines.join("\n")}\n`;
    expect(text.length).toBeGreaterThan(2 * 20_000);
    writeFileSync(join(folder, "cases.ndjson"), text);
    const { exitCode } = await shell(pieces);
    const answers = readFileSync(join(folder, "results.ndjson"), "utf8")
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(answers.map(({ verdict }) => verdict ?? null)).toEqual(verdicts);
    expect(exitCode === 0).toBe(!verdicts.includes(null));
  });
});

function hasSqlite(): boolean {
  return spawnSync("sqlite3", ["--version"]).status === 0;
}

/** Its namesake in moreutils is another program. */
function hasGnuParallel(): boolean {
  try {
    const said = execFileSync("parallel", ["--version"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
    return said.startsWith("GNU parallel");
  } catch {
    return false;
  }
}
