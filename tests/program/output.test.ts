import { lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { execa } from "execa";
import { beforeEach, describe, expect, test } from "vitest";
import { newFolder } from "./folder.js";
import { onPosix } from "./posix.js";
import { program, run } from "./run.js";

const example = resolve("examples/pre-charge-production-order.yaml");

let folder: string;
beforeEach(() => {
  folder = newFolder();
});

/** The two ways of writing a result: at once, and bit by bit. */
const WRITERS = [["assess"], ["batch"]] as const;

async function write(command: string, path: string, ...flags: string[]) {
  const { exitCode, stdout, stderr } = await run([command, example, "--output", path, ...flags], { cwd: folder });
  return { exitCode, stdout: String(stdout), stderr: String(stderr) };
}

describe.each(WRITERS)("%s --output", (command) => {
  test("names the folder that is not there", async () => {
    const path = join(folder, "nope", "x.json");
    const { exitCode, stderr } = await write(command, path);
    expect([exitCode, stderr]).toEqual([
      73,
      `error: ${path} was not written: there is no folder ${join(folder, "nope")}.`,
    ]);
    const below = await write(command, join(example, "x.json"));
    expect([below.exitCode, below.stderr]).toEqual([73, expect.stringContaining("part of the path is not a folder")]);
  });

  test("does not replace a folder", async () => {
    await expectKept((path) => mkdirSync(path));
  });

  test.runIf(onPosix).each<[string, (path: string) => unknown]>([
    ["a pipe", (path) => execa("mkfifo", [path])],
    ["a link to a device", (path) => symlinkSync("/dev/null", path)],
    ["a link to a folder", (path) => symlinkSync(".", path)],
    ["a link that leads nowhere", (path) => symlinkSync("gone", path)],
    ["a link that leads back to itself", (path) => symlinkSync("there", path)],
  ])("does not replace %s", async (_, lay) => {
    await expectKept(lay);
  });

  async function expectKept(lay: (path: string) => unknown): Promise<void> {
    const path = join(folder, "there");
    await lay(path);
    const before = lstatSync(path);
    for (const flags of [[], ["--force"]]) {
      const { exitCode, stdout, stderr } = await write(command, path, ...flags);
      expect([exitCode, stdout]).toEqual([73, ""]);
      expect(stderr).toMatch(/there was not written: /);
    }
    const after = lstatSync(path);
    expect([after.ino, after.mode, readdirSync(folder)]).toEqual([before.ino, before.mode, ["there"]]);
  }

  test.runIf(onPosix)("replaces a file, and of a link to one only the link", async () => {
    writeFileSync(join(folder, "kept"), "mine");
    symlinkSync("kept", join(folder, "link"));
    expect((await write(command, "link")).stderr).toBe("error: link is there already; --force replaces it.");
    expect((await write(command, "link", "--force")).exitCode).toBe(20);
    expect(lstatSync(join(folder, "link")).isFile()).toBe(true);
    expect(readFileSync(join(folder, "kept"), "utf8")).toBe("mine");
  });

  test("takes a name as long as the system does, and tells of one that is longer", async () => {
    const name = "x".repeat(255);
    expect((await write(command, name)).exitCode).toBe(20);
    expect(readdirSync(folder)).toEqual([name]);
    const longer = await write(command, "x".repeat(256));
    expect([longer.exitCode, longer.stderr]).toEqual([
      73,
      expect.stringMatching(/the name is too long|a name that no file can have/),
    ]);
    expect(readdirSync(folder)).toEqual([name]);
  });
});

describe("the name of the file says the format where nothing else does", () => {
  const batch = ["batch", example];
  test.each<[string[], string, RegExp]>([
    [["assess", example], "a.json", /^\{\n {2}"schema": "order-triage\/assessment@2"/],
    [["assess", example], "a.MD", /^# /],
    [["assess", example], "a.txt", /^Order likely unlawful/],
    [["assess", example], "a.log", /^Order likely unlawful/],
    [["assess", example], "a.html", /^<!DOCTYPE html>/],
    [["assess", example, "--format", "text"], "a.pdf", /^Order likely unlawful/],
    [["explain", "refer"], "a.html", /^<!DOCTYPE html>/],
    [["assess", example, "--format", "text"], "a.json", /^Order likely unlawful/],
    [batch, "a.csv", /^\uFEFFat,reference/],
    [batch, "a.jsonl", /^\{"at":/],
    [batch, "a.json", /^\{"schema":"order-triage\/batch@2"/],
    [batch, "a.xml", /^<\?xml .*\n<testsuites/],
    [batch, "a", /^\{"at":/],
    [["rules", "table", "--rules", resolve("tests/tables/parking.yaml")], "a.htm", /^<!DOCTYPE html>/],
    [["rules", "diff", ...Array(2).fill(resolve("tests/tables/parking.yaml"))], "a.html", /^<!DOCTYPE html>/],
    [["rules", "check", resolve("tests/tables/parking.yaml")], "a.sarif", /sarif/],
    [["schema", "--template", "csv"], "a.csv", /^reference,/],
  ])("%j into %s", async (args, name, beginning) => {
    await run([...args, "--output", name], { cwd: folder });
    expect(readFileSync(join(folder, name), "utf8")).toMatch(beginning);
  });

  test.each<[string[], string, string]>([
    [
      ["assess", example],
      "a.csv",
      "a.csv is named as a file in the format csv, and what is written here ends in .json,",
    ],
    [
      ["assess", example],
      "a.pdf",
      "a.pdf ends in .pdf, and what is written here ends in .json, .md, .html, .htm or .txt:",
    ],
    [["assess", example], "answer.v2", "answer.v2 ends in .v2, and what is written here"],
    [
      ["rules", "diff", ...Array(2).fill(resolve("tests/tables/parking.yaml"))],
      "a.sql",
      "a.sql is named as a file in the format sql, and what is written here ends in",
    ],
    [["schema", "case"], "a.csv", "a.csv is named as a file in the format csv, and what is written here ends in .json"],
    [[...batch, "--explain"], "a.csv", "Whole assessments are shown in the formats ndjson or json"],
    [
      ["rules", "check", "--verbose"],
      "a.sarif",
      "what '--verbose' adds is shown in the formats text, json or markdown",
    ],
  ])("%j has no %s", async (args, name, sentence) => {
    const { exitCode, stdout, stderr } = await run([...args, "--output", name], { cwd: folder });
    expect([exitCode, stdout, stderr]).toEqual([64, "", expect.stringContaining(sentence)]);
    expect(readdirSync(folder)).toEqual([]);
  });
});

test("a batch does not read the answers of an earlier run, and says so", async () => {
  mkdirSync(join(folder, "cs"));
  if (onPosix) symlinkSync("cs", join(folder, "same"));
  writeFileSync(join(folder, "cs/a.yaml"), readFileSync(example));
  const once = await run(["batch", "cs", "--output", "cs/res.ndjson"], { cwd: folder });
  expect([once.exitCode, String(once.stderr)]).toEqual([20, expect.not.stringContaining("not read")]);
  const first = readFileSync(join(folder, "cs/res.ndjson"), "utf8");
  for (const path of ["cs", "./cs/", ...(onPosix ? ["same"] : []), "."]) {
    const again = await run(["batch", path, "--output", "cs/res.ndjson", "--force"], { cwd: folder });
    expect([path, again.exitCode]).toEqual([path, 20]);
    expect(String(again.stderr)).toMatch(/^note: cs\/res\.ndjson is not read: the answers go there\nWritten to/);
    expect(readFileSync(join(folder, "cs/res.ndjson"), "utf8").replaceAll(/"at":"[^"]*"/g, "")).toBe(
      first.replaceAll(/"at":"[^"]*"/g, ""),
    );
  }
});

test("a place where nothing can be read stands once in what is said of it, in every format", async () => {
  mkdirSync(join(folder, "empty"));
  for (const format of ["text", "junit", "markdown", "csv"]) {
    const { stdout, exitCode } = await run(["batch", "empty", "gone.csv", "--format", format], { cwd: folder });
    expect([format, exitCode]).toEqual([format, 66]);
    expect(stdout).toContain("there is no case file in this folder");
    expect(stdout).not.toMatch(/empty: (error\[OT108\]: )?empty|gone\.csv: (error\[OT108\]: )?gone/);
  }
});

test("cases of an empty folder make no report, and the reason is told", async () => {
  mkdirSync(join(folder, "empty"));
  const { exitCode, stdout, stderr } = await run(["rules", "test", "empty", "--format", "junit"], { cwd: folder });
  expect([exitCode, stdout]).toEqual([66, ""]);
  expect(stderr).toContain("There is no case in empty");
});

/** The program with these arguments, for a shell. */
function quoted(args: readonly string[]): string {
  return [process.execPath, program, ...args].map((word) => `'${word}'`).join(" ");
}

test.runIf(onPosix).each([
  [["assess", "-"], 66],
  [["batch", "-"], 66],
  [["rules", "check", "-"], 78],
])("standard input that is a folder is said to be one: %j", async (args, expected) => {
  const script = `${quoted(args)} < .`;
  const { all, exitCode } = await execa("bash", ["-c", script], { cwd: folder, reject: false, all: true });
  expect([exitCode, all]).toEqual([expected, expect.stringContaining("tandard input is a folder, not a file")]);
});

test.runIf(onPosix)("in a folder that has been removed everything works that does not need it", async () => {
  const cases = resolve("tests/cases/limits.yaml");
  for (const [args, expected] of [
    [["assess", example], 20],
    [["batch", example], 20],
    [["explain", "OT203"], 0],
    [["schema", "rules"], 0],
    [["rules", "check"], 0],
    [["rules", "test", cases], 0],
    [["rules", "table", "--format", "sql"], 0],
    [["rules", "diff", resolve("rules.yaml")], 0],
    [["assess", "case.yaml"], 66],
    [["rules", "diff", "HEAD:rules.yaml"], 66],
    [["assess", example, "--output", "x.txt"], 73],
  ] as const) {
    const gone = newFolder();
    const script = `rmdir "$PWD"; exec ${quoted(args)}`;
    const { exitCode, stderr } = await execa("bash", ["-c", script], { cwd: gone, reject: false });
    expect([args, exitCode]).toEqual([args, expected]);
    expect(stderr).not.toMatch(/uv_cwd|something went wrong/);
  }
});
