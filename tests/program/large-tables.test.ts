import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { sharedFolder } from "./folder.js";
import { run } from "./run.js";

const folder = sharedFolder();

/** A file of a head and as many lines as fit. */
function fileOf(size: number, head: string, line: (number: number) => string): string {
  const lines = [head];
  for (let [length, number] = [head.length, 0]; ; number++) {
    length += Buffer.byteLength(line(number));
    if (length > size) break;
    lines.push(line(number));
  }
  const path = join(folder, "large.yaml");
  writeFileSync(path, lines.join(""));
  return path;
}

const FAULTS: readonly (readonly [string, string, (number: number) => string])[] = [
  ["control signs", "", () => "\u0001"],
  ["open quotes", "", (number) => `k${number}: 'it's here'\n`],
  ["empty names", "", () => ": a\n"],
  ["empty fields", "facts:\n", (number) => `  k${number}:\n`],
  ["merge keys", "", () => "<<: {a: 1}\n"],
  ["brackets", "", () => "]"],
  ["commas", "a: [", () => ","],
  ["aliases", "", () => "- *x\n"],
  ["directives", "", () => "%Y\n"],
  ["tabs", "facts:\n", (number) => `\ta${number}: x\n`],
  ["fields twice", "", () => "a: 1\n"],
  ["unknown fields", "", (number) => `k${number}: 1\n`],
  ["rules of little", "rules:\n", (number) => `  - { id: r${number} }\n`],
  ["numbers for steps", "rules:\n  - id: a\n    steps:\n", () => "    - 1\n"],
  ["JSON that ends too early", "{", () => '"a":1,'],
];

// both sizes count: the larger is given up for its size, the smaller is read to its end
test.each(
  FAULTS.flatMap(([what, head, line]) => [350_000, 2_000_000].map((size) => ({ what, size, head, line }))),
)("a table of $size bytes of $what is checked with little memory, and told in few words", async ({
  size,
  head,
  line,
}) => {
  const path = fileOf(size, head, line);
  const { exitCode, stdout, stderr } = await run(["rules", "check", path], {
    env: { NO_COLOR: "1", NODE_OPTIONS: "--max-old-space-size=192" },
  });
  expect([exitCode, stderr]).toEqual([60, ""]);
  expect(String(stdout).length).toBeLessThan(50_000);
});

test.each(FAULTS.slice(0, 4))("a record of 256 KB of %s is told in few words", async (_, head, line) => {
  const path = fileOf(260_000, head, line);
  const { exitCode, stdout } = await run(["batch", path], {
    env: { NO_COLOR: "1", NODE_OPTIONS: "--max-old-space-size=192" },
  });
  expect(exitCode).toBe(65);
  expect(String(stdout).length).toBeLessThan(150_000);
});

test("of more problems than are kept it is said that there are more", async () => {
  const path = fileOf(40_000, "facts:\n", (number) => `  k${number}: *x\n`);
  const { stdout } = await run(["rules", "check", path, "--format", "json"]);
  const { errors, problems } = JSON.parse(String(stdout));
  expect([errors, problems.length, problems[0].code, problems[1].line]).toEqual([501, 501, "OT109", 2]);
});

test("and of more columns than are looked at", async () => {
  const path = fileOf(20_000, "a", () => ",a");
  const { stdout } = await run(["batch", path, "--input-format", "csv", "--format", "json"]);
  const [{ errors }] = JSON.parse(String(stdout)).records;
  expect([errors[0].code, errors[1].at]).toEqual(["OT109", `${path}:1:1`]);
});
