import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type PageData, unpacked } from "../../src/commands/page/page-data.js";
import { sharedFolder } from "./folder.js";
import { run } from "./run.js";

const folder = sharedFolder();
const parking = "tests/tables/parking.yaml";

async function dataIn(html: string): Promise<PageData> {
  return unpacked(/<script id="data" type="text\/plain">([^<]*)</.exec(html)?.[1] ?? "");
}

test("a page is written of the table that is named, to a file or to whatever reads it", async () => {
  const file = join(folder, "triage.html");
  const written = await run(["page", "--rules", parking, "--output", file]);
  expect([written.exitCode, written.stdout, written.stderr]).toEqual([0, "", `Written to ${file}.`]);
  const html = readFileSync(file, "utf8");
  const { stored } = await dataIn(html);
  expect(stored.table.table.facts["sheet"]?.ask).toBe("What was behind the wiper?");
  const { stdout } = await run(["page", "--rules", parking]);
  expect(`${stdout}\n`).toBe(html);
  const again = await run(["page", "--rules", parking, "--output", file]);
  expect([again.exitCode, again.stderr]).toEqual([73, `error: ${file} is there already; --force replaces it.`]);
  expect((await run(["page", "--rules", parking, "--output", file, "--force"])).exitCode).toBe(0);
});

test("a page brings the law of its day and what comes after it, and nothing of what was law before", async () => {
  const { stdout } = await run(["page"]);
  const { stored, openings, writtenOn } = await dataIn(String(stdout));
  const [first, ...later] = stored.table.laws;
  expect(first).not.toBeUndefined();
  expect((first ?? "") <= writtenOn).toBe(true);
  expect(later.every((from) => from > writtenOn)).toBe(true);
  expect(stored.laws).toHaveLength(later.length + 1);
  expect(openings[0]).toEqual({ kind: "fact", id: "instrument" });
});

test("a table with a fault makes no page, and no file", async () => {
  const faulty = join(folder, "faulty.yaml");
  writeFileSync(faulty, readFileSync(parking, "utf8").replace("ask: What was", "asks: What was"));
  const { exitCode, stdout, stderr } = await run(["page", "--rules", faulty, "--output", join(folder, "none.html")]);
  expect([exitCode, stdout]).toEqual([78, ""]);
  expect(stderr).toContain("`asks`");
  expect(readdirSync(folder)).not.toContain("none.html");
});

test("a page is in one format, and its file is to be named so", async () => {
  const { exitCode, stderr } = await run(["page", "--output", join(folder, "triage.txt"), "--format", "text"]);
  expect([exitCode, stderr]).toEqual([64, expect.stringContaining("no format `text`")]);
  const named = await run(["page", "--output", join(folder, "triage.md")]);
  expect([named.exitCode, named.stderr]).toEqual([
    64,
    expect.stringContaining("what is written here ends in .html or .htm"),
  ]);
});
