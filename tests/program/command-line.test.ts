import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Command } from "commander";
import { describe, expect, test } from "vitest";
import { program } from "../../src/cli/program.js";
import { systemIo } from "../../src/cli/system/io.js";
import { newFolder, sharedFolder } from "./folder.js";
import { run } from "./run.js";

const example = "examples/pre-charge-production-order.yaml";
const warrant = "examples/warrant-at-the-door.yaml";
const parking = "tests/tables/parking.yaml";

/** What can be called, by its words: that without any asks the questions, and `rules` only leads to others. */
const COMMANDS = commandsBelow(
  program(systemIo(readFileSync), () => {}),
  "",
);

/** All that show a result: what is printed for a shell has one form. */
const WITH_FORMATS = COMMANDS.filter(({ words, leadsOn }) => !leadsOn && words !== "completion");

interface Called {
  readonly words: string;
  readonly formats: readonly string[];
  readonly options: readonly string[];
  readonly leadsOn: boolean;
}

function commandsBelow(command: Command, words: string): Called[] {
  const choices = command.options.find(({ long }) => long === "--format")?.argChoices ?? [];
  const options = command.options.map(({ long }) => long ?? "");
  const others = command
    .createHelp()
    .visibleCommands(command)
    .filter((one) => one.name() !== "help");
  const own = { words, formats: choices, options, leadsOn: words !== "" && others.length > 0 };
  return [own, ...others.flatMap((one) => commandsBelow(one, `${words} ${one.name()}`.trim()))];
}

/** Everything that a command line comes to. */
async function said(...args: string[]): Promise<{ exitCode: number | undefined; stdout: string; stderr: string }> {
  const { exitCode, stdout, stderr } = await run(args);
  return { exitCode, stdout: String(stdout), stderr: String(stderr) };
}

function wordsOf(command: string): string[] {
  return command.split(" ").filter((word) => word !== "");
}

/** What a command has to be given before it looks at anything else. */
const ARGUMENTS: Readonly<Record<string, string[]>> = {
  assess: [example],
  batch: [example],
  schema: ["case"],
  paper: ["wall-sheet"],
  verify: ["tests/records/parking-1.json"],
};

describe("nothing that is given is passed over", () => {
  test.each<[string[], RegExp]>([
    [["assess", example, warrant], /too many arguments.*Expected 1 argument but got 2\.\n.*order-triage batch/],
    [["assess", example, warrant, "--ask"], /too many arguments/],
    [["explain", "refer", "foo"], /too many arguments.*\n.*one id at a time/],
    [["page", "triage.html"], /too many arguments.*\n.*to the file of --output/],
    [["page", "--as-of", "2026-11-22"], /--as-of.* means nothing to this command/],
    [["schema", "case", "rules"], /too many arguments.*\n.*one schema at a time/],
    [
      ["rules", "check", parking, "/etc/passwd", "nofile.yaml"],
      /Expected 1 argument but got 3\.\n.*one table at a time/,
    ],
    [["rules", "table", parking, "nofile.yaml"], /too many arguments.*\n.*one table at a time/],
    [["rules", "diff", "HEAD", parking, "x.yaml"], /Expected 2 arguments but got 3\.\n.*two versions at a time/],
  ])("too many arguments: %j", async (args, sentence) => {
    expect(await said(...args)).toEqual({ exitCode: 64, stdout: "", stderr: expect.stringMatching(sentence) });
  });

  test.each<[string[], RegExp]>([
    [["schema", "case", "--as-of", "2026-11-22"], /'--as-of' means nothing to this command/],
    [["--as-of", "2026-11-22", "schema", "rules"], /'--as-of' means nothing to this command/],
    [["schema", "rules", "--rules", parking], /leave out --rules/],
    [["batch", example, "--save", "x.yaml"], /'--save' keeps answers, and this command asks nothing/],
    [["rules", "check", "--plain"], /'--plain' says how questions are put, and this command asks nothing/],
    [["assess", example, "--plain"], /'--plain' says how questions are put, and this command asks nothing/],
    [["assess", example, "--force"], /'--force' goes with --output, --record, --save or --papers/],
    [
      ["rules", "check", "--verbose", "--format", "sarif"],
      /'--verbose' adds is shown in the formats text, json or mark/,
    ],
    [["rules", "test", "--coverage", "--format", "junit"], /'--coverage' adds is shown in the formats text, json or m/],
    [["rules", "test", "--suggest", "--format", "junit"], /'--suggest' adds is shown in the formats text, json or m/],
    [["rules", "test", "--suggest", "--mutants"], /'--suggest' cannot be used with option '--mutants'/],
  ])("an option that means nothing: %j", async (args, sentence) => {
    expect(await said(...args)).toEqual({ exitCode: 64, stdout: "", stderr: expect.stringMatching(sentence) });
  });

  test("a command that asks nothing keeps --no-input, wherever it stands", async () => {
    expect((await said("--no-input", "explain", "refer")).exitCode).toBe(0);
    expect((await said("rules", "table", parking, "--no-input")).exitCode).toBe(0);
  });

  test.each([
    [["assess", example, "--rules", parking, "--rules", "rules.yaml"], "--rules <file>"],
    [["assess", example, "--format", "json", "--format", "text"], "--format <format>"],
    [["batch", example, "--output", "a", "-o", "b"], "-o, --output <file>"],
    [["explain", "refer", "--color", "never", "--color", "auto"], "--color <when>"],
    [["batch", example, "--fail-on", "none", "--fail-on", "refer"], "--fail-on <verdicts>"],
    [["rules", "diff", parking, "--cases", "a", "--cases", "b"], "--cases <path>"],
  ])("an option that stands twice: %j", async (args, option) => {
    const sentence = expect.stringContaining(`option '${option}' argument`);
    expect(await said(...args)).toEqual({ exitCode: 64, stdout: "", stderr: sentence });
  });

  // without a command it is told before anything else that there is no terminal
  const others = ["", "rules diff"];
  const ofOneDay = COMMANDS.filter(({ words, options }) => options.includes("--as-of") && !others.includes(words));
  test.each(ofOneDay)("two days, but for rules diff: $words", async ({ words }) => {
    const command = [...words.split(" "), ...(ARGUMENTS[words] ?? [])];
    const { exitCode, stdout, stderr } = await said(...command, "--as-of", "2026-01-01", "--as-of", "2026-11-22");
    expect([exitCode, stdout]).toEqual([64, ""]);
    expect(stderr).toContain("'--as-of' stands twice: only rules diff compares the law of two days");
  });

  test.each([
    ["--charged", "nobody", "--charged", "patient"],
    ["--charged", "nobody", "--set", "charged=patient"],
    ["--set", "charged=nobody", "--set", "charged=nobody"],
    ["--reference", "A-1", "--reference", "A-2"],
  ])("a fact that is stated twice: %s %s %s %s", async (...flags) => {
    const { exitCode, stdout, stderr } = await said("assess", "--instrument", "court-order", ...flags);
    expect([exitCode, stdout]).toEqual([64, ""]);
    expect(stderr).toMatch(/^error\[OT114\]: `(charged|reference)` stands twice\n --> command line:1:\d+\n/);
    expect(stderr).toContain("No verdict was given.");
  });

  test.each([
    ["assess", example, "--output", ""],
    ["rules", "check", "--rules", ""],
    ["order", "--save", ""],
    ["rules", "diff", parking, "--cases", ""],
  ])("no name where a file is to be named: %s %s %s", async (...args) => {
    expect(await said(...args)).toMatchObject({ exitCode: 64, stderr: expect.stringContaining("Name a file.") });
  });
});

describe("a short way to say it", () => {
  test("--json is --format json, wherever that is a format, and no other format beside it", async () => {
    const small: Readonly<Record<string, string[]>> = {
      ...ARGUMENTS,
      "rules check": [parking],
      "rules test": ["tests/records", "--rules", parking],
      "rules diff": [parking, parking],
      "rules table": [parking],
    };
    for (const { words, formats } of WITH_FORMATS.filter(({ words }) => words !== "batch")) {
      const command = [...wordsOf(words), ...(small[words] ?? [])];
      const short = await said(...command, "--json");
      expect([words, short]).toEqual([words, await said(...command, "--format", "json")]);
      expect([words, /has no format `json`/.test(short.stderr)]).toEqual([words, !formats.includes("json")]);
    }
    for (const format of ["text", "json"])
      expect(await said("explain", "refer", "--json", "--format", format)).toEqual({
        exitCode: 64,
        stdout: "",
        stderr: "error: option '--json' cannot stand beside '--format': keep one of them",
      });
    const { records } = JSON.parse((await said("batch", example, "--json")).stdout);
    expect(records).toMatchObject([{ verdict: "likely-unlawful" }]);
  });

  test("--no-color is --color never, also where colour is forced, and does not stand beside another", async () => {
    const env = { FORCE_COLOR: "1" };
    const paint = async (...args: string[]): Promise<boolean> =>
      String((await run(["explain", "refer", ...args], { env })).stdout).includes("\u001b[");
    expect([await paint(), await paint("--no-color"), await paint("--color", "never")]).toEqual([true, false, false]);
    expect(await said("--color", "never", "explain", "refer", "--no-color")).toEqual({
      exitCode: 64,
      stdout: "",
      stderr: "error: option '--no-color' cannot stand beside '--color': keep one of them",
    });
  });

  test("-o is --output", async () => {
    const path = join(newFolder(), "refer.md");
    expect(await said("explain", "refer", "-o", path)).toMatchObject({ exitCode: 0, stdout: "" });
    expect(readFileSync(path, "utf8")).toMatch(/^# /);
  });
});

describe("--quiet", () => {
  const folder = sharedFolder();
  const written = ["--output", "answer.txt", "--record", "record.json"].map((one) =>
    one.startsWith("--") ? one : join(folder, one),
  );
  const files = [...written, "--papers", join(folder, "papers"), "--force"];

  test("tells nothing of what was written, and the answer is the same", async () => {
    const loud = await said("assess", example, ...files);
    expect(loud.stderr).toMatch(/^Written to .*^note: .*^Record kept in /ms);
    expect(await said("assess", example, ...files, "-q")).toEqual({ ...loud, stderr: "" });
    expect(await said("assess", example, "--quiet")).toEqual(await said("assess", example));
  });

  test("tells no totals of a batch in which all went well, and the records are the same", async () => {
    const loud = await said("batch", "examples");
    expect(loud.stderr).toMatch(/^9 records: /);
    expect(await said("batch", "examples", "--quiet")).toEqual({ ...loud, stderr: "" });
    const file = join(folder, "answers.ndjson");
    expect(await said("batch", "examples", "-q", "-o", file)).toEqual({
      exitCode: loud.exitCode,
      stdout: "",
      stderr: "",
    });
    expect(readFileSync(file, "utf8").trimEnd()).toBe(loud.stdout);
  });

  test("hides no error, no note and nothing that is not as expected", async () => {
    const bad = join(folder, "bad.yaml");
    writeFileSync(bad, "facts: { charged: maybe }\n");
    const unmet = join(folder, "unmet.yaml");
    writeFileSync(unmet, "facts: { records-held: scotland }\nexpect: { verdict: refer }\n");
    for (const args of [
      ["assess", bad],
      ["assess", unmet],
      ["assess", example, "--charged", "patient"],
      ["assess", example, "--output", join(folder, "nowhere/answer.txt")],
      ["assess", example, "--record", join(folder, "nowhere/record.json")],
      ["batch", bad],
      ["batch", unmet],
      ["batch", join(folder, "none.yaml")],
      ["batch", example, "--ignore-columns", "none"],
    ]) {
      const loud = await said(...args);
      const quiet = await said(...args, "--quiet");
      const errors = loud.stderr.replace(/\n?^1 record: 1 likely-unlawful\.$/m, "");
      expect([args, loud.stderr === ""]).toEqual([args, false]);
      expect([args, quiet]).toEqual([args, { ...loud, stderr: errors }]);
    }
  });
});

describe("formats", () => {
  const FORMATS: Readonly<Record<string, readonly string[]>> = {
    "": ["text", "json", "markdown", "html"],
    assess: ["text", "json", "markdown", "html"],
    batch: ["text", "ndjson", "json", "csv", "junit", "markdown", "xlsx"],
    page: ["html"],
    paper: ["text", "markdown", "html"],
    verify: ["text", "json", "markdown", "html"],
    explain: ["text", "json", "markdown", "html"],
    schema: ["json"],
    "rules check": ["text", "json", "markdown", "sarif", "github"],
    "rules certify": ["json"],
    "rules test": ["text", "json", "markdown", "junit"],
    "rules diff": ["text", "json", "markdown", "html"],
    "rules table": ["text", "json", "markdown", "html", "sql", "dmn", "csv", "xlsx"],
  };

  test("are known here of every command", () => {
    const known = WITH_FORMATS.map(({ words, formats }) => [words, formats]);
    expect(Object.fromEntries(known)).toEqual(FORMATS);
  });

  test.each(
    Object.entries(FORMATS),
  )("`%s` lists its own, and refuses another by naming them", async (command, formats) => {
    const { stdout } = await said(...wordsOf(command), "--help");
    expect(stdout.replace(/\s+/g, " ")).toContain(`how to show the result: ${formats.join(", ")} (default: `);
    const other = await said(...wordsOf(command), ...(ARGUMENTS[command] ?? []), "--format", "yaml");
    const known = formats.length === 1 ? formats[0] : `${formats.slice(0, -1).join(", ")} or ${formats.at(-1)}`;
    expect(other).toEqual({
      exitCode: 64,
      stdout: "",
      stderr: `error: This command has no format \`yaml\`. It has ${known}.`,
    });
  });

  test.each(["check", "test", "table"])("rules %s has every one that it lists", async (command) => {
    const args = command === "test" ? ["tests/cases/limits.yaml", "--rules", "rules.yaml"] : [parking];
    for (const format of FORMATS[`rules ${command}`] ?? []) {
      const { stdout, stderr } = await said("rules", command, ...args, "--format", format);
      expect([format, stdout.length > 0, stderr]).toEqual([format, true, ""]);
    }
  });
});

describe("help", () => {
  const options = (help: string): string[] =>
    [...help.matchAll(/^ {2}(?:-\w, )?(--[a-z-]+)/gm)].map(([, name]) => name as string);

  test.each(COMMANDS)("`help $words` is the same as `$words --help`", async ({ words: command }) => {
    const words = wordsOf(command);
    const help = await said(...words, "--help");
    expect(await said("help", ...words)).toEqual(help);
    expect(help).toMatchObject({ exitCode: 0, stderr: "" });
    expect(help.stdout).toContain(`Usage: order-triage ${command}`);
  });

  test.each([
    ["help asess", "assess"],
    ["help rules chck", "check"],
    ["help exit-code", "exit-codes"],
  ])("`%s` is told what may have been meant", async (words, meant) => {
    const { exitCode, stdout, stderr } = await said(...words.split(" "));
    expect([exitCode, stdout]).toEqual([64, ""]);
    expect(stderr).toMatch(new RegExp(`\\(Did you mean ${meant}\\?\\)$`));
  });

  test("a word after help is about a command, and never a case", async () => {
    expect((await said("help", example)).exitCode).toBe(64);
  });

  test("`help exit-codes` has the whole contract, as the help of the program ends with it", async () => {
    const { exitCode, stdout } = await said("help", "exit-codes");
    expect(exitCode).toBe(0);
    expect((await said("--help")).stdout.endsWith(`\n\n${stdout}`)).toBe(true);
  });

  test.each(["rules help", "help rules help"])("`%s` is the same as `rules --help`", async (words) => {
    expect(await said(...words.split(" "))).toEqual(await said("rules", "--help"));
  });

  test("`help assess` has the flags of the table that is named", async () => {
    const { stdout } = await said("help", "assess", "--rules", parking);
    expect(stdout).toContain("--issuer <answer>");
  });

  test.each([
    "help nonsense",
    "nonsense --help",
    "help rules nonsense",
    "rules help nonsense",
    "rules nonsense --help",
  ])("`%s` is about no command", async (words) => {
    const { exitCode, stdout, stderr } = await said(...words.split(" "));
    expect([exitCode, stdout, stderr]).toEqual([64, "", "error: unknown command 'nonsense'"]);
  });

  test("each command lists the options that mean something to it, and no other", async () => {
    const listed = async (...words: string[]): Promise<string[]> => options((await said(...words, "--help")).stdout);
    const showing = (...json: string[]): string[] => [
      ...["--format", ...json, "--output", "--force", "--quiet", "--color", "--no-color"],
    ];
    expect(await listed("schema")).toEqual(["--template", "--rules", ...showing("--json"), "--help"]);
    expect(await listed("page")).toEqual(["--rules", ...showing(), "--help"]);
    expect(await listed("explain")).toEqual(["--rules", "--as-of", ...showing("--json"), "--help"]);
    expect(await listed("rules", "table")).toEqual(["--dialect", "--rules", "--as-of", ...showing("--json"), "--help"]);
    expect(await listed("verify")).toEqual(["--rules", ...showing("--json"), "--help"]);
    expect(await listed("batch")).toEqual([
      ...["--explain", "--input-format", "--ignore-columns", "--fail-on", "--sort", "--jobs", "--limit-errors"],
      ...["--rules", "--as-of", "--practice", "--no-presumptions", ...showing("--json"), "--help"],
    ]);
    expect(await listed("assess", "--rules", parking)).toEqual([
      ...["--ask", "--set", "--rules", "--as-of", "--practice", "--no-presumptions", "--full", ...showing("--json")],
      ...["--papers", "--paper", "--record"],
      ...["--save", "--plain", "--no-input", "--help"],
      ...["--sheet", "--issuer", "--paid", "--shown", "--reference", "--issued-on", "--found-on", "--stated-day"],
    ]);
  });

  test("the folder one is in changes the table of the workshop alone, and help says so", async () => {
    const table = async (...words: string[]): Promise<string | undefined> =>
      /--rules <file>\s+use the rule table of this file \(default: ([^)]*)\)/.exec(
        (await said(...words, "--help")).stdout.replace(/\s+/g, " "),
      )?.[1];
    for (const { words } of WITH_FORMATS) {
      const usual = words.startsWith("rules ")
        ? "rules.yaml in this folder, else the built-in one"
        : "the built-in one, whatever lies in this folder";
      expect([words, await table(...wordsOf(words))]).toEqual([words, usual]);
    }
  });

  test("of batch says that the exit code is a verdict even where all went well", async () => {
    const { stdout } = await said("batch", "--help");
    expect(stdout.replace(/\s+/g, " ")).toMatch(/all went well ends with 20, 31 or 40, too.*--fail-on none/);
  });

  test.each([80, 40])("fits %i columns without a word that is broken", async (columns) => {
    const stub = join(newFolder(), "columns.cjs");
    writeFileSync(stub, `process.stdout.columns = ${columns};\n`);
    const env = { NODE_OPTIONS: `--require ${stub}` };
    for (const { words: command } of COMMANDS) {
      const help = await run([...wordsOf(command), "--help"], { env });
      const lines = String(help.stdout).split("\n");
      const tooLong = lines.filter((line) => line.length > columns && line.trim().includes(" "));
      expect([command, tooLong]).toEqual([command, []]);
      expect(lines.length).toBeGreaterThan(5);
    }
  });
});

describe("a word that is no command", () => {
  test.each([
    ["examples/x.yaml", "order-triage assess examples/x.yaml"],
    ["./case", "order-triage assess ./case"],
    ["-", "order-triage assess -"],
    ["examples", "order-triage assess examples"],
    ["asess", "Did you mean assess?"],
  ])("%s", async (word, hint) => {
    const { exitCode, stdout, stderr } = await said(word);
    expect([exitCode, stdout]).toEqual([64, ""]);
    expect(stderr).toContain(`error: unknown command '${word}'\n`);
    expect(stderr).toContain(hint);
  });
});
