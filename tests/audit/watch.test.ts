import { mkdtempSync, renameSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { execa } from "execa";
import { beforeAll, expect, test } from "vitest";
import { onPosix } from "../program/posix.js";

const folder = mkdtempSync(join(tmpdir(), "order-triage-watch-"));
const program = join(folder, "watch.mjs");
const path = join(folder, "rules.yaml");

/** A process of its own that prints what is in the file, at first and after every change, and ends as the program does. */
const contents = `
import { existsSync, readFileSync } from "node:fs";
import { watchFile } from "./src/cli/system/watch.js";
process.on("SIGINT", () => process.exit(130));
const path = process.argv[2];
await watchFile(path, async () => console.log(existsSync(path) ? readFileSync(path, "utf8") : "no file"));
console.log("not watched");
`;

beforeAll(async () => {
  await build({
    stdin: { contents, resolveDir: "." },
    bundle: true,
    platform: "node",
    format: "esm",
    outfile: program,
  });
});

/** Puts another file in the place of the old one, as editors do. */
function save(text: string): void {
  writeFileSync(`${path}.tmp`, text);
  renameSync(`${path}.tmp`, path);
}

test("a file is checked again after each save that puts a new file in its place, and Ctrl+C ends it", async () => {
  save("first");
  const watching = execa(process.execPath, [program, path], { reject: false });
  const seen: string[] = [];
  for await (const line of watching) {
    seen.push(line);
    writeFileSync(join(folder, "another.yaml"), line);
    if (line === "first") save("second");
    else if (line === "second") save("third");
    else watching.kill("SIGINT");
  }
  expect(seen).toEqual(["first", "second", "third"]);
  if (onPosix) expect((await watching).exitCode).toBe(130);
});

test("where there is no such folder the file is checked once", async () => {
  const missing = join(folder, "nowhere", "rules.yaml");
  const { stdout, exitCode } = await execa(process.execPath, [program, missing]);
  expect([exitCode, stdout]).toEqual([0, "no file\nnot watched"]);
});

test("a file is the same by whatever letters the system knows it", async () => {
  const watching = execa(process.execPath, [program, join(folder, "RULES.YAML")], { reject: false });
  let seen = 0;
  for await (const _ of watching) {
    seen += 1;
    if (seen === 1) save("fourth");
    else watching.kill("SIGINT");
  }
  expect(seen).toBe(2);
});
