import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { execa } from "execa";
import { expect, test } from "vitest";
import { installedPath } from "../program/installed.js";
import { onPosix } from "../program/posix.js";
import { withClosedLists } from "./closed-lists.js";
import { expectRecorded } from "./recorded.js";
import { type Ran, recordedAnew, replaysIn } from "./transcript.js";

const folders = ["docs", "tests/transcripts"];
const documents = ["README.md", ...folders.flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))];
const withCommands = documents.filter((path) => replaysIn(readFileSync(path, "utf8")).length > 0);

const path = onPosix ? installedPath() : "";

/** Runs a command of a document as in a checkout where everything is installed and built. */
function run(command: string): Promise<Ran> | undefined {
  if (/npm (test|run)/.test(command)) return undefined;
  const options = { reject: false, all: true, stdin: "ignore", env: { PATH: path, NO_COLOR: "1" } } as const;
  return execa("bash", ["-c", command.replace(/^npm ci && /, "")], options);
}

test("there are documents with commands", () => {
  expect(withCommands.length).toBeGreaterThan(3);
});

test.runIf(onPosix).each(withCommands)("%s shows what its commands print", { timeout: 300_000 }, async (document) => {
  await expectRecorded(withClosedLists(await recordedAnew(readFileSync(document, "utf8"), run)), document);
});
