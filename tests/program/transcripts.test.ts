import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { execa } from "execa";
import { describe, expect, test } from "vitest";
import { installedPath } from "./installed.js";
import { matches, replaysIn } from "./transcript.js";

const documents = ["README.md", ...readdirSync("tests/transcripts").map((name) => join("tests/transcripts", name))];

const path = installedPath();

describe.each(documents)("%s", (document) => {
  const replays = replaysIn(readFileSync(document, "utf8")).filter(({ command }) => !/npm (test|run)/.test(command));

  test("has something to replay", () => {
    expect(replays.length).toBeGreaterThan(0);
  });

  test.each(replays)("$ $command", async ({ command, expected, exitCode }) => {
    const options = { reject: false, all: true, stdin: "ignore", env: { PATH: path, NO_COLOR: "1" } } as const;
    const result = await execa("bash", ["-c", command.replace(/^npm ci && /, "")], options);
    if (!matches(expected, result.all.trimEnd())) expect(result.all).toBe(expected);
    expect(result.exitCode).toBe(exitCode);
  });
});
