import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { execa } from "execa";
import { describe, expect, test } from "vitest";
import { run } from "./run.js";

const library: typeof import("../../src/index.js") = createRequire(import.meta.url)("order-triage");

test("the built library does what the README shows, and answers as the program does", async () => {
  const [, example] = /^```ts\n(.*?)^```$/ms.exec(readFileSync("README.md", "utf8")) as unknown as [string, string];
  const shown = await execa(process.execPath, ["--input-type=module", "--eval", example], { reject: false });
  const same = ["assess", "--instrument", "court-order", "--as-of", "2026-11-22", "--format", "json"];
  const { verdict, headline } = JSON.parse((await run(same)).stdout as string);
  expect(verdict).toBe("cannot-say");
  expect([shown.stdout, shown.stderr]).toEqual([`${verdict} ${headline}`, ""]);
});

describe("the shipped table, compiled ahead", () => {
  const { assess, loadTable, readCase, shippedTable } = library;
  const shipped = shippedTable();
  const read = loadTable({ name: "rules.yaml", text: readFileSync("rules.yaml", "utf8") });
  if (!read.ok) throw new Error("rules.yaml has problems");
  const loaded = read.value;

  test("is what is made of its text, on every day", () => {
    expect(shipped.digest).toBe(loaded.digest);
    expect(shipped.table).toEqual(loaded.table);
    expect(shipped.laws.map(({ from, law }) => ({ from, law }))).toEqual(loaded.laws);
  });

  test.each(readdirSync("examples"))("gives the same answer to %s, on the first day of every law", (file) => {
    const given = readCase({ name: file, text: readFileSync(`examples/${file}`, "utf8") }, shipped);
    if (!given.ok) throw new Error(`${file} cannot be read`);
    for (const { from } of loaded.laws) {
      const answer = assess(shipped, given.value, from);
      expect(answer.ok).toBe(true);
      expect(answer).toEqual(assess(loaded, given.value, from));
    }
  });
});
