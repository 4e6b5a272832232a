import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, openSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { onPosix } from "./posix.js";
import { program, run } from "./run.js";

const DAY = ["--as-of", "2026-11-28"];
const LINES = [
  '{"facts":{"instrument":"court-order","charged":"nobody"},"particulars":{"reference":"R-1"}}',
  '{"facts":{"instrument":["court-order","warrant"]},"particulars":{"reference":"R-2","served-on":"2026-11-20"}}',
  '{"facts":{"instrument":"warrant"},"expect":{"verdict":"refer"}}',
  '{"facts":{"instrument":"warrant"}}',
];

let folder: string;
let large: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "order-triage-"));
  large = join(folder, "large.ndjson");
  const lines = Array.from({ length: 20_000 }, (_, index) => LINES[index % 50 === 7 ? 2 : index % 2 === 0 ? 0 : 3]);
  lines[15_000] = LINES[1];
  lines[19_000] = '{"facts":{"instrumnt":"warrant"}}';
  writeFileSync(large, lines.join("\n"));
});

describe("on several threads, a batch comes to what it comes to on one", () => {
  test.each([
    ["ndjson", ["--format", "ndjson"]],
    ["csv", ["--format", "csv"]],
    ["json, on one", ["--format", "json"]],
    ["a summary, on one", ["--format", "markdown"]],
    ["without what may be taken for granted", ["--no-presumptions"]],
    ["up to so many errors, on one", ["--limit-errors", "1"]],
    ["with verdicts that count", ["--fail-on", "none"]],
  ])("%s", async (_, args) => {
    const alone = await run(["batch", large, large, "examples", ...args, ...DAY]);
    const together = await run(["batch", large, large, "examples", ...args, ...DAY, "--jobs", "3"]);
    expect(together.stdout).toBe(alone.stdout);
    expect([together.stderr, together.exitCode]).toEqual([alone.stderr, alone.exitCode]);
    expect(alone.exitCode).toBe(65);
  });

  test("from a pipe, and into a file", async () => {
    const input = readFileSync(large);
    const answers = join(folder, "answers.ndjson");
    const alone = await run(["batch", "-", ...DAY], { input, stdin: "pipe" });
    const args = ["batch", "-", ...DAY, "--jobs", "auto", "--output", answers];
    const together = await run(args, { input, stdin: "pipe" });
    expect(readFileSync(answers, "utf8").trimEnd()).toBe(alone.stdout);
    expect(together.exitCode).toBe(65);
  });
});

test.each(["0", "65", "1.5", "all"])("--jobs %s is refused", async (jobs) => {
  const { exitCode, stdout, stderr } = await run(["batch", "examples", "--jobs", jobs]);
  expect([exitCode, stdout]).toEqual([64, ""]);
  expect(stderr).toContain("Write a whole number from 1 to 64, or auto.");
});

/** A batch on two threads, of lines that come for ever. */
function endless(args: readonly string[] = []) {
  const child = spawn(process.execPath, [program, "batch", "-", ...DAY, "--jobs", "2", ...args]);
  const lines = Buffer.from(`${LINES[0]}\n`.repeat(2_000));
  const more = (): void => {
    while (!child.stdin.destroyed && child.stdin.write(lines));
  };
  child.stdin.on("drain", more).on("error", () => {});
  const ended = new Promise((resolve) => child.on("exit", (code, signal) => resolve(code ?? signal)));
  more();
  return { child, ended };
}

describe.runIf(onPosix)("a run on several threads ends", () => {
  test("when its reader has gone", async () => {
    const { child, ended } = endless();
    let seen = 0;
    child.stdout.on("data", (bytes: Buffer) => {
      seen += bytes.length;
      if (seen > 5_000_000) child.stdout.destroy();
    });
    expect(await ended).toBe(141);
  });

  test.each([
    ["SIGTERM", 143],
    ["SIGINT", 130],
  ] as const)("at %s, and leaves nothing half-written", async (signal, code) => {
    const answers = join(folder, `${signal}.ndjson`);
    const { child, ended } = endless(["--output", answers]);
    const drafts = (): string[] => readdirSync(folder).filter((name) => name.startsWith(".order-triage"));
    while (drafts().length === 0) await new Promise((resolve) => setTimeout(resolve, 50));
    await new Promise((resolve) => setTimeout(resolve, 500));
    child.kill(signal);
    expect(await ended).toBe(code);
    expect([existsSync(answers), drafts()]).toEqual([false, []]);
  });
});

test.runIf(onPosix)("what comes through a pipe is answered while more is waited for", async () => {
  const child = spawn(process.execPath, [program, "batch", "-", ...DAY, "--jobs", "2"]);
  let answers = 0;
  const seen = async (count: number): Promise<void> => {
    while (answers < count) await new Promise((resolve) => setTimeout(resolve, 20));
  };
  child.stdout.on("data", (bytes: Buffer) => {
    answers += bytes.filter((byte) => byte === 0x0a).length;
  });
  for (const count of [1, 2, 3]) {
    child.stdin.write(`${LINES[0]}\n`);
    await seen(count);
  }
  child.stdin.end();
  expect(await new Promise((resolve) => child.on("exit", resolve))).toBe(30);
});

test.runIf(existsSync("/dev/full"))("a full disk is told of", () => {
  const args = [program, "batch", large, ...DAY, "--jobs", "2"];
  const full = openSync("/dev/full", "w");
  const { status, stderr } = spawnSync(process.execPath, args, { stdio: ["ignore", full, "pipe"], encoding: "utf8" });
  expect([status, stderr]).toEqual([73, expect.stringContaining("ENOSPC")]);
});
