import { mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { execa } from "execa";
import { describe, expect, test } from "vitest";
import { program } from "./run.js";
import { matches, replaysIn } from "./transcript.js";

const documents = ["README.md", ...readdirSync("tests/transcripts").map((name) => join("tests/transcripts", name))];

/** A folder with `order-triage`, and an `npx` that runs what it is given, as both are after an install. */
function commands(): string {
  const folder = join(mkdtempSync(join(tmpdir(), "order-triage-")), "bin");
  mkdirSync(folder);
  symlinkSync(program, join(folder, "order-triage"));
  writeFileSync(join(folder, "npx"), '#!/bin/sh\nexec "$@"\n', { mode: 0o755 });
  return folder;
}

const path = [commands(), process.env["PATH"]].join(delimiter);

describe.each(documents)("%s", (document) => {
  const replays = replaysIn(readFileSync(document, "utf8")).filter(({ command }) => !/^npm |&& npm /.test(command));

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
