import { expect, test } from "vitest";
import { readRevision } from "../../src/cli/system/git.js";
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

test.each(["C:\\practice\\rules.yaml", "c:/practice/rules.yaml"])("%s is a path, and no revision C", async (path) => {
  expect(await readRevision(path, "rules.yaml", 1000)).toEqual({
    ok: false,
    why: `\`${path}\` is not a revision either.`,
  });
});
