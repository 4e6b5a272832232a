import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { isUnreadable } from "../../src/batch/record.js";
import { loadTable } from "../../src/index.js";
import { runBatch } from "./run-batch.js";

const loaded = loadTable({ name: "rules.yaml", text: readFileSync("rules.yaml", "utf8") });
if (!loaded.ok) throw new Error("rules.yaml");
const table = loaded.value;

const [MOST, STRETCH] = [256 * 1024, 1024 * 1024];

describe("a record as large as one may be, with nothing in it that is known, is told of at once", () => {
  const fields = Array.from({ length: 15_000 }, (_, index) => `k${index}`);
  const json = `{"facts":{${fields.map((name) => `"${name}":"x"`).join(",")}}}`;
  test.each([
    ["a.yaml", `facts:\n${fields.map((name) => `  ${name}: x\n`).join("")}`],
    ["b.yaml", json],
    ["a.ndjson", json],
    ["a.json", json],
  ])("%s", async (name, text) => {
    const { records, summary } = await runBatch(table, name, Buffer.from(text));
    expect(summary).toMatchObject({ records: 1, unreadable: 1 });
    expect(records.map((record) => isUnreadable(record) && record.errors[0]?.code)).toEqual(["OT202"]);
  });
});

describe("lines are read on wherever the bytes at hand end", () => {
  /** A line of so many bytes, its end included. */
  const line = (length: number): string => {
    const [head, tail] = ['{"facts":{"charged":"nobody"},"particulars":{"reference":"', '"}}\n'];
    return `${head}${"x".repeat(length - head.length - tail.length)}${tail}`;
  };
  const lines = (length: number): string => line(128 + (length % 128)) + line(128).repeat(Math.floor(length / 128) - 1);
  // the largest record is kept while a stretch is read, so that there is no room left behind that stretch
  const before = lines(STRETCH - MOST) + line(MOST + 1);

  test.each([10, 14, 19, 25, 32, 40])("%i bytes into a line", async (cut) => {
    const text = before + lines(2 * STRETCH - before.length - cut) + lines(1024);
    const { summary } = await runBatch(table, "a.ndjson", Buffer.from(text));
    expect(summary).toMatchObject({ records: text.split("\n").length - 1, unreadable: 0 });
  });
});
