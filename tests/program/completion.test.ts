import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Argument, Command, Option } from "commander";
import { execa } from "execa";
import { describe, expect, test } from "vitest";
import { placeholderOf, VALUES } from "../../src/cli/completion/values.js";
import { program } from "../../src/cli/program.js";
import { systemIo } from "../../src/cli/system/io.js";
import { formatsOf } from "../../src/format/formats.js";
import { shippedTable } from "../law/shipped.js";
import { newFolder } from "./folder.js";
import { run } from "./run.js";

const { table } = shippedTable();
const parking = "tests/tables/parking.yaml";
const MAKERS = [...Object.keys(table.facts["maker"]?.values ?? {}), "unknown", "not:"];

/** What is offered behind these words, the last of them still being written. */
async function offered(...line: readonly string[]): Promise<string[]> {
  const { exitCode, stdout, stderr } = await run(["complete", `--at=${line.at(-1)}`, "--", ...line.slice(0, -1)]);
  expect([exitCode, stderr]).toEqual([0, ""]);
  return String(stdout)
    .split("\n")
    .map((one) => one.split("\t", 1)[0] as string);
}

const words = (...all: readonly string[]): string[] => ["words", ...all];

describe("offered", () => {
  test("are the commands, and those below them", async () => {
    const first = await offered("");
    expect(first).toEqual(expect.arrayContaining(words("assess", "batch", "rules", "completion", "help")));
    expect(first).not.toContain("complete");
    expect(await offered("--full", "as")).toEqual(words("assess"));
    expect(await offered("rules", "")).toEqual(words("check", "test", "diff", "table", "certify", "help"));
    expect(await offered("help", "")).toEqual([...first, "exit-codes"]);
    expect(await offered("help", "rules", "t")).toEqual(words("test", "table"));
  });

  test("are the options of a command, the facts among them, but for what was said and what does not go with it", async () => {
    expect(await offered("assess", "--mak")).toEqual(words("--maker"));
    expect(await offered("assess", "case.yaml", "--maker", "nobody-yet", "--mak")).toEqual(words());
    expect(await offered("assess", "--rules", parking, "--sh")).toEqual(words("--sheet", "--shown"));
    expect(await offered("--rules", parking, "assess", "--sh")).toEqual(words("--sheet", "--shown"));
    const left = await offered("explain", "refer", "-o", "x", "--json", "--no-color", "--as-of=2026-11-22", "--");
    expect(left).toEqual(words("--rules", "--force", "--quiet", "--help"));
    expect(await offered("explain", "--format", "json", "--j")).toEqual(words());
    expect(await offered("assess", "--paper", "call-sheet", "--pap")).toEqual(words());
    expect(await offered("assess", "--set", "charged=nobody", "--se")).toEqual(words("--set", "--served-on"));
    expect(await offered("rules", "diff", "--as-of", "2026-01-01", "--as")).toEqual(words("--as-of"));
    expect(await offered("page", "")).toContain("--output");
  });

  test("are the values of a fact, lists of them, and what it is not", async () => {
    expect(await offered("assess", "--maker", "")).toEqual(words(...MAKERS));
    expect(await offered("assess", "--maker=not")).toEqual(words("--maker=not:"));
    const others = MAKERS.slice(0, -2).filter((one) => one !== "circuit-judge");
    const list = others.map((one) => `circuit-judge,${one}`);
    expect(await offered("assess", "--maker", "circuit-judge,")).toEqual(words(...list));
    expect(await offered("assess", "--maker=not:circuit-judge,")).toEqual(
      words(...list.map((one) => `--maker=not:${one}`)),
    );
    expect(await offered("assess", "--set", "charg")).toEqual(words("charged="));
    expect(await offered("assess", "--set", "charged=no")).toEqual(words("charged=nobody", "charged=not:"));
    expect(await offered("assess", "--missing", "period,rea")).toEqual(words("period,reason"));
    expect(await offered("batch", "--fail-on", "refer,out")).toEqual(words("refer,out-of-scope"));
  });

  test("are ids and papers of the table that is named, and the formats of each command", async () => {
    expect(await offered("explain", "pace-order-before")).toContain("pace-order-before-charge");
    expect(await offered("explain", "OT20")).toContain("OT203");
    expect(await offered("explain", "--rules", parking, "tick")).not.toContain("pace-order-before-charge");
    expect(await offered("paper", "")).toEqual(words("wall-sheet"));
    expect(await offered("assess", "--paper", "")).not.toContain("wall-sheet");
    expect(await offered("assess", "--paper", "call")).toEqual(words("call-sheet"));
    expect(await offered("rules", "check", "--format", "")).toEqual(words(...formatsOf("check")));
    expect(await offered("explain", "--format=")).toEqual(words(...formatsOf("plain").map((one) => `--format=${one}`)));
    expect(await offered("completion", "")).toEqual(words("bash", "zsh", "fish", "pwsh"));
  });

  test("are files and folders where those go, and nothing where nobody can know", async () => {
    for (const line of [
      ["assess", ""],
      ["batch", "a.yaml", "b"],
      ["assess", "--record", ""],
      ["-o", ""],
      ["assess", "--rules=x"],
    ])
      expect([line, await offered(...line)]).toEqual([line, ["files"]]);
    expect(await offered("assess", "--papers", "")).toEqual(["folders"]);
    expect(await offered("assess", "--", "--maker")).toEqual(["files"]);
    expect(await offered("assess", "--as-of", "")).toEqual(["unknown"]);
    expect(await offered("nonsense", "--maker", "")).toEqual(["unknown"]);
  });
});

test("a table that cannot be read, is no table or is not there yet has nothing to offer, and nothing is said of it", async () => {
  const broken = join(newFolder(), "broken.yaml");
  writeFileSync(broken, "facts: [");
  for (const rules of [broken, "nowhere.yaml", "-", "tests"]) {
    expect(await offered("assess", "--rules", rules, "--mak")).toEqual(words());
    expect(await offered("explain", "--rules", rules, "")).toEqual(["unknown"]);
  }
});

test("a table whose rules do not hold together yet still has the names of its facts", async () => {
  const unfit = join(newFolder(), "unfit.yaml");
  writeFileSync(unfit, readFileSync(parking, "utf8").replace("overrides: [", "overrides: [nothing-of-the-kind, "));
  expect((await run(["rules", "check", unfit])).exitCode).toBe(60);
  expect(await offered("assess", "--rules", unfit, "--she")).toEqual(words("--sheet"));
});

test("everything that help calls by a name has an entry, and each entry is called", () => {
  const root = program(systemIo(readFileSync), () => {});
  const called = new Set(everyPlace(root).map(placeholderOf));
  // what a fact is given is known once there is a table; what was typed without a command, by the commands
  const known = [...called].filter((one) => one !== "" && !["words", "command", "before", "word"].includes(one));
  expect([...known, "answer", "text", "what"].sort()).toEqual(Object.keys(VALUES).sort());
});

function everyPlace(command: Command): (Option | Argument)[] {
  const own = [...command.options, ...command.registeredArguments].filter(({ argChoices }) => argChoices === undefined);
  return [...own, ...command.commands.flatMap(everyPlace)];
}

test.each(["bash", "zsh", "fish", "pwsh"])("completion %s prints a script that asks the program", async (shell) => {
  const { exitCode, stdout, stderr } = await run(["completion", shell]);
  expect([exitCode, stderr]).toEqual([0, ""]);
  expect(stdout).toContain("order-triage complete ");
});

test("the script for bash is read by a bash of this machine", async () => {
  const { stdout } = await run(["completion", "bash"]);
  await execa("bash", ["-n"], { input: String(stdout) });
});

test("another shell, or two, is refused", async () => {
  expect(await run(["completion", "tcsh"])).toMatchObject({ exitCode: 64, stdout: "" });
  expect((await run(["completion"])).exitCode).toBe(64);
  expect((await run(["completion", "bash", "zsh"])).stderr).toMatch(/one shell at a time/);
});
