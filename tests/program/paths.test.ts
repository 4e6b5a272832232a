import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { execa } from "execa";
import { expect, test } from "vitest";
import { inside } from "../../src/cli/system/inside.js";
import { run } from "./run.js";

test.each([
  ["cases", "/", "cases/a.yaml"],
  ["cases//", "/", "cases/a.yaml"],
  ["/", "/", "/a.yaml"],
  ["odd\\", "/", "odd\\/a.yaml"],
  ["cases", "\\", "cases/a.yaml"],
  ["C:\\practice\\cases\\", "\\", "C:\\practice\\cases/a.yaml"],
  ["cases/", "\\", "cases/a.yaml"],
] as const)("what lies in %s, where folders are told apart by %s", (folder, separator, path) => {
  expect(inside(folder, "a.yaml", separator)).toBe(path);
});

test.each(["assess", "batch"])("%s says what to do where the shell leaves `*` as it is", async (command) => {
  const { exitCode, all } = await run([command, "nowhere/*.yaml"]);
  expect([exitCode, all]).toEqual([66, expect.stringMatching(/no such file; where a shell .* name the folder/)]);
  expect((await run([command, "nowhere/a.yaml"])).all).not.toContain("name the folder");
});

test("a checkout on Windows has the same bytes, so that a table has the same digest", async () => {
  const checkout = mkdtempSync(join(tmpdir(), "order-triage-"));
  const paths = [".gitattributes", "rules.yaml", "tests/batch/register.csv", "tests/tables/parking.yaml"];
  for (const path of paths) {
    mkdirSync(dirname(join(checkout, path)), { recursive: true });
    copyFileSync(path, join(checkout, path));
  }
  const git = (...args: string[]) => execa("git", ["-c", "core.autocrlf=true", ...args], { cwd: checkout });
  await git("init", "--quiet");
  await git("add", ".");
  for (const path of paths) rmSync(join(checkout, path));
  await git("checkout-index", "--all");
  for (const path of paths) expect(readFileSync(join(checkout, path))).toEqual(readFileSync(path));
  rmSync(checkout, { recursive: true });
});
