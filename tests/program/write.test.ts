import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";
import { beforeEach, describe, expect, test } from "vitest";
import { newFolder } from "./folder.js";
import { expectPrivate, onPosix } from "./posix.js";
import { program } from "./run.js";

const CASE = '{"facts":{"sheet":"leaflet"}}\n';
const RULES = ["--rules", "tests/tables/parking.yaml"];

let folder: string;
let out: string;
beforeEach(() => {
  folder = newFolder();
  out = join(folder, "out");
});

/** Runs a command that writes `out`, on a system on which some things do not work. */
async function write(command: string, broken: string, ...args: readonly string[]) {
  const stub = join(tmpdir(), `${folder.split("-").at(-1)}.cjs`);
  writeFileSync(stub, `const fs = require("node:fs"); const fail = (code, syscall) => () => { ${FAIL} }; ${broken}`);
  const input = command === "batch" ? ["-", "--input-format", "ndjson"] : ["-"];
  const line = ["--require", stub, program, command, ...input, ...RULES, "--output", out, ...args];
  const result = await execa(process.execPath, line, { reject: false, input: CASE });
  rmSync(stub);
  return result;
}
const FAIL = 'throw Object.assign(new Error(code + ": not here, " + syscall), { code, syscall });';
const noLinks = (code: string): string => `fs.linkSync = fail("${code}", "link");`;

describe.each(["assess", "batch"])("what %s writes to a file", (command) => {
  test.each([
    "EPERM",
    "ENOTSUP",
    "EISDIR",
    "ENOSYS",
    "EXDEV",
  ])("needs no hard link, where that fails with %s", async (code) => {
    expect(await write(command, noLinks(code))).toMatchObject({ exitCode: 31, stdout: "" });
    expect(readFileSync(out, "utf8")).toMatch(/refer|A leaflet asks for nothing/);
    expect(readdirSync(folder)).toEqual(["out"]);
    expectPrivate(out);
  });

  test("takes no name that was taken meanwhile, there as elsewhere", async () => {
    const taken = `const { linkSync } = fs;
      fs.linkSync = (from, to) => { fs.writeFileSync(to, "mine"); LINK };`;
    for (const link of ["linkSync(from, to)", 'fail("EPERM", "link")()']) {
      const { exitCode, stderr } = await write(command, taken.replace("LINK", link));
      expect([exitCode, stderr]).toEqual([73, `error: ${out} is there already; --force replaces it.`]);
      expect([readFileSync(out, "utf8"), readdirSync(folder)]).toEqual(["mine", ["out"]]);
      rmSync(out);
    }
  });

  test("leaves nothing where it cannot be put in its place", async () => {
    const broken = `${noLinks("EPERM")} fs.renameSync = fail("EIO", "rename");`;
    expect(await write(command, broken)).toMatchObject({ exitCode: 73 });
    expect(readdirSync(folder)).toEqual([]);
  });

  test("keeps what was there where Windows will not have it replaced, and says what to do", async () => {
    writeFileSync(out, "mine");
    const broken = `Object.defineProperty(process, "platform", { value: "win32" }); fs.renameSync = fail("EPERM", "rename");`;
    const { exitCode, stderr } = await write(command, broken, "--force");
    expect([exitCode, stderr]).toEqual([
      73,
      `error: ${out} was not written: EPERM: not here, rename. Close it where it is open, or write to another name.`,
    ]);
    expect([readFileSync(out, "utf8"), readdirSync(folder)]).toEqual(["mine", ["out"]]);
  });
});

/** A batch that waits for more to read while its draft lies there; not as a promise, which would be waited for. */
async function writing(path = out) {
  const args = ["batch", "-", "--input-format", "ndjson", ...RULES, "--output", path];
  const running = execa(process.execPath, [program, ...args], { reject: false, stdin: "pipe" });
  running.stdin?.write(CASE);
  const before = drafts();
  while (drafts().every((name) => before.includes(name))) await new Promise((resolve) => setTimeout(resolve, 20));
  return { running };
}

function drafts(): string[] {
  return readdirSync(folder).filter((name) => name.endsWith(".tmp"));
}

test.runIf(onPosix).each([
  ["SIGINT", 130],
  ["SIGTERM", 143],
  ["SIGHUP", 129],
] as const)("%s ends a batch, and nothing half-written is left", async (signal, code) => {
  const { running } = await writing();
  running.kill(signal);
  expect((await running).exitCode).toBe(code);
  expect(readdirSync(folder)).toEqual([]);
});

test.runIf(onPosix).each(["SIGQUIT", "SIGALRM", "SIGUSR2", "SIGXCPU"] as const)(
  "%s leaves nothing half-written, and does what it does",
  async (signal) => {
    const { running } = await writing();
    running.kill(signal);
    expect((await running).signal).toBe(signal);
    expect(readdirSync(folder)).toEqual([]);
  },
);

describe("the draft of a run that was killed", () => {
  let draft: string;
  beforeEach(async () => {
    const { running: killed } = await writing(join(folder, "never"));
    killed.kill("SIGKILL");
    await killed;
    [draft = ""] = drafts();
    expect(readdirSync(folder)).toEqual([draft]);
  });

  test.each(["assess", "batch"])("is taken away by the next %s that writes there", async (command) => {
    expect(await write(command, "")).toMatchObject({ exitCode: 31 });
    expect(readdirSync(folder)).toEqual(["out"]);
  });

  test("does not keep papers out of their folder", async () => {
    const args = ["assess", "examples/pre-charge-production-order.yaml", "--papers", folder];
    const { exitCode } = await execa(process.execPath, [program, ...args], { reject: false });
    expect([exitCode, drafts()]).toEqual([20, []]);
  });

  test("is taken away, and that of a run that is still writing is not", async () => {
    const { running } = await writing(join(folder, "other"));
    expect(drafts()).toHaveLength(1);
    expect(await write("assess", "")).toMatchObject({ exitCode: 31 });
    expect(drafts()).toHaveLength(1);
    running.stdin?.end();
    expect((await running).exitCode).toBe(31);
    expect(readdirSync(folder).sort()).toEqual(["other", "out"]);
  });

  test.each([
    ["another machine", (name: string) => name.replace(/-\d+-/, "-1-")],
    ["another program", (name: string) => name.replace(".order-triage-", ".other-triage-")],
  ])("stays where it is of %s", async (_, as) => {
    renameSync(join(folder, draft), join(folder, as(draft)));
    await write("assess", "");
    expect(drafts()).toEqual([as(draft)]);
  });
});
