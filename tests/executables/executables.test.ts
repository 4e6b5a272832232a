import {
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { execa, type Options } from "execa";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { run } from "../program/run.js";
import { openTerminal, type RealTerminal } from "../terminal/tmux.js";

const OUT = resolve("dist-executables");
const LINUX = join(OUT, "order-triage-linux-x64");
const WINDOWS = join(OUT, "order-triage-windows-x64.exe");
const MACOS = join(OUT, "order-triage-macos-arm64");
const DAY = ["--as-of", "2026-11-28"];
const EXAMPLE = "examples/pre-charge-production-order.yaml";

beforeAll(async () => {
  await execa("npm", ["run", "executables"]);
}, 600_000);

/** A folder with cases, one of them wrong, and no table. */
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "order-triage-"));
  cpSync("examples", join(folder, "examples"), { recursive: true });
  writeFileSync(join(folder, "bad.yaml"), "facts:\n  maker: nobody\n");
});

/** Runs the executable as a machine would where there is nothing else: no Node, no settings. */
function runAlone(args: readonly string[], options: Options = {}) {
  return execa(LINUX, args, {
    reject: false,
    all: true,
    stdin: "ignore",
    extendEnv: false,
    env: { NO_COLOR: "1", PATH: "/usr/bin:/bin" },
    cwd: folder,
    ...options,
  });
}

describe("the executable for Linux says what the installed program says", () => {
  test.each(
    [
      "--help",
      "help rules diff",
      `assess ${EXAMPLE}`,
      `assess ${EXAMPLE} --full --color always`,
      `assess ${EXAMPLE} --format json`,
      `assess ${EXAMPLE} --format html`,
      `assess ${EXAMPLE} --paper mdo-call-sheet`,
      "assess bad.yaml",
      "assess nowhere.yaml",
      "assess bad.yaml --format sarif",
      "batch examples --format text",
      "batch examples --format csv",
      "batch nowhere",
      "explain OT203",
      "explain pre-charge-production-order",
      "schema case",
      "schema --template csv",
      "page",
      "paper wall-sheet",
      "rules check --strict",
      "rules check bad.yaml",
      "rules table --format html",
      "rules table --format sql",
      "rules test",
      "no-such-command",
      "assess --maker nobody",
    ].map((words) => ({ words })),
  )("$words", async ({ words }) => {
    const given = words.split(" ");
    const takesDay = /^(assess|batch|paper|rules)$/.test(given[0] ?? "");
    const line = takesDay ? [...given, ...DAY] : given;
    const [inOne, installed] = await Promise.all([runAlone(line), run(line, { cwd: folder })]);
    expect([inOne.exitCode, inOne.stderr, inOne.stdout]).toEqual([
      installed.exitCode,
      installed.stderr,
      installed.stdout,
    ]);
    expect(inOne.all).not.toBe("");
  });

  test("of two versions of a table, one of them in git", async () => {
    const git = (...args: readonly string[]) => execa("git", args, { cwd: folder });
    const parking = readFileSync("tests/tables/parking.yaml", "utf8");
    writeFileSync(join(folder, "rules.yaml"), parking);
    await git("init", "--quiet");
    await git("add", "rules.yaml");
    await git("-c", "user.name=Somebody", "-c", "user.email=somebody@example.org", "commit", "--quiet", "-m", "one");
    writeFileSync(join(folder, "rules.yaml"), parking.replace("A leaflet asks for", "A leaflet wants"));
    const args = ["rules", "diff", "HEAD", ...DAY];
    const [inOne, installed] = [await runAlone(args), await run(args, { cwd: folder })];
    expect(inOne.all).toBe(installed.all);
    expect(inOne.stdout).toContain("A leaflet wants");
  });

  test("of a record that it has kept, and in the papers that it writes", async () => {
    const kept = await runAlone(["assess", EXAMPLE, ...DAY, "--record", "kept.json", "--papers", "papers"]);
    expect(kept.exitCode).toBe(20);
    expect(readdirSync(join(folder, "papers")).length).toBeGreaterThan(1);
    const [inOne, installed] = [
      await runAlone(["verify", "kept.json"]),
      await run(["verify", "kept.json"], { cwd: folder }),
    ];
    expect([inOne.exitCode, inOne.all]).toEqual([0, installed.all]);
  });

  test("of a case on standard input, and to a reader who goes away", async () => {
    const input = readFileSync(EXAMPLE);
    const args = ["assess", "-", ...DAY];
    const inOne = await runAlone(args, { stdin: undefined, input });
    expect(inOne.stdout).toBe((await run(args, { stdin: undefined, input })).stdout);
    const piped = `${LINUX} batch ${Array(200).fill(EXAMPLE).join(" ")} --explain | true; exit \${PIPESTATUS[0]}`;
    expect((await execa("bash", ["-c", piped], { cwd: folder, reject: false })).exitCode).toBe(141);
  });
});

describe("the questions", () => {
  let terminal: RealTerminal;
  afterAll(() => terminal.close());

  test("are asked in a terminal", async () => {
    terminal = await openTerminal(`cd ${folder} && ${LINUX}`, 80, 24);
    await terminal.shows("Question 1");
    await terminal.press("C-c");
    expect(await terminal.shows("[exit 130]")).toContain("Stopped. No result was given.");
  });
});

describe("the executable stands alone", () => {
  test("under another name, in a folder of its own, where it leaves nothing", async () => {
    const home = mkdtempSync(join(tmpdir(), "order-triage-"));
    copyFileSync(LINUX, join(home, "triage"));
    const env = { HOME: home, TMPDIR: home };
    const answer = await execa(join(home, "triage"), ["assess", join(folder, EXAMPLE), ...DAY], {
      cwd: home,
      env,
      extendEnv: false,
      reject: false,
    });
    expect(answer.exitCode).toBe(20);
    expect(readdirSync(home)).toEqual(["triage"]);
  });

  test("where nothing can be written", async () => {
    expect((await runAlone(["assess", join(folder, EXAMPLE)], { cwd: "/proc" })).exitCode).toBe(20);
    const unwritten = await runAlone(["assess", join(folder, EXAMPLE), "--output", "answer.html"], { cwd: "/proc" });
    expect([unwritten.exitCode, unwritten.stdout]).toEqual([73, ""]);
  });

  test("and runs no code of the folder it is in or of the environment", async () => {
    const evil = join(folder, "evil.cjs");
    writeFileSync(evil, 'console.log("somebody else\'s code")');
    writeFileSync(join(folder, ".env"), `NODE_OPTIONS=--require=${evil}\n`);
    writeFileSync(join(folder, "node.config.json"), JSON.stringify({ nodeOptions: { require: [evil] } }));
    writeFileSync(join(folder, "package.json"), "{ broken");
    mkdirSync(join(folder, "node_modules/node:vm"), { recursive: true });
    copyFileSync(evil, join(folder, "node_modules/node:vm/index.js"));
    const module =
      "nodejs_conf = all\n[all]\nproviders = some\n[some]\none = it\n[it]\nmodule = /no/such.so\nactivate = 1\n";
    writeFileSync(join(folder, "openssl.cnf"), module);
    const env = { NODE_OPTIONS: `--require=${evil}`, NODE_PATH: folder, OPENSSL_CONF: join(folder, "openssl.cnf") };
    const line = ["assess", EXAMPLE, ...DAY];
    const answer = await runAlone(line, { env: { NO_COLOR: "1", ...env } });
    expect([answer.exitCode, answer.all]).toEqual([20, (await runAlone(line)).all]);
  });

  test.each([
    "--require",
    "--eval",
    "--inspect",
    "--node-options",
  ])("and takes nothing that is meant for Node: %s", async (option) => {
    const { exitCode, all } = await runAlone([option, "evil.cjs"]);
    expect(exitCode).toBe(64);
    expect(all).toContain(`error: unknown option '${option}'`);
  });
});

describe("what is handed out", () => {
  test("is of a size that can be sent", () => {
    expect(statSync(WINDOWS).size).toBeLessThan(100e6);
    expect(statSync(MACOS).size).toBeLessThan(100e6);
    expect(statSync(LINUX).size).toBeLessThan(120e6);
  });

  test("has sums that hold, and all licences", async () => {
    const { stdout } = await execa("sha256sum", ["--check", "--strict", "SHA256SUMS"], { cwd: OUT });
    const others = readdirSync(OUT).filter((name) => name !== "SHA256SUMS");
    expect(stdout.split("\n").sort()).toEqual(others.map((name) => `${name}: OK`).sort());
    const licences = readFileSync(join(OUT, "LICENCES.txt"), "utf8");
    for (const text of ["LICENSE", "dist/THIRD-PARTY-NOTICES.txt"])
      expect(licences).toContain(readFileSync(text, "utf8"));
    expect(licences).toContain("Node.js is licensed for use as follows");
  });

  test("is the same when it is built again", async () => {
    const sums = readFileSync(join(OUT, "SHA256SUMS"), "utf8");
    await execa("node", ["executables/build.mjs"]);
    expect(readFileSync(join(OUT, "SHA256SUMS"), "utf8")).toBe(sums);
  });

  test("has code that V8 made before where the Node that made it runs it, and nowhere else", () => {
    const has = (path: string): boolean => readFileSync(path).includes("dist/main.cjs.cache");
    expect([LINUX, WINDOWS, MACOS].map(has)).toEqual([true, false, false]);
  });

  test("is a program for Windows, without the signature of the Node in it", () => {
    const bytes = readFileSync(WINDOWS);
    const header = bytes.readUInt32LE(0x3c);
    expect(bytes.toString("latin1", header, header + 4)).toBe("PE\0\0");
    expect(bytes.readUInt16LE(header + 4)).toBe(0x8664);
    expect(bytes.readBigUInt64LE(header + 24 + 112 + 4 * 8)).toBe(0n);
    expect(bytes.includes(Buffer.from("NODE_SEA_BLOB", "utf16le"))).toBe(true);
  });

  test("is a program for macOS, without the signature of the Node in it", () => {
    const commands = loadCommands(readFileSync(MACOS));
    const segments = commands.filter(({ kind }) => kind === 0x19).map(({ name }) => name);
    expect(segments).toEqual(expect.arrayContaining(["__TEXT", "NODE_SEA", "__LINKEDIT"]));
    expect(commands.filter(({ kind }) => kind === 0x1d)).toEqual([]);
  });
});

/** What stands at the head of a Mach-O file for a 64-bit ARM: the kind of each command, and the name of a segment. */
function loadCommands(bytes: Buffer): { kind: number; name: string }[] {
  expect([bytes.readUInt32LE(0), bytes.readUInt32LE(4)]).toEqual([0xfeedfacf, 0x0100000c]);
  const commands = [];
  for (let at = 32, left = bytes.readUInt32LE(16); left > 0; at += bytes.readUInt32LE(at + 4), left--)
    commands.push({
      kind: bytes.readUInt32LE(at),
      name: bytes.toString("latin1", at + 8, at + 24).replace(/\0.*/, ""),
    });
  return commands;
}
