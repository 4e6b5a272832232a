// How the workshop's time grows with the number of rules: `node bench/rules-growth.mjs` prints a Markdown table.
// Whole commands of the built program, on synthetic tables; medians of three runs, and each row against the first.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { median } from "./rounds.mjs";
import { syntheticCase, syntheticTable } from "./synthetic-table.mjs";

const program = join(dirname(dirname(fileURLToPath(import.meta.url))), "bin/order-triage.cjs");
const folder = mkdtempSync(join(tmpdir(), "order-triage-bench-"));
const COMMANDS = {
  check: ({ table }) => ["rules", "check", table],
  "test --mutants": ({ table, cases }) => ["--rules", table, "rules", "test", cases, "--mutants"],
  diff: ({ table, edited, cases }) => ["--rules", table, "rules", "diff", edited, "--cases", cases],
};

const rows = [50, 200, 800, 1_600, 3_200].map((rules) => ({ rules, seconds: timesOf(filesFor(rules)) }));
const names = Object.keys(COMMANDS);
console.log(`| rules | ${names.map((name) => `\`rules ${name}\``).join(" | ")} |`);
console.log(`|---|${names.map(() => "---|").join("")}`);
for (const { rules, seconds } of rows) {
  const cells = names.map(
    (name) => `${seconds[name].toFixed(2)} s (${(seconds[name] / rows[0].seconds[name]).toFixed(1)})`,
  );
  console.log(`| ${rules} | ${cells.join(" | ")} |`);
}
rmSync(folder, { recursive: true });

function filesFor(rules) {
  const table = syntheticTable(rules);
  const edited = structuredClone(table);
  edited.rules[1].verdict = "refer";
  return Object.fromEntries(
    Object.entries({ table, edited, cases: syntheticCase(table) }).map(([name, content]) => {
      const path = join(folder, `${name === "cases" ? "case" : name}-${rules}.json`);
      writeFileSync(path, JSON.stringify(content));
      return [name, path];
    }),
  );
}

function timesOf(files) {
  return Object.fromEntries(
    Object.entries(COMMANDS).map(([name, args]) => [name, median([1, 2, 3].map(() => run(args(files))))]),
  );
}

function run(args) {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [program, ...args], {
    encoding: "utf8",
    stdio: ["ignore", "ignore", "pipe"],
  });
  if (status !== 0 && status !== 60) throw new Error(`${args.join(" ")}: ${stderr}`);
  return (performance.now() - start) / 1000;
}
